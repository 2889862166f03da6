package org.gatehouse.provider.oauth2;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.gatehouse.provider.oauth2.assurance.AcrFlow;
import org.gatehouse.provider.oauth2.protocol.ResponseType;
import org.gatehouse.type.Default;

/**
 * What a client's authorization requests have to be, and what they may ask for (OpenID Connect Dynamic Client Registration 1.0 section 2,
 * RFC 9101, RFC 9126, RFC 9396 section 10). Names are those of client metadata where there are any.
 *
 * @param securityProfile the rules the client is bound to as a whole
 * @param requirePkce whether a confidential client must use PKCE too, and every client S256
 * @param requirePushedAuthorizationRequests whether every request must have been pushed first (RFC 9126 section 6)
 * @param requireSignedRequestObject whether every request must be a signed object (RFC 9101 section 10.5)
 * @param requestObjectSigningAlg the only algorithm of request objects, {@code none} for unsigned ones, or empty for any that fits
 * @param requestObjectEncryptionAlg the algorithm that request objects must be encrypted with, or empty if they need not be
 * @param requestUris where the client keeps request objects that a {@code request_uri} may name
 * @param authorizationDetailsTypes the types of {@code authorization_details} it may ask for
 * @param resources the resources it may ask tokens for (RFC 8707)
 * @param defaultMaxAge the {@code max_age} of requests without one, in seconds, or null
 * @param requireAuthTime whether ID tokens must say when the user logged in; they always do
 * @param defaultAcrValues the {@code acr_values} of requests without any
 * @param responseTypes those the client confines itself to; empty for all that its grant types permit
 * @param acrFlows the flows that lead to authentication contexts
 */
public record AuthorizationRequestSettings(
        @NotNull @Default("none") SecurityProfile securityProfile,
        @Default("false") boolean requirePkce,
        @Default("false") boolean requirePushedAuthorizationRequests,
        @Default("false") boolean requireSignedRequestObject,
        @Default("") @Size(max = 16) String requestObjectSigningAlg,
        @Default("") @Size(max = 32) String requestObjectEncryptionAlg,
        @Default("[]") @Size(max = 50) List<@Size(max = 2048) String> requestUris,
        @Default("[]") @Size(max = 50) List<@Size(max = 255) String> authorizationDetailsTypes,
        @Default("[]") @Size(max = 50) List<@Size(max = 2048) String> resources,
        @Min(0) @Max(999_999_999) Integer defaultMaxAge,
        @Default("false") boolean requireAuthTime,
        @Default("[]") @Size(max = 20) List<@Size(max = 255) String> defaultAcrValues,
        @Default("[]") @Size(max = 10) List<ResponseType> responseTypes,
        @Default("[]") @Size(max = 20) @Valid List<AcrFlow> acrFlows) {

    /** The same, stricter if these are. */
    public AuthorizationRequestSettings atLeast(SecurityProfile profile, boolean pkce, boolean pushed, boolean signed) {
        return new AuthorizationRequestSettings(securityProfile.includes(profile) ? securityProfile : profile, requirePkce || pkce,
                requirePushedAuthorizationRequests || pushed, requireSignedRequestObject || signed, requestObjectSigningAlg,
                requestObjectEncryptionAlg, requestUris, authorizationDetailsTypes, resources, defaultMaxAge, requireAuthTime, defaultAcrValues,
                responseTypes, acrFlows);
    }

    /** Whether a request that was not pushed is refused. */
    public boolean pushedOnly() {
        return requirePushedAuthorizationRequests || securityProfile.isFapi();
    }

    /** Whether a request that nobody has signed is refused. */
    public boolean signedOnly() {
        return requireSignedRequestObject || securityProfile.includes(SecurityProfile.FAPI_2_MESSAGE_SIGNING);
    }

    /** Whether every request needs a code challenge, by S256. */
    public boolean pkceOnly() {
        return requirePkce || securityProfile.includes(SecurityProfile.OAUTH_2_1);
    }
}
