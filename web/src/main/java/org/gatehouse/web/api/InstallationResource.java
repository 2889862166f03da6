package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.gatehouse.brand.Brands;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.schema.OpenApiDocument;
import org.gatehouse.type.ModelRegistry;

/** What the installation tells about itself: brand, capabilities, version, and the description of this API. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class InstallationResource {

    @Inject
    private Brands brands;

    @Inject
    private ModelRegistry models;

    @Context
    private ServletContext servlets;

    /** The brand of the host name that was asked. */
    @GET
    @Path("core/brands/current")
    public JsonObject brand() {
        return brands.describe();
    }

    /** What this installation can do; nothing is reported to anybody, so error reporting is off. */
    @GET
    @Path("root/config")
    public JsonObject config() {
        return WireObject.empty()
                .put("error_reporting", WireObject.empty().put("enabled", false).put("sentry_dsn", "").put("environment", "")
                        .put("send_pii", false).put("traces_sample_rate", 0).build())
                .put("capabilities", List.of("is_enterprise"))
                .put("cache_timeout", 0)
                .put("cache_timeout_flows", 0)
                .put("cache_timeout_policies", 0)
                .build();
    }

    /** The version that runs; nobody outside is asked for a newer one. */
    @GET
    @Path("admin/version")
    public JsonObject version() {
        String version = ProductVersion.of(servlets);
        return WireObject.empty().put("version_current", version).put("version_latest", version).put("version_latest_valid", false)
                .put("build_hash", "").put("outdated", false).put("outpost_outdated", false).build();
    }

    /** This API as an OpenAPI 3 document, made from the models themselves. */
    @GET
    @Path("schema")
    public JsonObject schema() {
        return OpenApiDocument.of(models.all(), ProductVersion.of(servlets));
    }
}
