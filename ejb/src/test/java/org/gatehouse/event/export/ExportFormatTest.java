package org.gatehouse.event.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.type.InvalidInput;
import org.junit.jupiter.api.Test;

class ExportFormatTest {

    @Test
    void makesTextOfWhatASpreadsheetWouldRun() {
        for (String cell : List.of("=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|cmd")) {
            assertThat(EventCsv.cell(cell)).startsWith("\"'");
        }
        assertThat(EventCsv.cell("a=1")).isEqualTo("\"a=1\"");
        assertThat(EventCsv.cell("")).isEqualTo("\"\"");
    }

    @Test
    void keepsACellInItsCell() {
        AuditEvent event = event("login_failed", "=cmd\",\"x\nnext");

        assertThat(ExportFormat.CSV.line(event)).contains("\"'=cmd\"\",\"\"x\nnext\"").endsWith("\r\n");
    }

    @Test
    void writesOneJsonDocumentALine() {
        String line = ExportFormat.JSON.line(event("login", "a\nb"));

        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        assertThat(json(line).getString("action")).isEqualTo("login");
    }

    @Test
    void saysWhatHappenedInTheWordsOfOcsf() {
        JsonObject failed = json(ExportFormat.OCSF.line(event("login_failed", "alice")));
        assertThat(failed.getInt("class_uid")).isEqualTo(3002);
        assertThat(failed.getInt("type_uid")).isEqualTo(300201);
        assertThat(failed.getInt("status_id")).isEqualTo(2);
        assertThat(failed.getJsonObject("user").getString("name")).isEqualTo("alice");
        assertThat(failed.getJsonObject("src_endpoint").getString("ip")).isEqualTo("192.0.2.1");

        assertThat(json(ExportFormat.OCSF.line(event("custom_x", "alice"))).getInt("class_uid")).isZero();
    }

    @Test
    void refusesAFormatItDoesNotKnow() {
        assertThat(ExportFormat.read(null)).isEqualTo(ExportFormat.CSV);
        assertThat(ExportFormat.read("ocsf")).isEqualTo(ExportFormat.OCSF);
        assertThatThrownBy(() -> ExportFormat.read("../xml")).isInstanceOf(InvalidInput.class);
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static AuditEvent event(String action, String username) {
        AuditEvent event = new AuditEvent();
        event.setId(new UUID(0, 1));
        event.setAction(action);
        event.setApp("app");
        event.setActor(Json.createObjectBuilder().add("pk", 7).add("username", username).build());
        event.setClientIp("192.0.2.1");
        event.setCreated(Instant.EPOCH);
        event.setExpires(Instant.EPOCH);
        return event;
    }
}
