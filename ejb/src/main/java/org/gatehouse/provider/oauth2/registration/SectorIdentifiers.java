package org.gatehouse.provider.oauth2.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;

/**
 * Looks whether a sector identifier really names the client's redirect URIs (OpenID Connect Dynamic Client Registration 1.0 section 5):
 * without that any client could have the pairwise subjects of another.
 */
@ApplicationScoped
public class SectorIdentifiers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_DOCUMENT = 64 * 1024;

    private OutgoingHttp http;

    /** For the container's proxy. */
    protected SectorIdentifiers() {
    }

    @Inject
    public SectorIdentifiers(OutgoingHttp http) {
        this.http = http;
    }

    /** @throws org.gatehouse.provider.oauth2.protocol.OAuthRefusal {@code invalid_client_metadata} */
    void check(ClientMetadata metadata) {
        metadata.text(MetadataName.SECTOR_IDENTIFIER_URI).ifPresent(address -> {
            if (!address.startsWith("https:")) {
                throw ClientMetadata.refused("The sector identifier has to be an https address.");
            }
            if (!listed(address).containsAll(metadata.texts(MetadataName.REDIRECT_URIS))) {
                throw ClientMetadata.refused("The sector identifier does not list every redirect URI.");
            }
        });
    }

    private Set<String> listed(String address) {
        try {
            OutgoingResponse response = http.send(OutgoingRequest.get(address).within(PATIENCE).atMost(LONGEST_DOCUMENT));
            return response.isSuccess() ? Set.copyOf(texts(response.text())) : Set.of();
        } catch (OutgoingFailure | RuntimeException unreadable) {
            // The parser's exceptions are of no certain kind where the nesting is deeper than it likes.
            throw ClientMetadata.refused("The sector identifier could not be read.");
        }
    }

    private static List<String> texts(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            return reader.readArray().getValuesAs(JsonString.class).stream().map(JsonString::getString).distinct().toList();
        }
    }
}
