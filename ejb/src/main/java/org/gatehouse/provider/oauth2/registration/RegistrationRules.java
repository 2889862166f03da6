package org.gatehouse.provider.oauth2.registration;

import jakarta.json.JsonObject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.type.Default;
import org.gatehouse.type.TimeSpan;

/**
 * What clients get and what they have to bring. The first four are the contract's.
 *
 * @param defaultApplicationGroup the heading under which their applications are shown
 * @param accessTokenValidity how long their access tokens last
 * @param refreshTokenValidity how long their refresh tokens last
 * @param allowedGrantTypes the only grants they may register for
 * @param openRegistration whether a client needs no initial access token (RFC 7591 section 1.3)
 * @param mostClients how many may have registered at a time
 * @param registrationsPerHour how many may try from one network in an hour
 * @param softwareStatementKeys the public keys of those whose software statements are believed (RFC 7591 section 2.3), or null
 * @param approvedSoftware the only {@code software_id}s, or empty for any
 * @param requireSoftwareStatement whether every client must bring a software statement
 * @param clientIdDocuments whether clients may be known by documents that they publish themselves
 * @param clientIdDocumentDomains the hosts of such documents: {@code app.example.com}, {@code *.example.com} or {@code *}
 */
public record RegistrationRules(
        @Default("") @Size(max = 500) String defaultApplicationGroup,
        @NotNull @Default("hours=1") TimeSpan accessTokenValidity,
        @NotNull @Default("days=30") TimeSpan refreshTokenValidity,
        @NotNull @Default("[\"authorization_code\", \"refresh_token\"]") List<GrantType> allowedGrantTypes,
        @Default("false") boolean openRegistration,
        @Default("100") @Min(1) @Max(100_000) int mostClients,
        @Default("60") @Min(1) @Max(100_000) int registrationsPerHour,
        JsonObject softwareStatementKeys,
        @Default("[]") @Size(max = 100) List<@Size(max = 255) String> approvedSoftware,
        @Default("false") boolean requireSoftwareStatement,
        @Default("false") boolean clientIdDocuments,
        @Default("[]") @Size(max = 100) List<@Size(max = 255) String> clientIdDocumentDomains) {

    /** Whether clients may register for this grant; hybrid answers are part of code and implicit. */
    boolean allows(GrantType type) {
        return allowedGrantTypes.contains(type) || type == GrantType.HYBRID
                && allowedGrantTypes.containsAll(List.of(GrantType.AUTHORIZATION_CODE, GrantType.IMPLICIT));
    }
}
