package org.gatehouse.provider.oauth2.metadata;

import jakarta.json.JsonObjectBuilder;
import org.gatehouse.provider.oauth2.OAuthClient;

/**
 * One subject's lines in a provider's metadata; a bean in the package whose behaviour they describe. Each member belongs to exactly one
 * contributor.
 */
public interface MetadataContributor {

    /** Where the lines come in the document: issuer 10, authorization endpoint 20, token endpoint 30, tokens 40, the rest from 50. */
    int order();

    /** Adds what is true for this client. Called by {@link MetadataEndpoint} for each document; what is added is public. */
    void contribute(OAuthClient client, JsonObjectBuilder metadata);
}
