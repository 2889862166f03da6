package org.gatehouse.provider.oauth2.assurance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.type.Ref;

/**
 * The flow that leads to an authentication context.
 *
 * @param acr a name of {@link AuthenticationContext}, which the login has to earn by its methods, or one of the provider's own, which
 *     stands for having logged in through this flow
 * @param flow an authentication flow
 */
public record AcrFlow(
        @NotBlank @Size(max = 255) @Pattern(regexp = "\\S*", message = "An acr value has no spaces.") String acr,
        @NotNull Ref<Flow> flow) {
}
