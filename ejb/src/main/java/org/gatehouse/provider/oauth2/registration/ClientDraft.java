package org.gatehouse.provider.oauth2.registration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/**
 * A client's metadata that has passed every rule, ready to become a provider.
 *
 * @param metadata what it states
 * @param grants what that asks for
 * @param statement the software statement it was made with, if one was believed
 */
public record ClientDraft(ClientMetadata metadata, GrantsAndResponses grants, Optional<String> statement) {

    private static final int LONGEST_NAME = 200;

    /** @throws OAuthRefusal {@code invalid_client_metadata} or {@code invalid_redirect_uri} */
    static ClientDraft of(ClientMetadata metadata, RegistrationRules rules, Optional<String> statement) {
        metadata.text(MetadataName.TOKEN_ENDPOINT_AUTH_METHOD).filter(method -> !ClientSettings.authenticationMethods().contains(method))
                .ifPresent(unknown -> {
                    throw ClientMetadata.refused("The authentication method is not supported.");
                });
        if (metadata.text(MetadataName.CLIENT_NAME).filter(name -> name.isBlank() || name.length() > LONGEST_NAME).isPresent()) {
            throw ClientMetadata.refused("The client's name is blank or too long.");
        }
        GrantsAndResponses grants = GrantsAndResponses.of(metadata);
        if (!grants.grants().stream().allMatch(rules::allows)) {
            throw ClientMetadata.refused("A grant type is not allowed here.");
        }
        RedirectUriRules.check(metadata, grants);
        RegisteredKeys.check(metadata);
        return new ClientDraft(metadata, grants, statement);
    }

    /** What people call the client. */
    String displayName(String clientId) {
        return metadata.text(MetadataName.CLIENT_NAME).map(String::strip).orElse(clientId);
    }

    List<String> wantedScopes() {
        return ProviderTemplate.wanted(metadata);
    }

    /** What is remembered of the statement: only what has a place here. */
    JsonObject accepted() {
        JsonObjectBuilder accepted = Json.createObjectBuilder(ClientSettings.kept(metadata));
        if (!metadata.has(MetadataName.RESPONSE_TYPES)) {
            accepted.add(MetadataName.RESPONSE_TYPES.wire(), Json.createArrayBuilder(grants.responseTypes()));
        }
        statement.ifPresent(text -> accepted.add(SoftwareStatements.MEMBER, text));
        return accepted.build();
    }

    /** The statement that came with a document, if those who sign are trusted. */
    static Optional<String> statementIn(JsonObject document, RegistrationRules rules) {
        return rules.softwareStatementKeys() != null && document.get(SoftwareStatements.MEMBER) instanceof JsonString text
                ? Optional.of(text.getString()) : Optional.empty();
    }
}
