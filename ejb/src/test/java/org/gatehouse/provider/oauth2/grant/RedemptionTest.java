package org.gatehouse.provider.oauth2.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.Test;

class RedemptionTest {

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void refusesAChallengeWithoutVerifier() {
        refuses(OAuthErrorCode.INVALID_GRANT, () -> AuthorizationCodeGrant.requireVerifier(grant(CHALLENGE, "S256", true), Optional.empty()));
    }

    @Test
    void refusesAVerifierWithoutChallenge() {
        refuses(OAuthErrorCode.INVALID_GRANT, () -> AuthorizationCodeGrant.requireVerifier(grant(null, null, true), Optional.of(VERIFIER)));
    }

    @Test
    void refusesTheChallengeItselfAsPlainVerifierOfS256() {
        refuses(OAuthErrorCode.INVALID_GRANT,
                () -> AuthorizationCodeGrant.requireVerifier(grant(CHALLENGE, "S256", true), Optional.of(CHALLENGE)));
    }

    @Test
    void acceptsTheRightVerifierOrNoPkceAtAll() {
        assertThatCode(() -> {
            AuthorizationCodeGrant.requireVerifier(grant(CHALLENGE, "S256", true), Optional.of(VERIFIER));
            AuthorizationCodeGrant.requireVerifier(grant(null, null, true), Optional.empty());
        }).doesNotThrowAnyException();
    }

    @Test
    void demandsTheRedirectUriOfTheAuthorizationRequest() {
        Grant named = grant(null, null, true);
        Grant unnamed = grant(null, null, false);

        refuses(OAuthErrorCode.INVALID_GRANT, () -> AuthorizationCodeGrant.requireRedirectUri(named, Optional.empty()));
        refuses(OAuthErrorCode.INVALID_GRANT, () -> AuthorizationCodeGrant.requireRedirectUri(named, Optional.of(TestClients.REDIRECT_URI + "/")));
        refuses(OAuthErrorCode.INVALID_GRANT, () -> AuthorizationCodeGrant.requireRedirectUri(unnamed, Optional.of("https://evil.example/")));
        assertThatCode(() -> {
            AuthorizationCodeGrant.requireRedirectUri(named, Optional.of(TestClients.REDIRECT_URI));
            AuthorizationCodeGrant.requireRedirectUri(unnamed, Optional.empty());
        }).doesNotThrowAnyException();
    }

    @Test
    void neverWidensScopesAtRefresh() {
        List<String> granted = List.of("openid", "email");

        assertThat(RefreshTokenGrant.narrowed(granted, Optional.empty())).isEqualTo(granted);
        assertThat(RefreshTokenGrant.narrowed(granted, Optional.of("openid"))).containsExactly("openid");
        refuses(OAuthErrorCode.INVALID_SCOPE, () -> RefreshTokenGrant.narrowed(granted, Optional.of("openid profile")));
    }

    @Test
    void keepsAGrantInTheDatabaseAsItWas() {
        RecordCodec codec = new RecordCodec(TestClients.CIPHER);

        assertThat(codec.fromStored(Grant.class, codec.toStored(grant(CHALLENGE, "S256", true)))).isEqualTo(grant(CHALLENGE, "S256", true));
        assertThat(codec.fromStored(Grant.class, codec.toStored(grant(null, null, false)))).isEqualTo(grant(null, null, false));
    }

    private static Grant grant(String challenge, String method, boolean redirectUriSent) {
        return new Grant(List.of("openid"), "n", TestClients.REDIRECT_URI, redirectUriSent, challenge, method, 1767268800, List.of("password"));
    }

    private static void refuses(OAuthErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(OAuthRefusal.class, refused -> assertThat(refused.error().code()).isEqualTo(code));
    }
}
