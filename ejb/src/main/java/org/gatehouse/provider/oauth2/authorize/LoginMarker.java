package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.request.StoredRequests;

/**
 * Lets a request for a fresh login be met once instead of for ever: the address that a user comes back to after the login says, sealed,
 * since when the login was asked for. Only a login made after that counts, and only for the very same request.
 */
@ApplicationScoped
public class LoginMarker {

    /** The parameter of our own that the way back carries. */
    static final String PARAMETER = StoredRequests.MARKER;

    private static final Duration LONGEST = Duration.ofHours(1);

    private SecretCipher cipher;
    private Clock clock;

    /** For the container's proxy. */
    protected LoginMarker() {
    }

    @Inject
    public LoginMarker(SecretCipher cipher, Clock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    /** A marker for the request, as of now. */
    String mark(AuthorizationRequest request) {
        return cipher.seal(clock.instant().getEpochSecond() + " " + digest(request));
    }

    /** Since when a fresh login has been asked for, if the request carries an intact, recent marker of its own. */
    Optional<Instant> askedSince(AuthorizationRequest request) {
        return Optional.ofNullable(request.parameters().get(PARAMETER)).flatMap(marker -> open(marker, request))
                .filter(since -> since.plus(LONGEST).isAfter(clock.instant()));
    }

    private Optional<Instant> open(String marker, AuthorizationRequest request) {
        try {
            String[] parts = cipher.open(marker).split(" ");
            return parts.length == 2 && parts[1].equals(digest(request)) ? Optional.of(Instant.ofEpochSecond(Long.parseLong(parts[0])))
                    : Optional.empty();
        } catch (IllegalStateException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private static String digest(AuthorizationRequest request) {
        Map<String, String> parameters = new TreeMap<>(request.parameters());
        parameters.remove(PARAMETER);
        return Digests.sha256(parameters.toString());
    }
}
