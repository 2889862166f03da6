package org.gatehouse.web.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.Test;

class DeviceChoiceTest {

    @Test
    void asksForTheCodeOfAnAppAtOnce() {
        DeviceChoice app = choice("totp", Json.createObjectBuilder());

        assertThat(app.isSending()).isFalse();
        assertThat(app.isSent()).isFalse();
        assertThat(app.isNumeric()).isTrue();
        assertThat(app.getValue()).isEqualTo("totp:7");
        assertThat(app.address()).isEmpty();
    }

    @Test
    void asksWhetherToSendACodeBeforeItAsksForIt() {
        DeviceChoice mail = choice("email", Json.createObjectBuilder().add("email", "a***@example.com"));
        DeviceChoice sent = choice("sms", Json.createObjectBuilder().add("phone_number", "****12").add("selected", true));

        assertThat(mail.isSending()).isTrue();
        assertThat(mail.address()).isEqualTo("a***@example.com");
        assertThat(sent.isSending()).isFalse();
        assertThat(sent.isSent()).isTrue();
        assertThat(sent.address()).isEqualTo("****12");
    }

    @Test
    void letsPaperCodesHaveLetters() {
        assertThat(choice("static", Json.createObjectBuilder()).isNumeric()).isFalse();
    }

    private static DeviceChoice choice(String deviceClass, JsonObjectBuilder challenge) {
        JsonObject wire = Json.createObjectBuilder().add("device_class", deviceClass).add("device_uid", "7").add("challenge", challenge)
                .addNull("last_used").build();
        return DeviceChoice.of(wire);
    }
}
