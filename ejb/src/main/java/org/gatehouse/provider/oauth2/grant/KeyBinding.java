package org.gatehouse.provider.oauth2.grant;

import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.binding.BoundKey;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;

/**
 * Binds the ID token of a grant with the scope {@code bound_key} to the key that the client shows (OpenID Connect Key Binding, as the
 * contract has it). The access token stays what it is for this client: bound by DPoP only if it is registered for that.
 */
final class KeyBinding {

    private KeyBinding() {
    }

    /** Whether the grant has an ID token that has to be bound. */
    static boolean isWanted(RedeemedGrant redeemed) {
        return redeemed.scopes().contains(Scopes.BOUND_KEY) && redeemed.scopes().contains(Scopes.OPENID) && !redeemed.terms().isExchange();
    }

    /**
     * The grant with its key; the refresh token is bound to it as well, so that no later ID token is for another one.
     *
     * @throws OAuthRefusal {@code invalid_dpop_proof} without a proof, or with one that is not for this code
     */
    static RedeemedGrant bind(OAuthClient client, TokenRequest request, RedeemedGrant redeemed, Confirmation shown) {
        BoundKey key = BoundKey.of(request.proofs()).orElseThrow(() -> invalid("The scope bound_key needs a DPoP proof."));
        if (code(request.parameters()).filter(code -> !key.isFor(code)).isPresent()) {
            throw invalid("The DPoP proof does not name the code.");
        }
        boolean keyed = client.settings().clientAuthentication().dpopBoundAccessTokens();
        return redeemed.boundTo(shown, true).heldBy(keyed ? shown : new Confirmation(null, shown.certificateThumbprint()))
                .on(redeemed.terms().boundTo(key.jwk()));
    }

    private static Optional<String> code(RequestParameters parameters) {
        return parameters.find("code").or(() -> parameters.find("device_code"));
    }

    private static OAuthRefusal invalid(String description) {
        return new OAuthRefusal(OAuthErrorCode.INVALID_DPOP_PROOF, description);
    }
}
