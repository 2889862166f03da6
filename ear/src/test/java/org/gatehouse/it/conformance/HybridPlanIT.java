package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code oidcc-hybrid-certification-test-plan}: the code that has come with tokens is good for more of them. */
@DisplayName("oidcc-hybrid-certification-test-plan")
class HybridPlanIT extends FrontChannelModules {

    @Override
    List<String> responseTypes() {
        return List.of("code id_token", "code token", "code id_token token");
    }

    @ParameterizedTest
    @MethodSource("responseTypes")
    @DisplayName("oidcc-server: at the token endpoint")
    void theCodeIsRedeemed(String responseType) {
        Map<String, String> request = rp().request(responseType, "openid");
        Arrival arrival = rp().authorize(browser(), request).succeeded();

        OIDCTokenResponse tokens = RelyingParty.granted(rp().redeem(arrival.code()));

        IDTokenClaimsSet claims = rp().verify(tokens.getOIDCTokens().getIDToken(), request.get("nonce"), tokens.getOIDCTokens().getAccessToken());
        if (arrival.get("id_token") != null) {
            IDTokenClaimsSet front = RelyingParty.done(() -> rp().verify(JWTParser.parse(arrival.get("id_token")), request.get("nonce"), null));
            assertThat(claims.getSubject()).isEqualTo(front.getSubject());
            assertThat(claims.getIssuer()).isEqualTo(front.getIssuer());
        }
    }

    @ParameterizedTest
    @MethodSource("responseTypes")
    @DisplayName("oidcc-codereuse")
    void codeReuse(String responseType) {
        String code = rp().authorize(browser(), rp().request(responseType, "openid")).code();
        RelyingParty.granted(rp().redeem(code));

        assertThat(RelyingParty.refused(rp().redeem(code))).isEqualTo("invalid_grant");
    }
}
