package org.gatehouse.provider.oauth2.request;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/**
 * What a request object says (RFC 9101 section 4).
 *
 * @param parameters by name; JSON values as their text
 * @param signed whether the client has signed it
 * @param once by what it can be told that it was used; empty for one that may be used again
 */
record RequestObject(Map<String, List<String>> parameters, boolean signed, Optional<SingleUse> once) {

    /** Claims about the object itself. */
    private static final Set<String> OF_THE_OBJECT = Set.of("iss", "aud", "exp", "nbf", "iat", "jti", "sub");

    /** Section 4: an object must not lead to another one. */
    private static final Set<String> FORBIDDEN = Set.of("request", "request_uri");

    static RequestObject of(JWTClaimsSet claims, boolean signed, Optional<SingleUse> once) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        claims.getClaims().forEach((name, value) -> {
            if (FORBIDDEN.contains(name)) {
                throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST_OBJECT, "A request object must not name another one.");
            }
            if (!OF_THE_OBJECT.contains(name) && value != null) {
                parameters.put(name, texts(name, value));
            }
        });
        return new RequestObject(parameters, signed, once);
    }

    private static List<String> texts(String name, Object value) {
        if (!name.equals("resource") || !(value instanceof List<?> several)) {
            return List.of(text(value));
        }
        List<String> texts = new ArrayList<>();
        several.forEach(one -> texts.add(text(one)));
        return texts;
    }

    @SuppressWarnings("unchecked")
    private static String text(Object value) {
        if (value instanceof Map<?, ?> object) {
            return JSONObjectUtils.toJSONString((Map<String, ?>) object);
        }
        return value instanceof List<?> array ? JSONArrayUtils.toJSONString(array) : String.valueOf(value);
    }

    @Override
    public String toString() {
        return "RequestObject[signed=" + signed + "]";
    }
}
