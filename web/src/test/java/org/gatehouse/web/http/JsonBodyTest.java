package org.gatehouse.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonBodyTest {

    private static JsonObject read(String text) {
        return JsonBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsAnObject() {
        JsonObject object = read(" {\"a\":[1,2.5,-3e2,true,false,null,{\"b\":\"\\u00e4\\ud83d\\ude00\"}]} ");

        assertThat(object.toString()).isEqualTo("{\"a\":[1,2.5,-300,true,false,null,{\"b\":\"ä😀\"}]}");
    }

    @Test
    void refusesWhatIsNotOneObject() {
        for (String body : List.of("", " ", "{", "}", "[]", "null", "\"x\"", "1", "{} {}", "{}x", "{\"a\":}", "{'a':1}", "{\"a\":1,}", "\u0000")) {
            assertThatThrownBy(() -> read(body)).as(body).isInstanceOfSatisfying(BadJson.class, bad -> assertThat(bad.status()).isEqualTo(400));
        }
    }

    @Test
    void refusesWhatTwoReadersCouldReadDifferently() {
        assertThatThrownBy(() -> read("{\"a\":1,\"a\":2}")).isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> read("{\"x\":{\"a\":1,\"\\u0061\":2}}")).isInstanceOf(BadJson.class);
    }

    @Test
    void refusesWhatWouldCostTooMuch() {
        for (String body : List.of("{\"a\":1e1000000000}", "{\"a\":1e-99999}", "{\"a\":" + "9".repeat(5000) + "}", "{\"a\":1e99999999999}",
                "{\"a\":" + "[".repeat(20_000), "{\"a\":".repeat(20_000), "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}")) {
            assertThatThrownBy(() -> read(body)).isInstanceOf(BadJson.class);
        }
    }

    @Test
    void refusesTextThatCannotBeKept() {
        for (String body : List.of("{\"a\":\"\\u0000\"}", "{\"\\u0000\":1}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\udc00x\"}")) {
            assertThatThrownBy(() -> read(body)).as(body).isInstanceOf(BadJson.class);
        }
        assertThatThrownBy(() -> JsonBody.read(new ByteArrayInputStream(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})))
                .isInstanceOf(BadJson.class);
    }

    @Test
    void saysWhenABodyIsTooLarge() {
        assertThatThrownBy(() -> read("{\"a\":\"" + "x".repeat(JsonBody.MAX_BYTES) + "\"}"))
                .isInstanceOfSatisfying(BadJson.class, bad -> assertThat(bad.status()).isEqualTo(413));
    }
}
