package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.oauth2.AuthorizationCode;
import org.gatehouse.model.oauth2.AuthorizationCodeRepository;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.SuspiciousRequests;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.PkceChallenge;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;
import org.gatehouse.provider.oauth2.token.TokenOrigin;
import org.gatehouse.session.LoginGate;
import org.gatehouse.type.RecordCodec;

/**
 * The authorization code grant (RFC 6749 section 4.1.3, RFC 7636 section 4.6). The code is used up before anything about the request is
 * looked at: whoever presents it with the wrong client, address or verifier does not get a second try.
 */
@ApplicationScoped
public class AuthorizationCodeGrant implements GrantHandler {

    @Inject
    private AuthorizationCodeRepository codes;

    @Inject
    private ReuseAlarm alarm;

    @Inject
    private SuspiciousRequests suspicious;

    @Inject
    private LoginGate gate;

    @Inject
    private RecordCodec codec;

    @Inject
    private Clock clock;

    @Override
    public GrantType grantType() {
        return GrantType.AUTHORIZATION_CODE;
    }

    /** The codes of hybrid answers are redeemed in the same way (OpenID Connect Core 1.0 section 3.3.3). */
    @Override
    public boolean isAllowedTo(OAuthClient client) {
        return client.settings().allows(GrantType.AUTHORIZATION_CODE) || client.settings().allows(GrantType.HYBRID);
    }

    @Override
    public RedeemedGrant redeem(OAuthClient client, TokenRequest request, Confirmation shown) {
        RequestParameters parameters = request.parameters();
        AuthorizationCode code = codes.findByDigest(Digests.sha256(parameters.require("code")))
                .orElseThrow(() -> invalidGrant("The code is not known."));
        if (!codes.redeem(code.getId(), clock.instant())) {
            throw alarm.raise(client, code.getFamilyId(), code.getUser(), "An authorization code was used again.");
        }
        if (!code.getProviderId().equals(client.providerId())) {
            throw alarm.raise(client, code.getFamilyId(), code.getUser(), "An authorization code was presented by another client.");
        }
        if (!code.getExpires().isAfter(clock.instant())) {
            throw invalidGrant("The code has expired.");
        }
        Grant grant = codec.fromStored(Grant.class, code.getGrantData());
        requireRequester(client, code, grant, parameters);
        return new RedeemedGrant(gate.admitSession(code.getSessionId()),
                new TokenOrigin(code.getFamilyId(), code.getSessionId(), grant), grant.scopes(), true);
    }

    /** Whoever has asked for the code knows these; whoever put it into somebody else's hands does not (RFC 9700 section 4.5). */
    private void requireRequester(OAuthClient client, AuthorizationCode code, Grant grant, RequestParameters parameters) {
        try {
            requireRedirectUri(grant, parameters.find("redirect_uri"));
            requireVerifier(grant, parameters.find("code_verifier"));
        } catch (OAuthRefusal refused) {
            suspicious.injectedCode(client, code.getUser(), refused.error().description());
            throw refused;
        }
    }

    /** RFC 6749 section 4.1.3: identical if the authorization request named it; a client need not name what it did not name before. */
    static void requireRedirectUri(Grant grant, Optional<String> presented) {
        boolean missing = presented.isEmpty() && grant.redirectUriSent();
        if (missing || presented.filter(uri -> !uri.equals(grant.redirectUri())).isPresent()) {
            throw invalidGrant("The redirect_uri is not the one of the authorization request.");
        }
    }

    /** RFC 9700 section 2.1.1: a verifier without a challenge means that somebody took the challenge out of the request. */
    static void requireVerifier(Grant grant, Optional<String> verifier) {
        if (grant.codeChallenge() == null && verifier.isEmpty()) {
            return;
        }
        boolean met = grant.codeChallenge() != null
                && verifier.filter(new PkceChallenge(grant.codeChallenge(), grant.codeChallengeMethod())::isMetBy).isPresent();
        if (!met) {
            throw invalidGrant("The code_verifier does not fit the code_challenge.");
        }
    }

    private static OAuthRefusal invalidGrant(String description) {
        return new OAuthRefusal(OAuthErrorCode.INVALID_GRANT, description);
    }
}
