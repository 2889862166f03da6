package org.gatehouse.provider.oauth2.check;

import java.util.List;
import org.gatehouse.provider.oauth2.AuthorizationRequestSettings;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.profile.ProfileContradictions;
import org.gatehouse.provider.oauth2.request.RequestObjectAlgorithms;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.url.StrictUrl;

/** What annotations cannot say about {@link AuthorizationRequestSettings}, and whether the provider keeps its security profile. */
public final class RequestSettingsCheck {

    private static final String SECTION = "authorization_requests.";

    private RequestSettingsCheck() {
    }

    public static void check(OAuth2ProviderSettings settings, FieldProblems problems) {
        AuthorizationRequestSettings requests = settings.authorizationRequests();
        List<String> uris = requests.requestUris();
        for (int i = 0; i < uris.size(); i++) {
            if (StrictUrl.parse(uris.get(i)).filter(StrictUrl::isWeb).isEmpty()) {
                problems.add(SECTION + "request_uris." + i, "Enter an http or https URL.");
            }
        }
        List<String> resources = requests.resources();
        for (int i = 0; i < resources.size(); i++) {
            if (StrictUrl.parse(resources.get(i)).filter(url -> !url.hasFragment()).isEmpty()) {
                problems.add(SECTION + "resources." + i, "Enter an absolute URI without a fragment.");
            }
        }
        checkObjects(requests, problems);
        ProfileContradictions.of(settings).forEach(problems::add);
    }

    private static void checkObjects(AuthorizationRequestSettings requests, FieldProblems problems) {
        String signature = requests.requestObjectSigningAlg();
        if (!signature.isEmpty() && !RequestObjectAlgorithms.isKnown(signature)) {
            problems.add(SECTION + "request_object_signing_alg", "This algorithm is not supported.");
        }
        if (signature.equals("none") && requests.signedOnly()) {
            problems.add(SECTION + "request_object_signing_alg", "Requests that have to be signed need an algorithm.");
        }
        if (!requests.requestObjectEncryptionAlg().isEmpty() && !requests.requestObjectEncryptionAlg().equals("RSA-OAEP-256")) {
            problems.add(SECTION + "request_object_encryption_alg", "Only RSA-OAEP-256 is supported.");
        }
    }
}
