package org.gatehouse.flow.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.PlanContext;

/**
 * What people have answered in a flow ({@link ContextKeys#PROMPT_DATA}), by field key.
 *
 * <p>Passwords are not among it. A plan is kept in the cluster cache, is shown by the inspector, and can be written to the database;
 * so a password goes into a place of its own ({@link #PASSWORDS}), sealed with the installation's key, and only the stage that
 * writes the user opens it, once: {@link #takePassword}. Validation policies see it in the clear, in memory, while the answer is
 * being judged; policies and expressions of later steps do not.
 */
@ApplicationScoped
public class PromptData {

    /** Sealed passwords by field key. */
    static final ContextKey<JsonObject> PASSWORDS = ContextKey.object("prompt.passwords");

    /** Values that answers cannot replace. */
    static final ContextKey<JsonObject> FIXED = ContextKey.object("prompt.fixed");

    @Inject
    private SecretCipher cipher;

    /** All answers so far, without passwords. */
    public JsonObject of(PlanContext plan) {
        return plan.get(ContextKeys.PROMPT_DATA).orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The values that were decided beforehand. */
    public JsonObject fixed(PlanContext plan) {
        return plan.get(FIXED).orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Notes answers, replacing earlier ones of the same fields; a fixed value stays. */
    public void answer(PlanContext plan, Map<String, JsonValue> values) {
        JsonObjectBuilder data = Json.createObjectBuilder(of(plan));
        values.forEach(data::add);
        fixed(plan).forEach(data::add);
        plan.put(ContextKeys.PROMPT_DATA, data.build());
    }

    /** Notes values that no later answer replaces. */
    public void fix(PlanContext plan, JsonObject values) {
        JsonObjectBuilder more = Json.createObjectBuilder(fixed(plan));
        values.forEach(more::add);
        plan.put(FIXED, more.build());
        answer(plan, Map.of());
    }

    /** Keeps a password, sealed. */
    public void keepPassword(PlanContext plan, String field, String password) {
        JsonObject kept = plan.get(PASSWORDS).orElse(JsonValue.EMPTY_JSON_OBJECT);
        plan.put(PASSWORDS, Json.createObjectBuilder(kept).add(field, cipher.seal(password)).build());
    }

    /**
     * Opens the password of a field and forgets all passwords of the plan: it is used now or never.
     *
     * @return empty when none was asked for, or it was left empty
     */
    public Optional<String> takePassword(PlanContext plan, String field) {
        Optional<String> sealed = plan.get(PASSWORDS).map(kept -> kept.get(field)).map(json -> ((JsonString) json).getString());
        plan.remove(PASSWORDS);
        return sealed.map(cipher::open);
    }
}
