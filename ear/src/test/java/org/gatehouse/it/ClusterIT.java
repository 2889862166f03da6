package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gatehouse.launcher.DatabaseAccess;
import org.gatehouse.launcher.EmbeddedPostgres;
import org.gatehouse.launcher.WildFlyNode;
import org.gatehouse.launcher.WildFlyProfile;
import org.junit.jupiter.api.Test;

/** Two nodes of one cluster: losing one, or restarting all, logs nobody out. */
class ClusterIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Test
    void aLoginSurvivesTheLossOfItsNodeAndARestartOfAll() {
        try (EmbeddedPostgres postgres = GatehouseServer.postgres("postgres-cluster").start()) {
            DatabaseAccess database = GatehouseServer.newDatabase(postgres);
            try (WildFlyNode one = GatehouseServer.node("one", WildFlyProfile.HA, 600, database);
                    WildFlyNode two = GatehouseServer.node("two", WildFlyProfile.HA, 700, database)) {
                one.deploy(GatehouseServer.ear()).start().awaitReady(PATIENCE);
                two.deploy(GatehouseServer.ear()).start().awaitReady(PATIENCE);

                HttpBrowser browser = new HttpBrowser(one.url());
                HttpBrowser halfWay = new HttpBrowser(one.url());
                browser.login("akadmin", GatehouseServer.PASSWORD);
                halfWay.challenge("default-authentication-flow");
                halfWay.answer("default-authentication-flow", jakarta.json.Json.createObjectBuilder()
                        .add("component", "ak-stage-identification").add("uid_field", "akadmin").build());
                assertLoggedIn(browser, one, two);

                one.kill();
                assertLoggedIn(browser, two);
                assertThat(HttpBrowser.json(halfWay.get(two.url() + "/api/v3/flows/executor/default-authentication-flow/"))
                        .getString("component")).as("a login that was half done").isEqualTo("ak-stage-password");

                two.stop();
                one.start().awaitReady(PATIENCE);
                assertLoggedIn(browser, one);
                assertThat(HttpBrowser.json(halfWay.get(one.url() + "/api/v3/flows/executor/default-authentication-flow/"))
                        .getString("component")).as("a login that was half done when the last node stopped").isEqualTo("ak-stage-password");

                browser.get(one.url() + "/api/v3/flows/executor/default-invalidation-flow/");
                two.start().awaitReady(PATIENCE);
                assertThat(browser.get(two.url() + "/api/v3/core/users/me/").statusCode()).as("after logout").isEqualTo(403);
            }
        }
    }

    private static void assertLoggedIn(HttpBrowser browser, WildFlyNode... nodes) {
        for (WildFlyNode node : nodes) {
            assertThat(browser.get(node.url() + "/api/v3/core/users/me/").body()).as(node.settings().name())
                    .contains("\"username\":\"akadmin\"");
        }
    }
}
