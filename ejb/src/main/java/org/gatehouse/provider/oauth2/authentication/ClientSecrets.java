package org.gatehouse.provider.oauth2.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.model.oauth2.RetiredSecretTable;
import org.gatehouse.provider.oauth2.OAuthClient;

/**
 * The secrets by which clients are known: the present one, and for a while the one before it, so that a client with many servers can
 * change it without a gap. The database is asked for the former one only when the present one does not fit.
 */
@ApplicationScoped
public class ClientSecrets {

    @Inject
    private SecretCipher cipher;

    @Inject
    private RetiredSecretTable retired;

    @Inject
    private Clock clock;

    /** Whether this is a secret of the client, in a time that does not tell where it differs. */
    public boolean matches(OAuthClient client, String secret) {
        return any(client, known -> Digests.equal(known, secret));
    }

    /** Whether one of the client's secrets, the present one first, passes a test. */
    public boolean any(OAuthClient client, Predicate<String> test) {
        return test.test(cipher.open(client.settings().clientSecret().sealed())) || former(client).filter(test).isPresent();
    }

    private Optional<String> former(OAuthClient client) {
        return retired.find(client.providerId(), clock.instant()).map(cipher::open);
    }
}
