package org.gatehouse.provider.oauth2;

import jakarta.validation.constraints.Size;
import org.gatehouse.type.Default;

/**
 * How a client's tokens and answers are signed and encrypted, and whom they name (OpenID Connect Dynamic Client Registration 1.0
 * section 2). Names are those of client metadata.
 *
 * @param sectorIdentifierUri the list of redirect URIs that share pairwise subjects, or empty
 * @param statusList whether access tokens name their place in a list that says which have been revoked (Token Status List)
 */
public record TokenFormatSettings(
        @Default("") @Size(max = 2048) String sectorIdentifierUri,
        @Default("false") boolean statusList) {
}
