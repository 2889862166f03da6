package org.gatehouse.provider.oauth2.clientid;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.registration.RegisteredClientRepository;
import org.gatehouse.provider.oauth2.OAuthClient;

/** Which documents this node has made clients of lately, and which clients are such. */
@ApplicationScoped
public class DocumentClients {

    private static final int MOST = 1_000;

    private RegisteredClientRepository registered;
    private Clock clock;

    /** By address, the digest of the document that the client was made of. */
    private ReadCache<String, String> followed;

    /** For the container's proxy. */
    protected DocumentClients() {
    }

    @Inject
    public DocumentClients(RegisteredClientRepository registered, Clock clock) {
        this.registered = registered;
        this.clock = clock;
    }

    @PostConstruct
    void open() {
        followed = new ReadCache<>(MOST, FetchedDocuments.KEPT, clock);
    }

    /** Whether the document was followed a moment ago, so that nothing needs to be fetched. */
    boolean isFresh(ClientIdUrl address) {
        return followed.get(address.text(), key -> Optional.empty()).isPresent();
    }

    boolean isUnchanged(ClientIdUrl address, JsonObject document) {
        return followed.get(address.text(), key -> Optional.empty()).filter(digest(document)::equals).isPresent();
    }

    void remember(ClientIdUrl address, JsonObject document) {
        followed.forget(address.text()::equals);
        followed.get(address.text(), key -> Optional.of(digest(document)));
    }

    /** Whether the client was made of a document; an administrator may have given such an id to a client of their own. */
    boolean isDocument(OAuthClient client) {
        return registered.find(client.providerId()).filter(row -> row.getAccessDigest() == null).isPresent();
    }

    private static String digest(JsonObject document) {
        return Digests.sha256(document.toString());
    }
}
