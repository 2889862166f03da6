package org.gatehouse.provider.oauth2;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.gatehouse.provider.oauth2.assurance.AcrFlow;
import org.gatehouse.provider.oauth2.protocol.ResponseType;
import org.gatehouse.type.Default;

/**
 * What a client's authorization requests have to be (RFC 7591 section 2, RFC 9126, RFC 9101). Names are those of client metadata.
 *
 * @param requirePushedAuthorizationRequests whether every request must have been pushed first (RFC 9126 section 6)
 * @param responseTypes those the client confines itself to; empty for all that its grant types permit
 * @param defaultAcrValues the authentication contexts that are wanted when a request names none (OpenID Connect Dynamic Client
 *     Registration 1.0 section 2)
 * @param acrFlows the flows that lead to authentication contexts
 */
public record AuthorizationRequestSettings(
        @Default("false") boolean requirePushedAuthorizationRequests,
        @Default("[]") @Size(max = 10) List<ResponseType> responseTypes,
        @Default("[]") @Size(max = 20) List<@Size(max = 255) String> defaultAcrValues,
        @Default("[]") @Size(max = 20) @Valid List<AcrFlow> acrFlows) {
}
