package org.gatehouse.provider.oauth2;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import org.gatehouse.model.WireName;
import org.gatehouse.provider.oauth2.jose.ClientSignatures;

/** Sets of rules that a client can be bound to as a whole. Each holds everything the one before it does. */
public enum SecurityProfile implements WireName {
    /** What the other settings say, and no more. */
    NONE("none"),
    /** OAuth 2.1 (draft-ietf-oauth-v2-1): codes only, with PKCE, to exact addresses. */
    OAUTH_2_1("oauth_2_1"),
    /** FAPI 2.0 Security Profile: pushed requests, keys instead of secrets, tokens bound to their sender. */
    FAPI_2_SECURITY("fapi_2_security"),
    /** FAPI 2.0 Message Signing: requests and answers signed as well. */
    FAPI_2_MESSAGE_SIGNING("fapi_2_message_signing");

    private static final List<JWSAlgorithm> FAPI = List.of(JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA);

    private final String wireName;

    SecurityProfile(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** Whether a client that is bound to this one keeps the rules of {@code other} too. */
    public boolean includes(SecurityProfile other) {
        return compareTo(other) >= 0;
    }

    /** The algorithms by which a client may sign with its own key (FAPI 2.0 Security Profile section 5.4.1), in the order of metadata. */
    public List<JWSAlgorithm> clientAlgorithms() {
        return isFapi() ? FAPI : ClientSignatures.ALGORITHMS;
    }

    /** Whether this is one of FAPI 2.0. */
    public boolean isFapi() {
        return includes(FAPI_2_SECURITY);
    }
}
