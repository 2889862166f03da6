package org.gatehouse.provider.oauth2.registration;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.url.StrictUrl;

/**
 * Where a client that registers itself may be answered (RFC 7591 section 5, RFC 8252 section 7, OpenID Connect Dynamic Client
 * Registration 1.0 section 2): a web client at https addresses, or on the user's own machine when no token travels through the browser;
 * a native client at schemes of its own, on the user's machine, or at https addresses it claims.
 */
final class RedirectUriRules {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private RedirectUriRules() {
    }

    /** @throws OAuthRefusal {@code invalid_redirect_uri}, or {@code invalid_client_metadata} for an unknown {@code application_type} */
    static void check(ClientMetadata metadata, GrantsAndResponses grants) {
        String type = metadata.text(MetadataName.APPLICATION_TYPE).orElse("web");
        if (!Set.of("web", "native").contains(type)) {
            throw ClientMetadata.refused("The application type is not known.");
        }
        List<String> uris = metadata.texts(MetadataName.REDIRECT_URIS);
        if (uris.isEmpty() && grants.redirects()) {
            throw refused("At least one redirect URI is needed.");
        }
        uris.forEach(uri -> check(uri, type.equals("native"), grants.inFront()));
        metadata.texts(MetadataName.POST_LOGOUT_REDIRECT_URIS).forEach(uri -> check(uri, type.equals("native"), false));
    }

    private static void check(String uri, boolean isNative, boolean inFront) {
        StrictUrl url = StrictUrl.parse(uri).filter(known -> !known.hasFragment()).orElseThrow(() -> refused("A redirect URI is malformed."));
        boolean loopback = LOOPBACK.contains(url.host().toLowerCase(Locale.ROOT));
        boolean allowed = isNative ? !url.isWeb() || url.scheme().equals("https") || loopback
                : url.scheme().equals("https") ? !inFront || !loopback : url.isWeb() && loopback && !inFront;
        if (!allowed) {
            throw refused(isNative ? "A native client is answered at its own scheme, on the user's machine, or at an https address."
                    : "A web client is answered at an https address.");
        }
    }

    private static OAuthRefusal refused(String description) {
        return new OAuthRefusal(OAuthErrorCode.INVALID_REDIRECT_URI, description);
    }
}
