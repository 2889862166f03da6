package org.gatehouse.web.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormAnswerTest {

    @Test
    void takesOnlyTheFieldsOfTheComponent() {
        JsonObject answer = FormAnswer.of("ak-stage-password",
                Map.of("password", values("secret"), "uid_field", values("ada"), "step", values("s"), "is_superuser", values("true")));

        assertThat(answer.keySet()).containsExactlyInAnyOrder("component", "password");
        assertThat(answer.getString("password")).isEqualTo("secret");
    }

    @Test
    void leavesOutWhatTheFormDidNotHave() {
        JsonObject answer = FormAnswer.of("ak-stage-identification", Map.of("uid_field", values("ada")));

        assertThat(answer.keySet()).containsExactlyInAnyOrder("component", "uid_field");
    }

    @Test
    void makesABooleanOfRememberMe() {
        assertThat(FormAnswer.of("ak-stage-user-login", Map.of("remember_me", values("true"))).getBoolean("remember_me")).isTrue();
        assertThat(FormAnswer.of("ak-stage-user-login", Map.of("remember_me", values("false"))).getBoolean("remember_me")).isFalse();
        assertThat(FormAnswer.of("ak-stage-user-login", Map.of()).getBoolean("remember_me")).isFalse();
    }

    @Test
    void takesPromptsByTheirPrefixAndFlagsAsBooleans() {
        JsonObject answer = FormAnswer.of("ak-stage-prompt", Map.of("prompt.username", values("ada"), "flag", values("terms", "news"),
                "prompt.terms", values("true"), "other", values("x")));

        assertThat(answer.keySet()).containsExactlyInAnyOrder("component", "username", "terms", "news");
        assertThat(answer.getBoolean("terms")).isTrue();
        assertThat(answer.getBoolean("news")).isFalse();
    }

    @Test
    void takesChoicesWhoseValueMayBeEmpty() {
        JsonObject answer = FormAnswer.of("ak-stage-prompt", Map.of("choice.team", values("="), "choice.colour", values("=red=dark"),
                "choice.component", values("=x"), "choice.odd", values("on")));

        assertThat(answer.keySet()).containsExactlyInAnyOrder("component", "team", "colour");
        assertThat(answer.getString("team")).isEmpty();
        assertThat(answer.getString("colour")).isEqualTo("red=dark");
        assertThat(answer.getString("component")).isEqualTo("ak-stage-prompt");
    }

    @Test
    void doesNotLetAPromptReplaceTheComponent() {
        JsonObject answer = FormAnswer.of("ak-stage-prompt", Map.of("prompt.component", values("ak-stage-password"), "flag", values("component")));

        assertThat(answer.getString("component")).isEqualTo("ak-stage-prompt");
    }

    @Test
    void takesWhatAnAuthenticatorSaidAsAnObject() {
        assertThat(FormAnswer.of("ak-stage-authenticator-webauthn", Map.of("response", values("{\"id\":\"a\"}"))).getJsonObject("response").getString("id"))
                .isEqualTo("a");
        assertThat(FormAnswer.of("ak-stage-identification", Map.of("uid_field", values("ada"), "passkey", values(""))).keySet())
                .containsExactlyInAnyOrder("component", "uid_field");
    }

    @Test
    void makesAChallengeOfAPickedDevice() {
        JsonObject picked = FormAnswer.of("ak-stage-authenticator-validate", Map.of("selected_challenge", values("email:17"))).getJsonObject("selected_challenge");

        assertThat(picked.getString("device_class")).isEqualTo("email");
        assertThat(picked.getString("device_uid")).isEqualTo("17");
        for (String odd : new String[] {"", ":", "x", "::", "email:"}) {
            assertThat(FormAnswer.of("ak-stage-authenticator-validate", Map.of("selected_challenge", values(odd)))).isNotNull();
        }
    }

    @Test
    void takesWhatASecurityKeySaidOnlyAsAnObject() {
        assertThat(FormAnswer.of("ak-stage-authenticator-validate", Map.of("webauthn", values("{\"id\":\"x\"}"))).getJsonObject("webauthn").getString("id"))
                .isEqualTo("x");
        for (String odd : new String[] {"[]", "1", "{", "null", "\"x\""}) {
            assertThat(FormAnswer.of("ak-stage-authenticator-validate", Map.of("webauthn", values(odd))).getJsonObject("webauthn")).isEmpty();
        }
        assertThat(FormAnswer.of("ak-stage-authenticator-validate", Map.of("webauthn", values(""))).containsKey("webauthn")).isFalse();
    }

    @Test
    void showsTheGenericPageForAComponentNobodyKnows() {
        assertThat(ChallengePages.of("../../WEB-INF/web")).isEqualTo("/flow/challenge/generic.xhtml");
    }

    private static String[] values(String... values) {
        return values;
    }
}
