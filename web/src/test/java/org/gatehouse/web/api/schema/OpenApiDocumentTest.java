package org.gatehouse.web.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.directory.UserModel;
import org.gatehouse.event.EventModel;
import org.gatehouse.flow.FlowModel;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {

    private final JsonObject document = OpenApiDocument.of(List.of(new UserModel(), new FlowModel(), new EventModel()), "1.2.3");

    @Test
    void describesWhatCanBeWritten() {
        JsonObject request = document.getJsonObject("components").getJsonObject("schemas").getJsonObject("AuthentikFlowsFlowRequest");

        assertThat(request.getJsonArray("required").toString()).isEqualTo("[\"name\",\"slug\",\"title\",\"designation\"]");
        assertThat(request.getJsonObject("properties").getJsonObject("layout").getJsonArray("enum").toString()).contains("content_left");
        assertThat(request.getJsonObject("properties").getJsonObject("layout").getString("default")).isEqualTo("stacked");
    }

    @Test
    void offersOnlyWhatTheModelAllows() {
        assertThat(document.getJsonObject("paths").getJsonObject("/events/events/").keySet()).containsExactly("get");
        assertThat(document.getJsonObject("paths").getJsonObject("/flows/instances/{slug}/").keySet())
                .containsExactly("get", "put", "patch", "delete");
    }

    @Test
    void refersOnlyToSchemasThatExist() {
        TreeSet<String> used = Pattern.compile("#/components/schemas/(\\w+)").matcher(document.toString()).results()
                .map((MatchResult found) -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(document.getJsonObject("components").getJsonObject("schemas").keySet()).containsAll(used);
    }
}
