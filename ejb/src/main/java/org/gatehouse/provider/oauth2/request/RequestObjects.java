package org.gatehouse.provider.oauth2.request;

import static org.gatehouse.provider.oauth2.request.RequestObjectKeys.invalid;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.Set;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/** Reads request objects (RFC 9101 section 6): opened, verified, meant for us. */
@ApplicationScoped
public class RequestObjects {

    private static final int LONGEST = 32_768;

    /** Explicit types, and none: tokens of other kinds are no requests (section 10.8). */
    private static final Set<JOSEObjectType> TYPES = Set.of(new JOSEObjectType("oauth-authz-req+jwt"), JOSEObjectType.JWT);

    private RequestObjectKeys keys;
    private RequestObjectClaims claims;

    /** For the container's proxy. */
    protected RequestObjects() {
    }

    @Inject
    public RequestObjects(RequestObjectKeys keys, RequestObjectClaims claims) {
        this.keys = keys;
        this.claims = claims;
    }

    /**
     * The parameters of an object.
     *
     * @throws OAuthRefusal {@code invalid_request_object}, or {@code request_not_supported} when the client has no way to sign
     */
    RequestObject read(OAuthClient client, String text) {
        if (text.length() > LONGEST) {
            throw invalid("The request object is too long.");
        }
        try {
            JWT object = JWTParser.parse(keys.opened(client, text));
            boolean signed = isSigned(client, object);
            JWTClaimsSet said = object.getJWTClaimsSet();
            if (said == null) {
                throw invalid("The request object is not a JSON object.");
            }
            return RequestObject.of(said, signed, claims.check(client, said, signed));
        } catch (ParseException | IllegalArgumentException malformed) {
            throw invalid("The request object is malformed.");
        }
    }

    /** @throws OAuthRefusal as {@link RequestObjectClaims#use} */
    void use(SingleUse once) {
        claims.use(once);
    }

    private boolean isSigned(OAuthClient client, JWT object) {
        JOSEObjectType type = object.getHeader().getType();
        if (type != null && !TYPES.contains(type)) {
            throw invalid("The request object is a token of another type.");
        }
        if (object instanceof SignedJWT signed) {
            if (!RequestObjectKeys.canSign(client)) {
                throw new OAuthRefusal(OAuthErrorCode.REQUEST_NOT_SUPPORTED, "The client has no key that request objects are signed with.");
            }
            keys.verify(client, signed);
            return true;
        }
        requireMayBeUnsigned(client, object);
        return false;
    }

    private static void requireMayBeUnsigned(OAuthClient client, JWT object) {
        if (!(object instanceof PlainJWT) || RequestObjectKeys.mustSign(client)) {
            throw invalid("The request object is not signed.");
        }
        if (!client.settings().authorizationRequests().requestObjectSigningAlg().equals("none")) {
            throw new OAuthRefusal(OAuthErrorCode.REQUEST_NOT_SUPPORTED, "The client has not registered unsigned request objects.");
        }
    }
}
