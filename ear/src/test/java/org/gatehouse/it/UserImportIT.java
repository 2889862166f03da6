package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users from CSV files, good and broken ones. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserImportIT {


    private GatehouseServer server;
    private ApiClient api;
    private final String mark = Long.toString(System.nanoTime(), 36);

    @BeforeAll
    void prepare(GatehouseServer running) {
        server = running;
        api = running.api();
    }

    @Test
    void makesAccountsWithGroupsAttributesAndPasswordHashes() throws Exception {
        String group = "imported, \"" + mark;
        api.create("/core/groups/", Json.createObjectBuilder().add("name", group).build());
        String hash = "{SHA}" + Base64.getEncoder().encodeToString(
                MessageDigest.getInstance("SHA-1").digest("pencil".getBytes(StandardCharsets.US_ASCII)));

        JsonObject report = HttpBrowser.json(send("", "\uFEFFusername,name,email,is_active,type,path,groups,attributes.team,attributes.settings.locale,password_hash\r\n"
                + name("full") + ",\"Fülle, Ada\",full@example.org,yes,external,import/a,\"imported, \"\"" + mark + "\",blue,de," + hash + "\r\n"
                + name("bare") + ",,,,,,,,,\r\n"));

        assertThat(report.getInt("created")).isEqualTo(2);
        JsonObject full = Person.find(api, name("full")).orElseThrow();
        assertThat(full.getString("name")).isEqualTo("Fülle, Ada");
        assertThat(full.getString("type")).isEqualTo("external");
        assertThat(full.getJsonObject("attributes").getJsonObject("settings").getString("locale")).isEqualTo("de");
        assertThat(full.getJsonArray("groups_obj").getJsonObject(0).getString("name")).isEqualTo(group);
        assertThat(server.browser().login(name("full"), "pencil").getString("component")).isEqualTo("xak-flow-redirect");
        assertThat(Person.find(api, name("bare")).orElseThrow().getBoolean("is_active")).isTrue();
        assertThat(api.get("/events/events/?action=user_write&ordering=-created&page_size=5").toString()).contains("Users imported from a file");
    }

    @Test
    void reportsEveryBadLineAndStoresNothingOrTheRestAsChosen() {
        Person taken = Person.create(api, "taken");
        String file = "username,email,is_active,type,groups,password_hash\n"
                + name("good") + ",good@example.org,true,internal,,\n"
                + name("badmail") + ",nonsense,,,,\n"
                + taken.username().toUpperCase(Locale.ROOT) + ",,,,,\n"
                + name("good") + ",,,,,\n"
                + ",,,,,\n"
                + name("short") + ",\n"
                + name("badtype") + ",,maybe,wizard,no such group,plain text\n"
                + name("internal") + ",,,internal_service_account,,\n"
                + name("last") + ",,,,,\n";

        HttpResponse<String> refused = send("", file);

        assertThat(refused.statusCode()).isEqualTo(400);
        JsonObject report = HttpBrowser.json(refused);
        assertThat(report.getInt("created")).isZero();
        assertThat(report.getInt("lines")).isEqualTo(9);
        List<String> where = report.getJsonArray("problems").stream().map(one -> one.asJsonObject())
                .map(one -> one.getInt("line") + " " + one.getString("column")).toList();
        assertThat(where).contains("3 email", "4 username", "5 username", "6 username", "7 ", "8 is_active", "8 type", "8 groups", "8 password_hash", "9 type");
        assertThat(refused.body()).as("no content of the file").doesNotContain("plain text").doesNotContain("nonsense");
        assertThat(Person.find(api, name("good"))).isEmpty();

        JsonObject dry = HttpBrowser.json(send("?mode=rest&dry_run=true", file));
        assertThat(dry.getInt("created")).isEqualTo(2);
        assertThat(Person.find(api, name("good"))).isEmpty();
        JsonObject rest = HttpBrowser.json(send("?mode=rest", file));
        assertThat(rest.getInt("created")).isEqualTo(2);
        assertThat(rest.getInt("refused")).isEqualTo(7);
        assertThat(Person.find(api, name("good"))).isPresent();
        assertThat(Person.find(api, name("last"))).isPresent();
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNone() {
        assertThat(problem("").getString("message")).contains("empty");
        assertThat(problem("name\nx\n").getString("column")).isEqualTo("username");
        assertThat(problem("username,shoe size\nx,42\n").getString("column")).isEqualTo("shoe size");
        assertThat(problem("username\n\"open\nnever").getInt("line")).isEqualTo(2);
        HttpResponse<String> latin = sendBytes("text/csv", ("username,name\n" + name("l") + ",ok\n" + name("m") + ",Müller\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(HttpBrowser.json(latin).getJsonArray("problems").getJsonObject(0).getInt("line")).isEqualTo(3);
        assertThat(Person.find(api, name("l"))).isEmpty();
        assertThat(send("?mode=perhaps", "username\nx\n").statusCode()).isEqualTo(400);
        assertThat(sendBytes("application/json", "{}".getBytes(StandardCharsets.UTF_8)).statusCode()).as("no document is a file of users").isIn(405, 415);
    }

    @Test
    void readsSemicolonsAndForms() {
        assertThat(HttpBrowser.json(send("", "username;name\n" + name("semi") + ";\"a;b\"\n")).getInt("created")).isEqualTo(1);
        String form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"u.csv\"\r\nContent-Type: text/csv\r\n\r\nusername\n" + name("form") + "\n\r\n--b--\r\n";
        HttpResponse<String> answer = sendBytes("multipart/form-data; boundary=b", form.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Person.find(api, name("form"))).isPresent();
    }

    @Test
    void importsThousandsOfLinesInBatches() {
        StringBuilder file = new StringBuilder("username,name,email,attributes.number\n");
        for (int i = 0; i < 5_000; i++) {
            file.append(name("m" + i)).append(",Many ").append(i).append(",m").append(i).append("@example.org,").append(i).append('\n');
        }

        long begin = System.nanoTime();
        JsonObject report = HttpBrowser.json(send("", file.toString()));

        assertThat(report.getInt("created")).isEqualTo(5_000);
        assertThat(System.nanoTime() - begin).as("one statement for five hundred, not one each").isLessThan(30_000_000_000L);
        assertThat(api.get("/core/users/?search=" + name("m4999")).getJsonObject("pagination").getInt("count")).isEqualTo(1);
    }

    @Test
    void onlyWhoMayAddUsersImports() {
        Person person = Person.create(api, "nobody");
        HttpBrowser browser = server.browser();
        browser.login(person.username(), Person.PASSWORD);
        browser.get("/api/v3/core/users/me/");
        HttpResponse<String> refused = browser.send(browser.request("/api/v3/core/users/import/").POST(BodyPublishers.ofString("username\n" + name("x") + "\n"))
                .header("Content-Type", "text/csv").header("X-authentik-CSRF", browser.cookie("gatehouse_csrf")));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Person.find(api, name("x"))).isEmpty();
    }

    private JsonObject problem(String file) {
        HttpResponse<String> answer = send("", file);
        assertThat(answer.statusCode()).as(file).isEqualTo(400);
        return HttpBrowser.json(answer).getJsonArray("problems").getJsonObject(0);
    }

    private String name(String what) {
        return what + "-" + mark;
    }

    private HttpResponse<String> send(String query, String file) {
        return sendBytes(query, "text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> sendBytes(String type, byte[] file) {
        return sendBytes("", type, file);
    }

    private HttpResponse<String> sendBytes(String query, String type, byte[] file) {
        HttpBrowser http = server.browser();
        return http.send(http.request("/api/v3/core/users/import/" + query).POST(BodyPublishers.ofByteArray(file))
                .header("Authorization", "Bearer " + GatehouseServer.TOKEN).header("Content-Type", type));
    }
}
