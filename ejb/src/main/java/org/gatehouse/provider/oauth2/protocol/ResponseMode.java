package org.gatehouse.provider.oauth2.protocol;

import org.gatehouse.model.WireName;

/** How the answer reaches the client: in the query of a redirect, or as a form that the browser posts (OAuth 2.0 Form Post Response Mode). */
public enum ResponseMode implements WireName {
    QUERY,
    FORM_POST
}
