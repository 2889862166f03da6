package org.gatehouse.provider.oauth2.metadata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.model.WireName;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.SubjectType;
import org.gatehouse.provider.oauth2.jose.ContentEncryption;
import org.gatehouse.provider.oauth2.jose.KeyAlgorithm;
import org.gatehouse.provider.oauth2.token.ProviderKeys;

/** The part of the metadata about how tokens and answers are signed and encrypted (Discovery 1.0 section 3, RFC 9701 section 7). */
@ApplicationScoped
public class TokenFormatMetadata implements MetadataContributor {

    private static final JsonArray KEY_ALGORITHMS = names(List.of(KeyAlgorithm.values()));
    private static final JsonArray CONTENT_ENCRYPTIONS = names(List.of(ContentEncryption.values()));
    private static final JsonArray SUBJECT_TYPES = names(List.of(SubjectType.values()));

    private ProviderKeys keys;

    /** For the container's proxy. */
    protected TokenFormatMetadata() {
    }

    @Inject
    public TokenFormatMetadata(ProviderKeys keys) {
        this.keys = keys;
    }

    @Override
    public int order() {
        return 45;
    }

    /** The first signing algorithm is the one of this client's ID tokens, as some clients take no other. */
    @Override
    public void contribute(OAuthClient client, JsonObjectBuilder json) {
        JsonArray signing = names(keys.algorithms(client));
        json.add("subject_types_supported", SUBJECT_TYPES);
        Stream.of("id_token", "userinfo", "introspection", "authorization").forEach(what -> json
                .add(what + "_signing_alg_values_supported", signing)
                .add(what + "_encryption_alg_values_supported", KEY_ALGORITHMS)
                .add(what + "_encryption_enc_values_supported", CONTENT_ENCRYPTIONS));
    }

    private static JsonArray names(List<? extends WireName> values) {
        return Json.createArrayBuilder(values.stream().map(WireName::wireName).toList()).build();
    }
}
