package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** npm's {@code @goauthentik/api}, the typed client of the published contract, drives the whole life of an application. */
@ExtendWith(GatehouseServer.class)
class ApplicationLifeIT {

    @Test
    void anApplicationIsMadeUsedChangedAndTakenAwayByTheTypedClient(GatehouseServer server) {
        Path folder = PublishedSchema.install();
        JsonObject order = Json.createObjectBuilder().add("url", server.url()).add("token", GatehouseServer.TOKEN).build();

        String printed = ExternalTool.run(folder, List.of("node", "application-life.mjs", order.toString()));

        JsonObject result = HttpBrowser.parse(printed.strip().lines().reduce((first, last) -> last).orElse(""));
        assertThat(result.getJsonArray("types").getValuesAs(JsonString::getString)).contains("Flow", "IdentificationStage", "FlowStageBinding",
                "ExpressionPolicy", "PolicyBinding", "OAuth2Provider", "Application", "Group", "User", "Token", "TokenView", "PasswordChallenge",
                "RedirectChallenge", "tokens", "Event", "UsedBy");
        assertThat(result.getInt("answers")).isGreaterThan(100);
    }
}
