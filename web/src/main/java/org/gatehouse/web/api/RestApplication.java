package org.gatehouse.web.api;

import jakarta.ws.rs.ApplicationPath;

/** The REST API; resources are found by their annotations. */
@ApplicationPath("/api/v3")
public class RestApplication extends jakarta.ws.rs.core.Application {
}
