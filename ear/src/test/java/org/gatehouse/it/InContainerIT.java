package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.access.Actor;
import org.gatehouse.cache.SingleUse;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;
import org.gatehouse.session.LoginProof;
import org.gatehouse.session.OpenedSession;
import org.gatehouse.session.Sessions;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.ObjectInUse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What needs the container to be true: transactions, the caches, the database's own rules. Runs inside WildFly, in the EAR. */
@ExtendWith(ArquillianExtension.class)
class InContainerIT {

    private static final String NOBODY = "x";

    @Inject
    private ModelRegistry models;

    @Inject
    private ManagedModels managed;

    @Inject
    private LoginGate gate;

    @Inject
    private Sessions sessions;

    @Inject
    private SingleUse singleUse;

    @Resource
    private ManagedExecutorService executor;

    @Deployment
    static EnterpriseArchive ear() {
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("gatehouse.ear")));
        ear.getAsType(WebArchive.class, "gatehouse-web.war").addClass(InContainerIT.class);
        return ear;
    }

    @Test
    void aKeyCanBeClaimedOnce() throws Exception {
        List<Future<Boolean>> claims = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            claims.add(executor.submit(() -> singleUse.claim("test", "one key", Duration.ofMinutes(1))));
        }
        int won = 0;
        for (Future<Boolean> claim : claims) {
            won += claim.get() ? 1 : 0;
        }
        assertEquals(1, won);
        assertTrue(singleUse.claim("another kind", "one key", Duration.ofMinutes(1)));
    }

    @Test
    void anEndedSessionIsGoneAndADisabledUserIsNotAdmitted() {
        long user = user("session-" + System.nanoTime());
        OpenedSession opened = sessions.open(gate.admit(user), Duration.ofHours(1), new LoginProof(List.of("password"), ""), Set.of());
        assertEquals(user, sessions.find(opened.key()).orElseThrow().userId());

        sessions.end(opened.session().id());
        assertTrue(sessions.find(opened.key()).isEmpty());
        assertThrows(LoginRefused.class, () -> gate.admitSession(opened.session().id()));

        managed.patch(Actor.ofSystem(), model("authentik_core.user"), String.valueOf(user), json("is_active", "false"));
        assertThrows(LoginRefused.class, () -> gate.admit(user));
    }

    @Test
    void whatIsReferredToCannotBeDeleted() {
        Model flows = model("authentik_flows.flow");
        String slug = "in-use-" + System.nanoTime();
        managed.create(Actor.ofSystem(), flows, Json.createObjectBuilder().add("name", slug).add("slug", slug).add("title", slug)
                .add("designation", "recovery").build());
        String flow = managed.read(Actor.ofSystem(), flows, slug).getString("pk");
        String stage = managed.create(Actor.ofSystem(), model("authentik_stages_identification.identificationstage"),
                Json.createObjectBuilder().add("name", slug).add("recovery_flow", flow).build());

        ObjectInUse inUse = assertThrows(ObjectInUse.class, () -> managed.delete(Actor.ofSystem(), flows, slug));
        assertEquals(stage, inUse.usedBy().get(0).key());

        managed.delete(Actor.ofSystem(), model("authentik_stages_identification.identificationstage"), stage);
        managed.delete(Actor.ofSystem(), flows, slug);
        assertFalse(flows.document(slug).isPresent());
    }

    @Test
    void aChangeLeavesAnEventWithItsDiff() {
        String name = "diff-" + System.nanoTime();
        Model deny = model("authentik_stages_deny.denystage");
        String key = managed.create(Actor.ofSystem(), deny, Json.createObjectBuilder().add("name", name).add("deny_message", "no").build());

        managed.patch(Actor.ofSystem(), deny, key, Json.createObjectBuilder().add("deny_message", "never").build());

        JsonObject event = managed.list(Actor.ofSystem(), model("authentik_events.event"), ModelQuery.all()).rows().stream()
                .filter(row -> row.getString("action").equals("model_updated")
                        && row.getJsonObject("context").getJsonObject("model").getString("pk").equals(key))
                .findFirst().orElseThrow();
        JsonObject diff = event.getJsonObject("context").getJsonObject("diff").getJsonObject("deny_message");
        assertEquals("no", diff.getString("previous_value"));
        assertEquals("never", diff.getString("new_value"));
    }

    @Test
    void whoMayNotManageChangesNothing() {
        Model deny = model("authentik_stages_deny.denystage");
        JsonObject document = Json.createObjectBuilder().add("name", "not allowed").build();
        assertThrows(AccessDenied.class, () -> managed.create(Actor.anonymous(), deny, document));
        assertThrows(AccessDenied.class, () -> managed.list(new Actor(1L, NOBODY, false, false), deny, ModelQuery.all()));
        assertTrue(deny.find(Json.createObjectBuilder().add("name", "not allowed").build()).isEmpty());
    }

    @Test
    void everyConfiguredTypeCanBeListedAndRefusesEmptyInput() {
        for (Model model : models.all()) {
            assertTrue(model.list(Actor.ofSystem(), ModelQuery.all()).count() >= 0, model.name());
            if (model.fields().stream().anyMatch(field -> field.required())) {
                assertThrows(InvalidInput.class, () -> managed.create(Actor.ofSystem(), model, Json.createObjectBuilder().build()), model.name());
            }
        }
    }

    @Test
    void theSameNameInOtherCaseIsTaken() {
        String name = "twin-" + System.nanoTime();
        user(name);
        assertThrows(InvalidInput.class, () -> user(name.toUpperCase(java.util.Locale.ROOT)));
    }

    private long user(String name) {
        return Long.parseLong(managed.create(Actor.ofSystem(), model("authentik_core.user"),
                Json.createObjectBuilder().add("username", name).add("name", name).build()));
    }

    private Model model(String name) {
        return Optional.of(name).flatMap(models::findByName).orElseThrow(() -> new AssertionError("no model " + name));
    }

    private static JsonObject json(String field, String literal) {
        try (var reader = Json.createReader(new java.io.StringReader("{\"" + field + "\":" + literal + "}"))) {
            return reader.readObject();
        }
    }
}
