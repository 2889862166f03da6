package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.gatehouse.it.contract.ChallengeWalk;
import org.gatehouse.it.contract.ContractWalk;
import org.gatehouse.it.contract.Particulars;
import org.gatehouse.it.contract.PublishedApi;
import org.gatehouse.it.contract.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Calls every operation on stages, policies, property mappings, flows, authenticators, OAuth2 providers and what they issue, and holds status and body against the schema
 * that clients were generated from, as npm's {@code @goauthentik/api} carries it.
 */
@ExtendWith(GatehouseServer.class)
class ContractIT {

    /** The beginnings of other paths: a tag has more than the product has yet. */
    private static final Set<String> PATHS = Set.of("/providers/oauth2", "/oauth2/");

    private static final Set<String> TAGS = Set.of("stages", "policies", "propertymappings", "flows", "authenticators");

    /** Types of this product's own, which the published schema does not know. */
    private static final Set<String> OWN = Set.of("ak-stage-initial-setup-form");

    /** What the executor has shown when the stages that ask something have had their turn. */
    private static final Set<String> CHALLENGES = Set.of("ak-stage-access-denied", "ak-stage-authenticator-email", "ak-stage-authenticator-sms",
            "ak-stage-authenticator-static", "ak-stage-authenticator-totp", "ak-stage-authenticator-validate", "ak-stage-authenticator-webauthn",
            "ak-stage-captcha", "ak-stage-consent", "ak-stage-dummy", "ak-stage-email", "ak-stage-identification", "ak-stage-password",
            "ak-stage-prompt", "xak-flow-redirect");

    @Test
    void everyOperationAnswersAsPublished(GatehouseServer server) {
        ApiClient api = server.api();
        Samples samples = new Samples(api);
        PublishedApi published = PublishedSchema.get();
        ContractWalk all = new ContractWalk(published, published.operations(TAGS, PATHS), api, samples, particulars(server, samples));

        ChallengeWalk challenges = new ChallengeWalk(all.walk(), server, samples);
        challenges.challenges();
        challenges.inspection();
        all.run();

        System.out.println(all.walk().account() + "  challenges: " + challenges.shown());
        assertThat(all.walk().mismatches()).isEmpty();
        assertThat(all.components()).as("types that the walk has made").containsAll(offered(api));
        assertThat(challenges.shown()).as("challenges that the walk has seen").containsAll(CHALLENGES);
    }

    private static Particulars particulars(GatehouseServer server, Samples samples) {
        Particulars particulars = found(server, samples);
        // What this product does not have yet.
        particulars.later("/authenticators/admin/duo/", "Duo");
        particulars.later("/authenticators/duo/", "Duo");
        particulars.later("/stages/authenticator/duo/", "Duo");
        particulars.later("/authenticators/admin/endpoint/", "device trust");
        particulars.later("/authenticators/endpoint/", "device trust");
        particulars.later("/stages/authenticator/endpoint_gdtc/", "device trust");
        particulars.later("/stages/endpoints/", "device trust");
        particulars.later("/stages/source/", "sources");
        particulars.later("/propertymappings/source/", "sources");
        particulars.later("/propertymappings/provider/google_workspace/", "other providers");
        particulars.later("/propertymappings/provider/microsoft_entra/", "other providers");
        particulars.later("/propertymappings/provider/rac/", "other providers");
        particulars.later("/propertymappings/provider/radius/", "other providers");
        particulars.later("/propertymappings/provider/saml/", "other providers");
        particulars.later("/propertymappings/provider/scim/", "other providers");
        return particulars;
    }

    /** Where the objects come from that clients cannot make in the collection itself. */
    private static Particulars found(GatehouseServer server, Samples samples) {
        ApiClient api = server.api();
        Particulars found = new Particulars();
        Map.of("/stages/all/", "/stages/dummy/", "/policies/all/", "/policies/dummy/", "/propertymappings/all/", "/propertymappings/provider/scope/")
                .forEach((all, one) -> found.found(all, () -> api.create(one, samples.most(one)).getString("pk")));
        for (String type : List.of("email", "sms", "static", "totp", "webauthn")) {
            String admin = "/authenticators/admin/" + type + "/";
            found.found("/authenticators/" + type + "/", () -> String.valueOf(api.create(admin, samples.most(admin)).getInt("pk")));
        }
        // Of an application each: what is taken back takes the others along.
        return found.found("/stages/authenticator/webauthn_device_types/",
                        () -> api.get("/stages/authenticator/webauthn_device_types/").getJsonArray("results").getJsonObject(0).getString("aaguid"))
                .found("/policies/reputation/scores/", () -> score(server))
                .found("/oauth2/access_tokens/", () -> new IssuedThings(server).accessToken())
                .found("/oauth2/refresh_tokens/", () -> new IssuedThings(server).refreshToken())
                .found("/oauth2/authorization_codes/", () -> new IssuedThings(server).authorizationCode())
                .call("stages_prompt_prompts_preview_create",
                        () -> api.send("POST", "/stages/prompt/prompts/preview/", samples.most("/stages/prompt/prompts/").toString()));
    }

    /** Somebody types a wrong password; scores are written every few seconds. */
    private static String score(GatehouseServer server) {
        String name = "nobody-" + System.nanoTime();
        server.browser().login(name, "wrong");
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            JsonArray scores = server.api().get("/policies/reputation/scores/?identifier=" + name).getJsonArray("results");
            if (!scores.isEmpty()) {
                return scores.getJsonObject(0).getString("pk");
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        throw new AssertionError("no score of " + name);
    }

    private static Set<String> offered(ApiClient api) {
        Set<String> components = new TreeSet<>();
        for (String family : List.of("stages", "policies", "propertymappings")) {
            String types = api.send("GET", "/" + family + "/all/types/", "").body();
            try (JsonReader reader = Json.createReader(new StringReader(types))) {
                reader.readArray().getValuesAs(JsonObject.class).forEach(type -> components.add(type.getString("component")));
            }
        }
        components.removeAll(OWN);
        return components;
    }
}
