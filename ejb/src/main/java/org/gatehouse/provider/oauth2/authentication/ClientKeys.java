package org.gatehouse.provider.oauth2.authentication;

import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;
import org.gatehouse.provider.oauth2.ClientAuthenticationSettings;
import org.gatehouse.provider.oauth2.OAuthClient;

/**
 * The public keys that clients have registered, or publish themselves (RFC 7591 section 2: {@code jwks}, {@code jwks_uri}). Published
 * ones are fetched past {@link OutgoingHttp}'s guard, kept for five minutes, and fetched again at most once in ten seconds when a key
 * is asked for that was not among them, or when they could not be read: a client may begin to use a new key at any time, and anybody may
 * make up names of keys. For all clients together {@value #MOST_AT_ONCE} sets are fetched at a time; whoever comes while these are slow
 * finds no keys. {@code ClientKeysAhead} asks before the transaction of a request begins, so that within it they are at hand.
 */
@ApplicationScoped
public class ClientKeys {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_DOCUMENT = 256 * 1024;
    private static final int MOST_KEPT = 1_000;

    /** How long keys are good to encrypt to while there are no newer ones. */
    private static final Duration RECENT = Duration.ofHours(1);

    /** Fewer than there are connections to the database by far, should one of these calls hold one after all. */
    static final int MOST_AT_ONCE = 8;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    private OutgoingHttp http;
    private ReadCache<String, JWKSet> published;
    private ReadCache<String, JWKSet> publishedJustNow;
    private ReadCache<String, JWKSet> publishedRecently;

    /** For the container's proxy. */
    protected ClientKeys() {
    }

    @Inject
    public ClientKeys(OutgoingHttp http, Clock clock) {
        this.http = http;
        published = new ReadCache<>(MOST_KEPT, KEPT, clock);
        publishedJustNow = new ReadCache<>(MOST_KEPT, AGAIN, clock);
        publishedRecently = new ReadCache<>(MOST_KEPT, RECENT, clock);
    }

    /** The client's keys; an empty set when it has none, or they cannot be read at the moment. */
    public JWKSet of(OAuthClient client) {
        ClientAuthenticationSettings settings = client.settings().clientAuthentication();
        if (settings.jwks() != null) {
            return parse(settings.jwks().toString()).orElseGet(JWKSet::new);
        }
        return settings.jwksUri().isEmpty() ? new JWKSet()
                : published.get(settings.jwksUri(), address -> Optional.of(justNow(address)).filter(set -> !set.getKeys().isEmpty()))
                        .orElseGet(JWKSet::new);
    }

    /**
     * As {@link #of}, with a set that has this key if the client publishes it by now.
     *
     * @param keyId what the header of a signed object names, or null
     */
    public JWKSet withKey(OAuthClient client, String keyId) {
        JWKSet known = of(client);
        ClientAuthenticationSettings settings = client.settings().clientAuthentication();
        boolean settled = keyId == null || known.getKeyByKeyId(keyId) != null || settings.jwks() != null || settings.jwksUri().isEmpty();
        return settled ? known : justNow(settings.jwksUri());
    }

    /**
     * As {@link #of}, for encrypting to one of them: an hour old at most, and so hardly ever fetched here. Answers are made in the middle
     * of a transaction, and not for every client it is known before that they will be.
     */
    public JWKSet recent(OAuthClient client) {
        String address = client.settings().clientAuthentication().jwksUri();
        return client.settings().clientAuthentication().jwks() != null || address.isEmpty() ? of(client)
                : publishedRecently.get(address, asked -> Optional.of(of(client)).filter(set -> !set.getKeys().isEmpty())).orElseGet(JWKSet::new);
    }

    /** What is published, at most ten seconds old; empty also when it could not be read then, or too many are being read. */
    private JWKSet justNow(String address) {
        return publishedJustNow.get(address, this::fetchInTurn).orElseGet(JWKSet::new);
    }

    private Optional<JWKSet> fetchInTurn(String address) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            Optional<JWKSet> fetched = fetch(address);
            fetched.filter(set -> !set.getKeys().isEmpty()).ifPresent(set -> keepRecent(address, set));
            return Optional.of(fetched.orElseGet(JWKSet::new));
        } finally {
            places.release();
        }
    }

    private void keepRecent(String address, JWKSet set) {
        publishedRecently.forget(address::equals);
        publishedRecently.get(address, asked -> Optional.of(set));
    }

    private Optional<JWKSet> fetch(String address) {
        try {
            OutgoingResponse response = http.send(OutgoingRequest.get(address).within(PATIENCE).atMost(LONGEST_DOCUMENT));
            return response.isSuccess() ? parse(response.text()) : Optional.empty();
        } catch (OutgoingFailure unreachable) {
            return Optional.empty();
        }
    }

    private static Optional<JWKSet> parse(String document) {
        try {
            return Optional.of(JWKSet.parse(document).toPublicJWKSet());
        } catch (ParseException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
