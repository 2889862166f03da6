package org.gatehouse.provider.oauth2.request;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.provider.oauth2.AuthorizationRequestSettings;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;

/**
 * What counts of a request object and of the parameters beside it. By RFC 9101 section 6.3 the object alone. OpenID Connect Core 1.0
 * section 6.1 lets an OpenID request, known by the scope beside the object, have more beside it, which the object overrides; not for
 * clients that have to sign, as nobody has signed that.
 */
final class RequestMerge {

    private RequestMerge() {
    }

    /** @throws OAuthRefusal {@code invalid_request_object} when the two speak of different clients or response types */
    static RequestParameters merge(OAuthClient client, RequestParameters sent, RequestObject object) {
        requireClient(client, object);
        sent.find("response_type").ifPresent(beside -> requireSame(object, "response_type", beside));
        Map<String, List<String>> all = isOpenid(sent) && !isStrict(client) ? sent.all() : new LinkedHashMap<>();
        all.keySet().removeAll(List.of("request", "request_uri"));
        all.putAll(object.parameters());
        all.put("client_id", List.of(client.clientId()));
        return RequestParameters.of(all);
    }

    private static void requireClient(OAuthClient client, RequestObject object) {
        requireSame(object, "client_id", client.clientId());
    }

    private static void requireSame(RequestObject object, String name, String beside) {
        List<String> inside = object.parameters().getOrDefault(name, List.of(beside));
        if (!inside.equals(List.of(beside))) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST_OBJECT, "The " + name + " of the request object is another one.");
        }
    }

    private static boolean isOpenid(RequestParameters sent) {
        return sent.find("scope").filter(scope -> Arrays.asList(scope.split(" ")).contains("openid")).isPresent();
    }

    private static boolean isStrict(OAuthClient client) {
        AuthorizationRequestSettings settings = client.settings().authorizationRequests();
        return settings.signedOnly() || settings.securityProfile().isFapi();
    }
}
