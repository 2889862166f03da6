package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.gatehouse.it.contract.ChallengeWalk;
import org.gatehouse.it.contract.Operation;
import org.gatehouse.it.contract.PublishedApi;
import org.gatehouse.it.contract.ResourceWalk;
import org.gatehouse.it.contract.Samples;
import org.gatehouse.it.contract.Walk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Calls every operation on stages, policies, property mappings, flows, authenticators, OAuth2 providers and what they issue, and holds status and body against the schema
 * that clients were generated from, as npm's {@code @goauthentik/api} carries it.
 */
@ExtendWith(GatehouseServer.class)
class ContractIT {

    /** The beginnings of other paths: a tag has more than the product has yet. */
    private static final Set<String> PATHS = Set.of("/providers/oauth2", "/oauth2/", "/core/user_consent/");

    private static final Set<String> TAGS = Set.of("stages", "policies", "propertymappings", "flows", "authenticators");

    /** What this product does not have yet: collections by the beginning of their path. One that turns up is walked. */
    private static final Map<String, String> LATER = Map.ofEntries(
            Map.entry("/authenticators/admin/duo/", "Duo"),
            Map.entry("/authenticators/duo/", "Duo"),
            Map.entry("/stages/authenticator/duo/", "Duo"),
            Map.entry("/authenticators/admin/endpoint/", "device trust"),
            Map.entry("/authenticators/endpoint/", "device trust"),
            Map.entry("/stages/authenticator/endpoint_gdtc/", "device trust"),
            Map.entry("/stages/endpoints/", "device trust"),
            Map.entry("/stages/source/", "sources"),
            Map.entry("/propertymappings/source/", "sources"),
            Map.entry("/propertymappings/provider/google_workspace/", "other providers"),
            Map.entry("/propertymappings/provider/microsoft_entra/", "other providers"),
            Map.entry("/propertymappings/provider/rac/", "other providers"),
            Map.entry("/propertymappings/provider/radius/", "other providers"),
            Map.entry("/propertymappings/provider/saml/", "other providers"),
            Map.entry("/propertymappings/provider/scim/", "other providers"));

    /** Types of this product's own, which the published schema does not know. */
    private static final Set<String> OWN = Set.of("ak-stage-initial-setup-form");

    /** What the executor has shown when the stages that ask something have had their turn. */
    private static final Set<String> CHALLENGES = Set.of("ak-stage-access-denied", "ak-stage-authenticator-email", "ak-stage-authenticator-sms",
            "ak-stage-authenticator-static", "ak-stage-authenticator-totp", "ak-stage-authenticator-validate", "ak-stage-authenticator-webauthn",
            "ak-stage-captcha", "ak-stage-consent", "ak-stage-dummy", "ak-stage-email", "ak-stage-identification", "ak-stage-password",
            "ak-stage-prompt", "xak-flow-redirect");

    private static PublishedApi published;

    @BeforeAll
    static void fetchTheSchema() throws IOException {
        ExternalTool.require("npm", "nodejs, npm");
        Path folder = Path.of(System.getProperty("gatehouse.test.directory")).resolve("published-api");
        Files.createDirectories(folder);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc")) {
            Files.copy(Path.of(System.getProperty("gatehouse.test.scripts")).resolve("published-api").resolve(file), folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        ExternalTool.run(folder, List.of("npm", "ci", "--silent", "--ignore-scripts"));
        published = PublishedApi.read(folder.resolve("node_modules/@goauthentik/api/schema.yml"));
    }

    @Test
    void everyOperationAnswersAsPublished(GatehouseServer server) {
        ApiClient api = server.api();
        Samples samples = new Samples(api);
        Walk walk = new Walk(published, published.operations(TAGS, PATHS), api);
        ResourceWalk resources = new ResourceWalk(walk, api, samples, found(server, samples), LATER);

        ChallengeWalk challenges = new ChallengeWalk(walk, server, samples);
        challenges.challenges();
        challenges.inspection();
        walk.call(walk.operation("stages_prompt_prompts_preview_create"), "", "", samples.most("/stages/prompt/prompts/").toString());
        walk.call(walk.operation("flows_instances_cache_clear_create"), "", "", "");
        walk.call(walk.operation("policies_all_cache_clear_create"), "", "", "");
        walk.operations().stream().filter(ContractIT::isCollection).map(Operation::path).distinct().forEach(resources::walk);

        System.out.println(walk.account() + "  challenges: " + challenges.shown());
        assertThat(walk.mismatches()).isEmpty();
        assertThat(resources.components()).as("types that the walk has made").containsAll(offered(api));
        assertThat(challenges.shown()).as("challenges that the walk has seen").containsAll(CHALLENGES);
    }

    private static boolean isCollection(Operation operation) {
        return operation.method().equals("GET") && !operation.path().contains("{");
    }

    /** Where the objects come from that clients cannot make in the collection itself. */
    private static Map<String, Supplier<String>> found(GatehouseServer server, Samples samples) {
        ApiClient api = server.api();
        Map<String, Supplier<String>> found = new LinkedHashMap<>();
        Map.of("/stages/all/", "/stages/dummy/", "/policies/all/", "/policies/dummy/", "/propertymappings/all/", "/propertymappings/provider/scope/")
                .forEach((all, one) -> found.put(all, () -> api.create(one, samples.most(one)).getString("pk")));
        for (String type : List.of("email", "sms", "static", "totp", "webauthn")) {
            String admin = "/authenticators/admin/" + type + "/";
            found.put("/authenticators/" + type + "/", () -> String.valueOf(api.create(admin, samples.most(admin)).getInt("pk")));
        }
        found.put("/stages/authenticator/webauthn_device_types/",
                () -> api.get("/stages/authenticator/webauthn_device_types/").getJsonArray("results").getJsonObject(0).getString("aaguid"));
        found.put("/policies/reputation/scores/", () -> score(server));
        // Of an application each: what is taken back takes the others along.
        found.put("/oauth2/access_tokens/", () -> new IssuedThings(server).accessToken());
        found.put("/oauth2/refresh_tokens/", () -> new IssuedThings(server).refreshToken());
        found.put("/oauth2/authorization_codes/", () -> new IssuedThings(server).authorizationCode());
        found.put("/core/user_consent/", () -> new IssuedThings(server).consent());
        return found;
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
