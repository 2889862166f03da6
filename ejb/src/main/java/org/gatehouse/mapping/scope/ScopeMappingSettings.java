package org.gatehouse.mapping.scope;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.gatehouse.type.Default;
import org.gatehouse.type.Expression;

/**
 * The settings of a scope mapping.
 *
 * @param expression yields a map of claims; see {@link ScopeMapping#SCOPE}
 * @param scopeName the scope that must have been granted, a {@code scope-token} of RFC 6749 section 3.3; several mappings may
 *     share one
 * @param description what the consent page shows for the scope; empty to show nothing
 */
public record ScopeMappingSettings(
        @NotBlank @Expression String expression,
        @NotBlank @Pattern(regexp = "[\\x21\\x23-\\x5B\\x5D-\\x7E]*", message = "A scope has no spaces, quotes or backslashes.")
        String scopeName,
        @Default("") String description) {
}
