package org.gatehouse.command;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.CertificateGeneration;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;

/**
 * Gives an OAuth2 provider a new signing key. The key it had stays published, so that what it has signed is still recognised; see
 * {@code docs/token-keys.md} for when to take it out.
 */
@Stateless
public class SigningKeyCommand implements LocalCommand {

    private static final String MODEL = "authentik_providers_oauth2.oauth2provider";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Inject
    private ModelRegistry registry;

    @Inject
    private ManagedModels models;

    @Inject
    private CertificateGeneration generation;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "rotate-signing-key";
    }

    @Override
    public String usage() {
        return "PROVIDER [--alg rsa|ecdsa|ed25519|ed448]\n  Makes a new signing key for the OAuth2 provider of this name and goes on publishing the old one.";
    }

    @Override
    public String run(CommandCall call) {
        call.allowing("alg");
        Actor actor = Actor.ofSystem();
        Model providers = registry.findByName(MODEL).orElseThrow();
        String name = call.word(0, "the name of an OAuth2 provider");
        String key = providers.find(Json.createObjectBuilder().add("name", name).build())
                .orElseThrow(() -> new CommandRefused("There is no OAuth2 provider '" + name + "'."));
        JsonObject before = providers.document(key).orElseThrow();
        String common = "signing-" + key + "-" + STAMP.format(clock.instant());
        String made = generation.generate(actor, Json.createObjectBuilder().add("common_name", common).add("validity_days", 3650)
                .add("alg", call.option("alg").orElse("rsa")).build()).getString("pk");
        models.patch(actor, providers, key, Json.createObjectBuilder().add("signing_key", made).add("token_formats", formats(before)).build());
        return "The provider '" + name + "' signs with '" + common + "' now.";
    }

    /** The formats, with the old key at the head of those that are published as well. */
    private static JsonObject formats(JsonObject provider) {
        JsonObject formats = provider.get("token_formats") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        JsonArrayBuilder further = Json.createArrayBuilder();
        if (provider.get("signing_key") instanceof JsonString old) {
            further.add(old);
        }
        formats.getOrDefault("further_signing_keys", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().forEach(further::add);
        return Json.createObjectBuilder(formats).add("further_signing_keys", further).build();
    }
}
