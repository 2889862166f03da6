package org.gatehouse.web.flow;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gatehouse.web.http.BadJson;
import org.gatehouse.web.http.JsonBody;

/**
 * Turns a posted challenge form into the contract's answer. Only the fields of the component are taken. A prompt's fields are
 * the administrator's; their inputs are called {@code prompt.<field_key>}, and {@code flag} names the ones that are check boxes. A radio
 * button is called {@code choice.<field_key>}, its value begins with an equals sign.
 */
final class FormAnswer {

    private static final String PROMPT = "ak-stage-prompt";
    private static final String VALIDATE = "ak-stage-authenticator-validate";
    private static final String PROMPT_PREFIX = "prompt.";
    private static final String CHOICE_PREFIX = "choice.";

    private static final Map<String, Set<String>> TEXTS = Map.of(
            "ak-stage-identification", Set.of("uid_field", "password", "captcha_token"),
            "ak-stage-password", Set.of("password"),
            "ak-stage-consent", Set.of("token", "decision"),
            "ak-stage-captcha", Set.of("token"),
            "ak-stage-authenticator-email", Set.of("code", "email"),
            "ak-stage-authenticator-sms", Set.of("code", "phone_number"),
            "ak-stage-authenticator-totp", Set.of("code"),
            "ak-provider-oauth2-device-code", Set.of("code"),
            "ak-stage-authenticator-validate", Set.of("code", "selected_stage"));

    /** What a script has put into a hidden field as JSON: the answer of an authenticator. */
    private static final Map<String, String> CREDENTIALS = Map.of(
            "ak-stage-identification", "passkey",
            "ak-stage-authenticator-webauthn", "response",
            VALIDATE, "webauthn");

    private static final Map<String, Set<String>> FLAGS = Map.of("ak-stage-user-login", Set.of("remember_me"));

    private FormAnswer() {
    }

    static JsonObject of(String component, Map<String, String[]> form) {
        JsonObjectBuilder answer = Json.createObjectBuilder().add("component", component);
        TEXTS.getOrDefault(component, Set.of()).stream().filter(form::containsKey).forEach(name -> answer.add(name, first(form, name)));
        FLAGS.getOrDefault(component, Set.of()).forEach(name -> answer.add(name, isYes(form, name)));
        String credential = first(form, CREDENTIALS.getOrDefault(component, ""));
        if (!credential.isEmpty()) {
            answer.add(CREDENTIALS.get(component), json(credential));
        }
        if (component.equals(VALIDATE)) {
            addDevice(answer, form);
        }
        if (component.equals(PROMPT)) {
            addPrompts(answer, form);
        }
        return answer.build();
    }

    /** The device that was picked. */
    private static void addDevice(JsonObjectBuilder answer, Map<String, String[]> form) {
        if (!first(form, "selected_challenge").isEmpty()) {
            answer.add("selected_challenge", DeviceChoice.answer(first(form, "selected_challenge")));
        }
    }

    /** What a script has put into a field; what is no JSON object proves nothing either. */
    private static JsonObject json(String text) {
        try {
            return JsonBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (BadJson notJson) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private static void addPrompts(JsonObjectBuilder answer, Map<String, String[]> form) {
        Set<String> flags = Set.of(Arrays.stream(form.getOrDefault("flag", new String[0])).distinct().toArray(String[]::new));
        Predicate<String> isFlag = flags::contains;
        form.keySet().stream().filter(name -> name.startsWith(PROMPT_PREFIX)).map(name -> name.substring(PROMPT_PREFIX.length()))
                .filter(key -> !key.equals("component")).filter(isFlag.negate())
                .forEach(key -> answer.add(key, first(form, PROMPT_PREFIX + key)));
        form.keySet().stream().filter(name -> name.startsWith(CHOICE_PREFIX) && first(form, name).startsWith("="))
                .filter(name -> !name.equals(CHOICE_PREFIX + "component"))
                .forEach(name -> answer.add(name.substring(CHOICE_PREFIX.length()), first(form, name).substring(1)));
        flags.stream().filter(key -> !key.equals("component")).forEach(key -> answer.add(key, isYes(form, PROMPT_PREFIX + key)));
    }

    private static boolean isYes(Map<String, String[]> form, String name) {
        return form.containsKey(name) && !first(form, name).equals("false");
    }

    static String first(Map<String, String[]> form, String name) {
        String[] values = form.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }
}
