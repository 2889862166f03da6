package org.gatehouse.provider.oauth2.policy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.gatehouse.provider.oauth2.AuthorizationRequestSettings;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.RecordDescriptor;

/** Writes into a client's settings document what policies have raised. */
final class RaisedDocument {

    private static final String REQUESTS = "authorization_requests";
    private static final String AUTHENTICATION = "client_authentication";
    private static final String METHOD = "token_endpoint_auth_method";

    private RaisedDocument() {
    }

    /** Whether a setting can only be as the client has registered it. */
    static boolean isTheClients(String field) {
        return field.equals(AUTHENTICATION + "." + METHOD);
    }

    /** What of a provider's document are its settings: its name, for one, is not. */
    static JsonObject settings(JsonObject document) {
        JsonObjectBuilder settings = Json.createObjectBuilder();
        RecordDescriptor.fieldsOf(OAuth2ProviderSettings.class).stream().map(FieldDescriptor::wireName).filter(document::containsKey)
                .forEach(name -> settings.add(name, document.get(name)));
        return settings.build();
    }

    static JsonObject of(JsonObject document, OAuth2ProviderSettings raised) {
        AuthorizationRequestSettings requests = raised.authorizationRequests();
        return Json.createObjectBuilder(document)
                .add(REQUESTS, record(document, REQUESTS).add("security_profile", requests.securityProfile().wireName())
                        .add("require_pkce", requests.requirePkce())
                        .add("require_pushed_authorization_requests", requests.requirePushedAuthorizationRequests())
                        .add("require_signed_request_object", requests.requireSignedRequestObject()))
                .add(AUTHENTICATION, record(document, AUTHENTICATION)
                        .add("dpop_bound_access_tokens", raised.clientAuthentication().dpopBoundAccessTokens()))
                .build();
    }

    private static JsonObjectBuilder record(JsonObject document, String name) {
        return Optional.ofNullable(document.getJsonObject(name)).map(Json::createObjectBuilder).orElseGet(Json::createObjectBuilder);
    }
}
