package org.gatehouse.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.access.Actor;
import org.gatehouse.attribute.ObjectAttributeModel;
import org.gatehouse.brand.BrandModel;
import org.gatehouse.expression.ExpressionScope;
import org.gatehouse.expression.Expressions;
import org.gatehouse.fixture.Wired;
import org.gatehouse.directory.GroupModel;
import org.gatehouse.flow.FlowModel;
import org.gatehouse.flow.FlowStageBindingModel;
import org.gatehouse.flow.stage.prompt.PromptExpressions;
import org.gatehouse.flow.stage.prompt.PromptModel;
import org.gatehouse.mapping.scope.ScopeMapping;
import org.gatehouse.notification.RuleModel;
import org.gatehouse.notification.TransportModel;
import org.gatehouse.policy.PolicyBindingModel;
import org.gatehouse.policy.expression.ExpressionPolicy;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The product's own blueprints fit the product's own models: every field name, every choice, every reference, every expression. */
class DefaultBlueprintFilesTest {

    private final DefaultBlueprintFiles files = Wired.with(new DefaultBlueprintFiles(), new BlueprintReader());
    private final BlueprintWorld world = new BlueprintWorld();

    @BeforeEach
    void addModels() {
        world.add("authentik_flows.flow", "slug", List.of(FlowModel.Document.class));
        world.add("authentik_flows.flowstagebinding", "pk", List.of(FlowStageBindingModel.Document.class));
        world.add("authentik_policies.policybinding", "pk", List.of(PolicyBindingModel.Document.class));
        world.add("authentik_stages_prompt.prompt", "pk", List.of(PromptModel.Document.class));
        world.add("authentik_core.objectattribute", "pk", List.of(ObjectAttributeModel.Document.class));
        world.add("authentik_brands.brand", "pk", List.of(BrandModel.Document.class));
        world.add("authentik_core.group", "pk", List.of(GroupModel.Document.class));
        world.add(TransportModel.NAME, "pk", List.of(TransportModel.Document.class));
        world.add(RuleModel.NAME, "pk", List.of(RuleModel.Document.class));
        types().forEach(type -> world.add(type.getAnnotation(ObjectType.class).model(), "pk", List.of(MemoryModel.Header.class, settingsOf(type))));
    }

    /** The examples, with values for what each wants to be told. */
    private List<EntryResult> applyExamples(boolean use) {
        JsonObject context = Json.createObjectBuilder().add("use", use).add("captcha_public_key", "public").add("captcha_private_key", "private")
                .add("sms_from_number", "+1").add("sms_account", "account").add("sms_secret", "secret").build();
        return PackagedBlueprints.paths(PackagedBlueprints.EXAMPLE).stream()
                .map(path -> new BlueprintReader().read(path, PackagedBlueprints.text(path)))
                .flatMap(blueprint -> world.applier.apply(blueprint, context).stream()).toList();
    }

    private static Stream<Class<?>> types() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.gatehouse").stream()
                .filter(type -> type.isAnnotatedWith(ObjectType.class)).map(JavaClass::reflect);
    }

    private static Class<? extends Record> settingsOf(Class<?> type) {
        return Arrays.stream(type.getGenericInterfaces()).filter(ParameterizedType.class::isInstance)
                .map(implemented -> ((ParameterizedType) implemented).getActualTypeArguments()[0])
                .map(settings -> ((Class<?>) settings).<Record>asSubclass(Record.class)).findFirst().orElseThrow();
    }

    private List<EntryResult> applyAll() {
        return files.all().stream().flatMap(blueprint -> world.applier.apply(blueprint, JsonValue.EMPTY_JSON_OBJECT).stream()).toList();
    }

    private List<JsonObject> objects(String model) {
        return world.model(model).list(Actor.ofSystem(), ModelQuery.all()).rows();
    }

    @ParameterizedTest
    @ValueSource(strings = {PackagedBlueprints.DEFAULT, PackagedBlueprints.EXAMPLE})
    void allFilesAreNamedInTheIndex(String place) throws IOException {
        Path folder = Path.of("src/main/resources/blueprints", place);
        try (Stream<Path> listed = Files.list(folder)) {
            assertThat(Files.readAllLines(folder.resolve("index.txt"))).containsExactlyInAnyOrderElementsOf(
                    listed.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")).toList());
        }
    }

    @Test
    void fitTheModelsAndChangeNothingTheSecondTime() {
        assertThat(applyAll()).containsOnly(EntryResult.CREATED);
        world.writes.clear();

        assertThat(applyAll()).containsOnly(EntryResult.UNCHANGED);
        assertThat(world.writes).isEmpty();
    }

    @Test
    void examplesFitTheModelsAndChangeNothingTheSecondTime() {
        applyAll();

        assertThat(applyExamples(false)).containsOnly(EntryResult.CREATED, EntryResult.PASSED_OVER);
        assertThat(applyExamples(false)).containsOnly(EntryResult.UNCHANGED, EntryResult.PASSED_OVER);
        assertThat(objects("authentik_brands.brand")).singleElement().satisfies(brand -> assertThat(brand).doesNotContainKey("flow_recovery"));

        assertThat(applyExamples(true)).contains(EntryResult.UPDATED).doesNotContain(EntryResult.CREATED);
        assertThat(objects("authentik_brands.brand")).singleElement()
                .satisfies(brand -> assertThat(brand).containsKeys("flow_recovery", "flow_unenrollment"));
    }

    @Test
    void everyExampleNamesWhatItNeeds() {
        Set<String> names = files.all().stream().map(Blueprint::name).collect(Collectors.toSet());

        assertThat(PackagedBlueprints.paths(PackagedBlueprints.EXAMPLE).stream().map(path -> new BlueprintReader().read(path, PackagedBlueprints.text(path))))
                .allSatisfy(example -> assertThat(example.dependencies()).allMatch(dependency -> names.contains(dependency.name())));
    }

    @Test
    void everyReferenceHasATarget() {
        applyAll();
        applyExamples(true);

        for (String model : List.of("authentik_flows.flowstagebinding", "authentik_policies.policybinding", "authentik_brands.brand",
                "authentik_stages_prompt.promptstage", "authentik_stages_password.passwordstage",
                "authentik_stages_authenticator_validate.authenticatorvalidatestage")) {
            assertThat(objects(model)).isNotEmpty().allSatisfy(object -> assertThat(object.toString()).doesNotContain("null"));
        }
    }

    /** Otherwise whoever finds a browser logged in makes themselves a key to the account. */
    @Test
    void whoHasADeviceShowsItBeforeSettingUpAnother() {
        applyAll();
        applyExamples(false);
        String proof = pk("authentik_stages_authenticator_validate.authenticatorvalidatestage", "name", "default-authenticator-setup-proof");

        for (String kind : List.of("totp", "static", "webauthn", "email", "sms")) {
            String flow = pk("authentik_flows.flow", "slug", "default-authenticator-" + kind + "-setup");
            assertThat(objects("authentik_flows.flowstagebinding")).filteredOn(binding -> binding.getString("target").equals(flow))
                    .as(kind).hasSize(2).allSatisfy(binding -> assertThat(binding.getInt("order") == 0).isEqualTo(binding.getString("stage").equals(proof)));
        }
    }

    @Test
    void accountsThatAreLoggedInToAtOnceAreActive() {
        applyAll();
        applyExamples(false);

        assertThat(objects("authentik_stages_user_write.userwritestage"))
                .filteredOn(stage -> stage.getString("user_creation_mode").equals("always_create"))
                .hasSize(5).allSatisfy(stage -> assertThat(stage.getBoolean("create_users_as_inactive"))
                        .isEqualTo(stage.getString("name").equals("default-enrollment-email-flow-user-write")));
    }

    private String pk(String model, String field, String value) {
        MemoryModel objects = world.model(model);
        return ((JsonString) objects.pkOf(objects.find(Json.createObjectBuilder().add(field, value).build()).orElseThrow())).getString();
    }

    @Test
    void everyExpressionCompiles() {
        applyAll();
        applyExamples(true);

        objects("authentik_stages_prompt.prompt").forEach(prompt -> List.of("initial_value", "placeholder").forEach(field -> {
            if (prompt.getBoolean(field + "_expression", false)) {
                new Expressions().check(PromptExpressions.SCOPE, prompt.getString(field));
            }
        }));
        for (Map.Entry<String, ExpressionScope> kind : Map.of("authentik_policies_expression.expressionpolicy", ExpressionPolicy.SCOPE,
                "authentik_providers_oauth2.scopemapping", ScopeMapping.SCOPE).entrySet()) {
            assertThat(objects(kind.getKey())).isNotEmpty()
                    .allSatisfy(object -> new Expressions().check(kind.getValue(), object.getString("expression")));
        }
    }

    @Test
    void doNotUndoWhatAnAdministratorChanged() {
        applyAll();
        world.apply("""
                version: 1
                entries:
                  - model: authentik_flows.flow
                    identifiers: {slug: default-authentication-flow}
                    attrs: {title: Our company}
                  - model: authentik_brands.brand
                    identifiers: {default: true}
                    attrs: {domain: example.com}
                """);

        assertThat(applyAll()).containsOnly(EntryResult.UNCHANGED);
    }
}
