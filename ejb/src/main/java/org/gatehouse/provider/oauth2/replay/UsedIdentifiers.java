package org.gatehouse.provider.oauth2.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.oauth2.UsedIdentifierTable;

/** Lets identifiers be used once (RFC 7523 section 3, RFC 9449 section 11.1, RFC 9101 section 10.8). Runs in the caller's transaction. */
@ApplicationScoped
public class UsedIdentifiers {

    private UsedIdentifierTable table;

    /** For the container's proxy. */
    protected UsedIdentifiers() {
    }

    @Inject
    public UsedIdentifiers(UsedIdentifierTable table) {
        this.table = table;
    }

    /**
     * Uses an identifier up; true for exactly one caller in the cluster. Ask last, when everything else about the message was found good:
     * otherwise anybody could use up what is somebody else's.
     *
     * @param purpose what kind of message it is of, such as {@code client-assertion}; the same identifier in another kind is another one
     * @param identifier with whatever makes it unique beyond its issuer, such as {@code client id + "\n" + jti}; of any length
     * @param expires when the message itself becomes worthless, leeway included; it is remembered until then
     */
    public boolean use(String purpose, String identifier, Instant expires) {
        ByteBuffer digest = ByteBuffer.wrap(Digests.sha256Bytes(purpose + "\n" + identifier));
        return table.add(new UUID(digest.getLong(), digest.getLong()), expires);
    }
}
