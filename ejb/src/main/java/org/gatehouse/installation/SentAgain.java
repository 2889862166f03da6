package org.gatehouse.installation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.model.installation.RepeatedRequests;

/** Remembers for a day what was answered to a request under a key of the sender's choice, so that sending it again does nothing again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SentAgain {

    private static final Duration KEPT = Duration.ofHours(24);

    /** A request that is never answered, because its node died, can be sent again after this. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(5);

    /**
     * What a request is.
     *
     * @param digest of who sent it where under which key
     * @param body the digest of its body
     */
    public record Sent(String digest, String body) {

        public static Sent of(Actor actor, String path, String key, byte[] body) {
            return new Sent(Digests.sha256(actor.userId() + "\n" + path + "\n" + key), Digests.sha256Hex(body));
        }
    }

    /** What was answered; a status of 409 while the first is being worked on, 422 when another body came under the same key. */
    public record Answered(int status, String body) {
    }

    @Inject
    private RepeatedRequests requests;

    @Inject
    private SecretCipher cipher;

    @Inject
    private Clock clock;

    /** Begins the work on a request; or tells what was answered to it before. */
    public Optional<Answered> begin(Sent sent) {
        if (requests.begin(sent.digest(), sent.body(), clock.instant(), clock.instant().plus(LONGEST_WORK))) {
            return Optional.empty();
        }
        return requests.find(sent.digest()).map(known -> {
            if (!known.request().equals(sent.body())) {
                return new Answered(422, "");
            }
            return known.status() == null ? new Answered(409, "") : new Answered(known.status(), cipher.open(known.answer()));
        }).or(() -> Optional.of(new Answered(409, "")));
    }

    /** Remembers what is answered. */
    public void end(Sent sent, int status, String body) {
        requests.end(sent.digest(), status, cipher.seal(body), clock.instant().plus(KEPT));
    }

    /** Forgets a request that broke, so that it can be sent again. */
    public void forget(Sent sent) {
        requests.forget(sent.digest());
    }
}
