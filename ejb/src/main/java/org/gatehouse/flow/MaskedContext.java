package org.gatehouse.flow;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.regex.Pattern;

/** A plan's context as it may be shown: what has the name or the form of a secret is replaced. */
final class MaskedContext {

    private static final String MASK = "**********";
    private static final Pattern SECRET_NAME = Pattern.compile("passw|secret|token|code|otp|seed|challenge|private|credential|(^|_)key|pin$",
            Pattern.CASE_INSENSITIVE);
    /** What {@link org.gatehouse.crypto.SecretCipher} has sealed. */
    private static final Pattern SEALED = Pattern.compile("v1:[0-9a-f]{8}:.*", Pattern.DOTALL);

    private MaskedContext() {
    }

    /** The context, with what policies have decided so far as {@code policy_decisions}, and why a plan was refused. */
    static JsonObject of(FlowPlan plan) {
        JsonArrayBuilder decisions = Json.createArrayBuilder();
        plan.history().decisions().forEach(decision -> decisions.add(decision.toJson()));
        return Json.createObjectBuilder(mask(plan.context().toJson())).add("policy_decisions", decisions)
                .add("refused", plan.isRefused()).add("refusal", plan.refusal()).build();
    }

    static JsonObject mask(JsonObject object) {
        JsonObjectBuilder masked = Json.createObjectBuilder();
        object.forEach((name, value) -> masked.add(name, SECRET_NAME.matcher(name).find() ? Json.createValue(MASK) : mask(value)));
        return masked.build();
    }

    private static JsonValue mask(JsonValue value) {
        if (value instanceof JsonObject object) {
            return mask(object);
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder masked = Json.createArrayBuilder();
            array.forEach(item -> masked.add(mask(item)));
            return masked.build();
        }
        return value instanceof JsonString text && SEALED.matcher(text.getString()).matches() ? Json.createValue(MASK) : value;
    }
}
