package org.gatehouse.provider.oauth2.binding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.crypto.Digests;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.PresentedProofs;
import org.gatehouse.provider.oauth2.replay.UsedIdentifiers;

/** Checks DPoP proofs (RFC 9449 section 4.3). Runs in the caller's transaction. */
@ApplicationScoped
public class DpopProofs {

    private static final String PURPOSE = "dpop";

    /** How far the time of a proof may be from ours, to either side. */
    private static final Duration WINDOW = Duration.ofSeconds(60);

    /** Longer than any proof is good. */
    private static final Duration REMEMBERED = Duration.ofSeconds(180);

    private static final int LONGEST_IDENTIFIER = 1024;

    private DpopNonces nonces;
    private UsedIdentifiers used;
    private Clock clock;

    /** For the container's proxy. */
    protected DpopProofs() {
    }

    @Inject
    public DpopProofs(DpopNonces nonces, UsedIdentifiers used, Clock clock) {
        this.nonces = nonces;
        this.used = used;
        this.clock = clock;
    }

    /**
     * The thumbprint of the key that a request shows to hold; the proof is used up.
     *
     * @param accessToken which the proof has to name, at a protected resource
     * @throws OAuthRefusal {@code invalid_dpop_proof}, or {@code use_dpop_nonce} when the client is to come again with a nonce
     */
    String verify(OAuthClient client, PresentedProofs presented, Optional<String> accessToken) {
        if (presented.dpop().size() != 1) {
            throw invalid("There has to be one DPoP header.");
        }
        DpopProof proof = DpopProof.parse(presented.dpop().get(0)).orElseThrow(() -> invalid("The DPoP proof is malformed, or not signed with its key."));
        if (!client.settings().authorizationRequests().securityProfile().clientAlgorithms().contains(proof.algorithm())) {
            throw invalid("The DPoP proof is signed with an algorithm that the client may not use.");
        }
        if (proof.text("htm").filter(presented.method()::equals).isEmpty()
                || proof.text("htu").filter(address -> isSame(address, presented.url())).isEmpty()) {
            throw invalid("The DPoP proof is for another request.");
        }
        requireTimely(proof);
        if (accessToken.isPresent() && proof.text("ath").filter(hash -> Digests.equal(hash, hash(accessToken.get()))).isEmpty()) {
            throw invalid("The DPoP proof is for another access token.");
        }
        requireNonce(client, proof);
        requireNew(proof);
        return proof.thumbprint();
    }

    private void requireTimely(DpopProof proof) {
        Date issued = proof.claims().getIssueTime();
        Instant now = clock.instant();
        if (issued == null || issued.toInstant().isBefore(now.minus(WINDOW)) || issued.toInstant().isAfter(now.plus(WINDOW))) {
            throw invalid("The DPoP proof is too old, or not yet good.");
        }
    }

    private void requireNonce(OAuthClient client, DpopProof proof) {
        if (client.settings().clientAuthentication().dpopNonceRequired() && proof.text("nonce").filter(nonces::isGood).isEmpty()) {
            throw new OAuthRefusal(OAuthErrorCode.USE_DPOP_NONCE, "The DPoP proof needs a current nonce.");
        }
    }

    /** By key: nobody can use up the identifiers of others. */
    private void requireNew(DpopProof proof) {
        String identifier = proof.text("jti").filter(text -> text.length() <= LONGEST_IDENTIFIER)
                .orElseThrow(() -> invalid("The DPoP proof has no jti."));
        if (!used.use(PURPOSE, proof.thumbprint() + "\n" + identifier, clock.instant().plus(REMEMBERED))) {
            throw invalid("The DPoP proof was used before.");
        }
    }

    /** What {@code ath} has to be (section 4.2). */
    private static String hash(String accessToken) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256Bytes(accessToken));
    }

    /** Without query and fragment, and regardless of how the same is written (RFC 3986 sections 6.2.2 and 6.2.3). */
    private static boolean isSame(String claimed, String actual) {
        return normal(claimed).filter(address -> normal(actual).filter(address::equals).isPresent()).isPresent();
    }

    private static Optional<String> normal(String address) {
        try {
            URI uri = new URI(address).normalize();
            if (uri.getScheme() == null || uri.getHost() == null || uri.getUserInfo() != null) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean usual = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
            String path = uri.getPath().isEmpty() ? "/" : uri.getPath();
            return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort()) + path);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static OAuthRefusal invalid(String description) {
        return new OAuthRefusal(OAuthErrorCode.INVALID_DPOP_PROOF, description);
    }
}
