package org.gatehouse.mail;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;

/**
 * A letter as the recipient will see it, and as it is kept (sealed) until a mail server has taken it.
 *
 * @param server a mail server of its own, or null for the installation's, as it is when the letter is sent
 */
record WrittenLetter(String to, String subject, String html, String text, SmtpServer server) {

    String toJson() {
        var json = Json.createObjectBuilder().add("to", to).add("subject", subject).add("html", html).add("text", text);
        Optional.ofNullable(server).ifPresent(own -> json.add("server", Json.createObjectBuilder().add("host", own.host())
                .add("port", own.port()).add("username", own.username()).add("password", own.password()).add("use_tls", own.useTls())
                .add("use_ssl", own.useSsl()).add("timeout", own.timeout().toMillis()).add("from", own.from())));
        return json.build().toString();
    }

    static WrittenLetter ofJson(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new WrittenLetter(json.getString("to"), json.getString("subject"), json.getString("html"), json.getString("text"),
                    json.containsKey("server") ? serverOf(json.getJsonObject("server")) : null);
        }
    }

    private static SmtpServer serverOf(JsonObject json) {
        return new SmtpServer(json.getString("host"), json.getInt("port"), json.getString("username"), json.getString("password"),
                json.getBoolean("use_tls"), json.getBoolean("use_ssl"), Duration.ofMillis(json.getInt("timeout")), json.getString("from"));
    }

    @Override
    public String toString() {
        return "WrittenLetter[]";
    }
}
