package org.gatehouse.flow.stage.userlogin;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.model.directory.User;
import org.gatehouse.session.LoginProof;

/**
 * What proved the user's identity: the method of the plan, {@code auth_mfa} for a second factor, and {@code auth_webauthn} if that was a
 * key that no other site can ask.
 */
final class LoginMethods {

    private static final String SECOND_FACTOR = "auth_mfa";
    private static final String WEBAUTHN = "webauthndevice";

    private LoginMethods() {
    }

    /** What a login would rest on that was opened now, while the browser still has its former one. */
    static LoginProof proof(FlowContext flow) {
        String method = flow.plan().get(ContextKeys.AUTH_METHOD).orElse("");
        JsonArray devices = devices(flow);
        Stream<String> shown = Stream.of(method, devices.isEmpty() ? "" : SECOND_FACTOR, hasKey(devices) ? "auth_webauthn" : "")
                .filter(name -> !name.isEmpty());
        return new LoginProof(Stream.concat(former(flow, method).stream(), shown).distinct().toList(), flow.flowSlug());
    }

    /** A flow that asks somebody who is logged in for a second factor alone adds to what that login rested on. */
    private static List<String> former(FlowContext flow, String method) {
        if (!method.equals(SECOND_FACTOR)) {
            return List.of();
        }
        return flow.session().filter(session -> flow.pendingUser().map(User::getId).filter(id -> id == session.userId()).isPresent())
                .map(session -> session.methods()).orElse(List.of());
    }

    private static JsonArray devices(FlowContext flow) {
        JsonArray devices = flow.plan().get(ContextKeys.AUTH_METHOD_ARGS).map(args -> args.getJsonArray("mfa_devices")).orElse(null);
        return devices == null ? JsonValue.EMPTY_JSON_ARRAY : devices;
    }

    private static boolean hasKey(JsonArray devices) {
        return devices.getValuesAs(JsonObject.class).stream().anyMatch(device -> device.getString("model_name", "").equals(WEBAUTHN));
    }
}
