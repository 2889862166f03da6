package org.gatehouse.provider.oauth2.authentication;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.provider.oauth2.ClientAuthenticationMethod;
import org.gatehouse.provider.oauth2.ClientAuthenticationSettings;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.jose.ClientSignatures;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.url.StrictUrl;

/**
 * What a client has to have registered so that its method of authentication can work (RFC 7591 section 2, RFC 8705 section 2, RFC 7517
 * section 4). Private and symmetric keys are refused: whoever sends us one has given it away.
 */
public final class ClientAuthenticationRequirement {

    private static final String PATH = "client_authentication.";
    private static final int MOST_KEYS = 50;
    private static final int LONGEST_SET = 65_536;
    private static final List<JWSAlgorithm> SECRET_ALGORITHMS = List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512);

    private final OAuth2ProviderSettings provider;
    private final ClientAuthenticationSettings settings;
    private final FieldProblems problems;

    private ClientAuthenticationRequirement(OAuth2ProviderSettings provider, FieldProblems problems) {
        this.provider = provider;
        this.settings = provider.clientAuthentication();
        this.problems = problems;
    }

    /** Adds a problem for each thing that is missing, contradictory or unfit. */
    public static void check(OAuth2ProviderSettings settings, FieldProblems problems) {
        ClientAuthenticationRequirement requirement = new ClientAuthenticationRequirement(settings, problems);
        requirement.checkKeys();
        requirement.checkMethod();
        requirement.checkAlgorithm();
        requirement.checkCertificate();
    }

    private void checkKeys() {
        if (settings.jwks() != null && !settings.jwksUri().isEmpty()) {
            add("jwks_uri", "Give the keys or their address, not both.");
        }
        if (settings.jwks() != null) {
            checkSet(settings.jwks());
        }
        if (!settings.jwksUri().isEmpty() && StrictUrl.parse(settings.jwksUri()).filter(ClientAuthenticationRequirement::isSafe).isEmpty()) {
            add("jwks_uri", "Enter an https URL.");
        }
    }

    private static boolean isSafe(StrictUrl url) {
        return url.isWeb() && !url.hasFragment() && (url.scheme().equals("https") || url.isLoopback());
    }

    private void checkSet(JsonObject document) {
        String text = document.toString();
        if (text.length() > LONGEST_SET) {
            add("jwks", "The set of keys is too long.");
            return;
        }
        try {
            List<JWK> keys = JWKSet.parse(text).getKeys();
            if (keys.isEmpty() || keys.size() > MOST_KEYS) {
                add("jwks", "The set needs a key, and can have 50 of them.");
            } else if (keys.stream().anyMatch(JWK::isPrivate)) {
                add("jwks", "The set holds a private or symmetric key; do not use that key any more.");
            } else if (!keys.stream().allMatch(ClientSignatures::isFit)) {
                add("jwks", "Keys have to be RSA with 2048 to 8192 bits, P-256, P-384, P-521 or Ed25519.");
            }
        } catch (ParseException | IllegalArgumentException malformed) {
            add("jwks", "This is not a set of JSON web keys.");
        }
    }

    private void checkMethod() {
        ClientAuthenticationMethod method = settings.tokenEndpointAuthMethod();
        if (method == null) {
            return;
        }
        if ((method == ClientAuthenticationMethod.NONE) != provider.isPublic()) {
            add("token_endpoint_auth_method", "Public clients, and only they, have the method none.");
        }
        boolean needsKeys = method == ClientAuthenticationMethod.PRIVATE_KEY_JWT
                || method == ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH;
        if (needsKeys && settings.jwks() == null && settings.jwksUri().isEmpty()) {
            add("jwks", "This method needs the client's public keys or their address.");
        }
    }

    private void checkAlgorithm() {
        String name = settings.tokenEndpointAuthSigningAlg();
        if (name.isEmpty()) {
            return;
        }
        ClientAuthenticationMethod method = settings.tokenEndpointAuthMethod();
        boolean fit = method != ClientAuthenticationMethod.PRIVATE_KEY_JWT && contains(SECRET_ALGORITHMS, name)
                || method != ClientAuthenticationMethod.CLIENT_SECRET_JWT && contains(ClientSignatures.ALGORITHMS, name);
        if (!fit) {
            add("token_endpoint_auth_signing_alg", "This algorithm does not fit the method.");
        }
    }

    private static boolean contains(List<JWSAlgorithm> algorithms, String name) {
        return algorithms.stream().anyMatch(algorithm -> algorithm.getName().equals(name));
    }

    private void checkCertificate() {
        long named = Stream.of(settings.tlsClientAuthSubjectDn(), settings.tlsClientAuthSanDns(), settings.tlsClientAuthSanUri(),
                settings.tlsClientAuthSanIp(), settings.tlsClientAuthSanEmail()).filter(text -> !text.isEmpty()).count();
        if (named > 1 || named == 0 && settings.tokenEndpointAuthMethod() == ClientAuthenticationMethod.TLS_CLIENT_AUTH) {
            add("tls_client_auth_subject_dn", "Exactly one of the names in the certificate has to be given.");
        }
        Map<String, Boolean> readable = Map.of(
                "tls_client_auth_subject_dn", CertificateNames.isName(settings.tlsClientAuthSubjectDn()),
                "tls_client_auth_san_ip", CertificateNames.isAddress(settings.tlsClientAuthSanIp()));
        readable.forEach((field, fine) -> {
            if (!fine) {
                add(field, "This is not well-formed.");
            }
        });
    }

    private void add(String field, String message) {
        problems.add(PATH + field, message);
    }
}
