package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What administrators do in the console, by somebody who has a keyboard and nothing else. */
@ExtendWith(GatehouseServer.class)
class ConsoleJourneysIT {

    private static ChromiumBrowser browser;
    private static Keyboard keyboard;

    @BeforeAll
    static void logIn(GatehouseServer server) {
        browser = new ChromiumBrowser();
        keyboard = new Keyboard(browser);
        browser.open(server.url() + "/if/admin/");
        browser.login("akadmin", GatehouseServer.PASSWORD);
        browser.await(page -> page.getCurrentUrl().startsWith(server.url() + "/if/admin/"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void createsAnApplicationWithProviderAndBindingsInOneGo(GatehouseServer server) {
        String name = "Wiki " + System.nanoTime();
        String group = server.api().create("/core/groups/", Json.createObjectBuilder().add("name", "Readers " + System.nanoTime()).build()).getString("pk");
        String slug = "wiki-" + System.nanoTime();
        home(server);

        keyboard.go("application with provider");
        keyboard.enter("#wizardNext");
        awaitFocusable("#troubles, #field-name-problem span");
        keyboard.type("#field-name", name);
        keyboard.type("#field-slug", slug);
        chooseProvider("authentik_providers_oauth2.oauth2provider");
        keyboard.enter("#wizardNext");
        awaitFocusable("#wizardBack");
        keyboard.enter("#wizardNext");
        awaitFocusable("#wizardCreate");
        keyboard.tabTo("input[name='bind.groups'][value='" + group + "']");
        keyboard.press(Keys.SPACE);
        keyboard.enter("#wizardCreate");
        browser.await(page -> page.getCurrentUrl().contains("done=created"));

        JsonObject application = server.api().get("/core/applications/" + slug + "/");
        assertThat(application.getString("name")).isEqualTo(name);
        assertThat(application.getJsonObject("provider_obj").getString("name")).isEqualTo(name);
        assertThat(server.api().get("/policies/bindings/?target=" + application.getString("pk")).getJsonArray("results").getJsonObject(0)
                .getString("group")).isEqualTo(group);
    }

    @Test
    void buildsAFlowAndBindsAPolicyToIt(GatehouseServer server) {
        String slug = "by-keyboard-" + System.nanoTime();
        String policy = "any-time-" + System.nanoTime();
        server.api().create("/policies/expression/", Json.createObjectBuilder().add("name", policy).add("expression", "true").build());
        home(server);

        keyboard.go("flows: create");
        keyboard.type("#field-name", "By keyboard");
        keyboard.type("#field-slug", slug);
        keyboard.type("#field-title", "Made without a mouse");
        keyboard.enter("#save");
        browser.await(page -> page.getCurrentUrl().contains("done=created"));
        keyboard.enter("#tab-bindings");
        addStage("default-authentication-identification", 1);
        addStage("default-authentication-login", 2);
        keyboard.enter("#up-1");
        browser.await(page -> page.findElements(By.cssSelector("#stagesForm .rows strong")).get(0).getText().equals("default-authentication-login"));
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("name")).as("the focus stays with the moved row").isEqualTo("stageAct");
        keyboard.enter("#bindPolicy");
        awaitFocusable("#field-policy");
        keyboard.choose("#field-policy", policy);
        keyboard.type("#field-order", "0");
        keyboard.enter("#save");
        browser.await(page -> page.getCurrentUrl().contains("tab=bindings"));

        assertThat(browser.text()).contains(policy, "Start", "default-authentication-identification");
        String pk = server.api().get("/flows/instances/" + slug + "/").getString("pk");
        assertThat(server.api().get("/flows/bindings/?target=" + pk + "&ordering=order").getJsonArray("results").getValuesAs(JsonObject.class))
                .extracting(binding -> binding.getJsonObject("stage_obj").getString("name"))
                .containsExactly("default-authentication-login", "default-authentication-identification");
        assertThat(server.api().get("/policies/bindings/?target=" + pk).getJsonObject("pagination").getInt("count")).isEqualTo(1);
    }

    @Test
    void invitesSomebody(GatehouseServer server) {
        String name = "guest-" + System.nanoTime();
        home(server);

        keyboard.go("invitations: create");
        keyboard.type("#field-name", name);
        keyboard.tabTo("#field-flow");
        keyboard.press(Keys.ARROW_DOWN);
        keyboard.enter("#save");
        browser.await(page -> page.getCurrentUrl().contains("done=created"));
        keyboard.tabTo("#invitation-link");
        String link = browser.driver().switchTo().activeElement().getDomProperty("value");
        keyboard.type("#addresses", "guest@example.com");
        keyboard.enter("#sendInvitation");
        browser.await(page -> page.findElements(By.cssSelector("#invitationForm .notice.good")).size() == 1);

        JsonObject made = server.api().get("/stages/invitation/invitations/?name=" + name).getJsonArray("results").getJsonObject(0);
        assertThat(link).startsWith(server.url() + "/if/flow/").endsWith("?itoken=" + made.getString("pk"));
    }

    @Test
    void revokesASession(GatehouseServer server) {
        String name = "visitor-" + System.nanoTime();
        int pk = server.api().create("/core/users/", Json.createObjectBuilder().add("username", name).add("name", "Vera").build()).getInt("pk");
        server.api().send("POST", "/core/users/" + pk + "/set_password/", "{\"password\":\"a long enough password\"}");
        HttpBrowser visitor = server.browser();
        visitor.login(name, "a long enough password");
        assertThat(visitor.get("/api/v3/core/users/me/").statusCode()).isEqualTo(200);
        home(server);

        keyboard.go("sessions");
        keyboard.tabTo("input[name=chosen][aria-label$='" + name + "']");
        keyboard.press(Keys.SPACE);
        keyboard.enter("#bulkDelete");
        awaitFocusable("#bulkConfirm");
        keyboard.enter("#bulkConfirm");
        browser.await(page -> !page.findElements(By.cssSelector("#listForm .notice.good")).isEmpty());

        assertThat(visitor.get("/api/v3/core/users/me/").statusCode()).isIn(401, 403);
    }

    @Test
    void readsWhatWasChanged(GatehouseServer server) {
        String name = "Editors " + System.nanoTime();
        String pk = server.api().create("/core/groups/", Json.createObjectBuilder().add("name", name).build()).getString("pk");
        server.api().patch("/core/groups/" + pk + "/", Json.createObjectBuilder().add("name", name + " of the wiki").build());
        home(server);

        keyboard.go(name);
        keyboard.enter("#tab-events");
        browser.await(page -> page.getCurrentUrl().contains("tab=events"));
        keyboard.enter("main details summary");
        browser.await(page -> page.findElements(By.cssSelector("details[open] td.is")).stream().anyMatch(cell -> cell.getText().equals(name + " of the wiki")));

        assertThat(browser.driver().findElement(By.cssSelector("details[open] td.was")).getText()).isEqualTo(name);
    }

    @Test
    void isToldOfAChangeBySomebodyElseBeforeItIsOverwritten(GatehouseServer server) {
        String name = "Shared " + System.nanoTime();
        String pk = server.api().create("/core/groups/", Json.createObjectBuilder().add("name", name).build()).getString("pk");
        home(server);
        keyboard.go(name);
        server.api().patch("/core/groups/" + pk + "/", Json.createObjectBuilder().add("name", name + " by another").build());

        keyboard.type("#field-name", " by me");
        keyboard.enter("#save");
        awaitFocusable("#conflict");

        assertThat(browser.driver().findElement(By.id("conflict")).getText()).contains(name + " by another", " by me");
        assertThat(server.api().get("/core/groups/" + pk + "/").getString("name")).isEqualTo(name + " by another");
        keyboard.enter("#save");
        browser.await(page -> page.getCurrentUrl().contains("done=saved"));
        assertThat(server.api().get("/core/groups/" + pk + "/").getString("name")).contains("by me");
    }

    private static void addStage(String stage, int count) {
        awaitFocusable("#addStage");
        keyboard.choose("#addStage", stage);
        keyboard.enter("#addStageButton");
        browser.await(page -> page.findElements(By.cssSelector("#stagesForm .rows > li")).size() == count);
    }

    private static void chooseProvider(String model) {
        keyboard.tabTo("input[name=provider-model]");
        for (int step = 0; step < 20; step++) {
            if (model.equals(browser.driver().switchTo().activeElement().getDomProperty("value"))) {
                keyboard.press(Keys.SPACE);
                return;
            }
            keyboard.press(Keys.ARROW_DOWN);
        }
    }

    private static void home(GatehouseServer server) {
        browser.open(server.url() + "/if/admin/");
    }

    private static void awaitFocusable(String selector) {
        browser.await(page -> !page.findElements(By.cssSelector(selector)).isEmpty());
    }
}
