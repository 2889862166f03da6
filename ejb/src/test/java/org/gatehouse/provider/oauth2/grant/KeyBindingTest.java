package org.gatehouse.provider.oauth2.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.jose.TestKeys;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.PresentedProofs;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;
import org.gatehouse.provider.oauth2.token.TokenOrigin;
import org.junit.jupiter.api.Test;

/** OpenID Connect Key Binding, as the contract has it. */
class KeyBindingTest {

    private static final Confirmation SHOWN = new Confirmation("thumbprint", null);
    private final OAuthClient client = TestClients.confidential();

    @Test
    void isWantedByTheScopeTogetherWithOpenid() {
        assertThat(KeyBinding.isWanted(redeemed("openid", "bound_key"))).isTrue();
        assertThat(KeyBinding.isWanted(redeemed("openid"))).isFalse();
        assertThat(KeyBinding.isWanted(redeemed("bound_key"))).isFalse();
    }

    @Test
    void theIdTokenAndWhatRenewsItAreBoundAndTheAccessTokenIsNot() {
        RedeemedGrant bound = KeyBinding.bind(client, request("code", "the code", proof("the code")), redeemed("openid", "bound_key"), SHOWN);

        assertThat(bound.terms().boundKey()).isEqualTo(TestKeys.EC.toPublicJWK().toJSONObject()).doesNotContainKey("d");
        assertThat(bound.origin().grant().bound()).isEqualTo(SHOWN);
        assertThat(bound.holder()).isEqualTo(Confirmation.NONE);
    }

    @Test
    void theAccessTokenOfAClientThatIsRegisteredForDpopIsBoundAsWell() {
        OAuthClient keyed = TestClients.client(TestClients.settings().add("client_authentication",
                Json.createObjectBuilder().add("dpop_bound_access_tokens", true)));

        assertThat(KeyBinding.bind(keyed, request("device_code", "d", proof("d")), redeemed("openid", "bound_key"), SHOWN).holder()).isEqualTo(SHOWN);
    }

    @Test
    void refusesAProofThatIsMissingOrForAnotherCode() {
        for (TokenRequest wrong : List.of(request("code", "the code", null), request("code", "the code", proof("another")),
                request("code", "the code", proof(null)), request("device_code", "d", proof("another")))) {
            OAuthRefusal refusal = catchThrowableOfType(OAuthRefusal.class,
                    () -> KeyBinding.bind(client, wrong, redeemed("openid", "bound_key"), SHOWN));
            assertThat(refusal.error().code()).isEqualTo(OAuthErrorCode.INVALID_DPOP_PROOF);
        }
        assertThat(KeyBinding.bind(client, request("refresh_token", "r", proof(null)), redeemed("openid", "bound_key"), SHOWN)).isNotNull();
    }

    private static RedeemedGrant redeemed(String... scopes) {
        Grant grant = Grant.withoutCode(List.of(scopes), 0, List.of());
        return new RedeemedGrant(null, new TokenOrigin(UUID.randomUUID(), null, grant), List.of(scopes), true);
    }

    private static TokenRequest request(String name, String value, String proof) {
        return new TokenRequest(Optional.empty(), new RequestParameters(Map.of(name, new String[] {value})),
                new PresentedProofs(proof == null ? List.of() : List.of(proof), List.of(), "POST", "https://id.example.com/"));
    }

    private static String proof(String code) {
        String hash = code == null ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256Bytes(code));
        return TestKeys.sign(TestKeys.EC, new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt"))
                .jwk(TestKeys.EC.toPublicJWK()).build(), new JWTClaimsSet.Builder().claim("c_s256", hash).build());
    }
}
