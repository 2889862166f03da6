package org.gatehouse.provider.oauth2.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.model.WireName;
import org.gatehouse.provider.oauth2.GrantType;

/**
 * Which grants a client asks for. Grant types and response types say the same thing twice and must not contradict each other
 * (RFC 7591 section 2.1, OpenID Connect Dynamic Client Registration 1.0 section 2); what is left out follows from the other.
 *
 * @param grants what the provider has to allow
 * @param responseTypes what the client may ask the authorization endpoint for
 */
public record GrantsAndResponses(List<GrantType> grants, List<String> responseTypes) {

    private static final Set<String> PARTS = Set.of("code", "id_token", "token");
    private static final Set<GrantType> INTERACTIVE = Set.of(GrantType.AUTHORIZATION_CODE, GrantType.IMPLICIT, GrantType.HYBRID);

    /** @throws org.gatehouse.provider.oauth2.protocol.OAuthRefusal {@code invalid_client_metadata} for unknown values and contradictions */
    static GrantsAndResponses of(ClientMetadata metadata) {
        List<String> responses = responses(metadata);
        Set<GrantType> grants = new LinkedHashSet<>(metadata.has(MetadataName.GRANT_TYPES)
                ? metadata.texts(MetadataName.GRANT_TYPES).stream().map(GrantsAndResponses::grant).toList() : implied(responses));
        if (!metadata.has(MetadataName.RESPONSE_TYPES)) {
            responses = implied(grants);
        }
        requireAgreement(grants, responses);
        if (responses.stream().anyMatch(GrantsAndResponses::isHybrid)) {
            grants.add(GrantType.HYBRID);
        }
        return new GrantsAndResponses(List.copyOf(grants), responses);
    }

    private static List<String> responses(ClientMetadata metadata) {
        return metadata.texts(MetadataName.RESPONSE_TYPES).stream().map(GrantsAndResponses::canonical).distinct().toList();
    }

    /** The parts in alphabetical order: their order means nothing (OAuth 2.0 Multiple Response Type Encoding Practices section 3). */
    private static String canonical(String responseType) {
        List<String> parts = Arrays.asList(responseType.split(" ", -1));
        if (!PARTS.containsAll(parts) || new TreeSet<>(parts).size() != parts.size()) {
            throw ClientMetadata.refused("A response type is not supported.");
        }
        return String.join(" ", new TreeSet<>(parts));
    }

    private static GrantType grant(String name) {
        Optional<GrantType> known = WireName.find(GrantType.class, name).filter(type -> type != GrantType.HYBRID);
        return known.orElseThrow(() -> ClientMetadata.refused("A grant type is not supported."));
    }

    private static List<GrantType> implied(List<String> responses) {
        List<GrantType> grants = new ArrayList<>();
        if (responses.isEmpty() || responses.stream().anyMatch(GrantsAndResponses::hasCode)) {
            grants.add(GrantType.AUTHORIZATION_CODE);
        }
        if (responses.stream().anyMatch(GrantsAndResponses::hasToken)) {
            grants.add(GrantType.IMPLICIT);
        }
        return grants;
    }

    private static List<String> implied(Set<GrantType> grants) {
        return grants.contains(GrantType.AUTHORIZATION_CODE) ? List.of("code")
                : grants.contains(GrantType.IMPLICIT) ? List.of("id_token", "id_token token") : List.of();
    }

    private static void requireAgreement(Set<GrantType> grants, List<String> responses) {
        boolean code = responses.stream().anyMatch(GrantsAndResponses::hasCode);
        boolean token = responses.stream().anyMatch(GrantsAndResponses::hasToken);
        if (code && !grants.contains(GrantType.AUTHORIZATION_CODE) || token && !grants.contains(GrantType.IMPLICIT)
                || grants.contains(GrantType.AUTHORIZATION_CODE) && !code) {
            throw ClientMetadata.refused("Grant types and response types contradict each other.");
        }
    }

    private static boolean hasCode(String responseType) {
        return Arrays.asList(responseType.split(" ")).contains("code");
    }

    private static boolean hasToken(String responseType) {
        return !responseType.equals("code");
    }

    private static boolean isHybrid(String responseType) {
        return hasCode(responseType) && hasToken(responseType);
    }

    /** Whether answers go to a redirect URI. */
    boolean redirects() {
        return grants.stream().anyMatch(INTERACTIVE::contains);
    }

    /** Whether tokens are answered by the authorization endpoint itself. */
    boolean inFront() {
        return responseTypes.stream().anyMatch(GrantsAndResponses::hasToken);
    }

    /** The grant types as client metadata names them: {@code hybrid} is none there. */
    static List<String> names(List<GrantType> grants) {
        return grants.stream().filter(type -> type != GrantType.HYBRID).map(GrantType::wireName).toList();
    }
}
