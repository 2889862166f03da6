package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that are known by a document at their own address (OAuth Client ID Metadata Document), fetched over real HTTPS. */
@ExtendWith(GatehouseServer.class)
class ClientDocumentIT {

    private static final String REDIRECT = "https://client.example.com/cb";

    private final HttpsStub web = new HttpsStub();
    private GatehouseServer server;
    private HttpBrowser browser;
    private OAuthProgram parent;
    private String registration;

    @BeforeEach
    void takeDocuments(GatehouseServer started) {
        server = started;
        browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        parent = OAuthProgram.create(server, "documents", "authorization_code");
        registration = server.api().create("/providers/oauth2-dcr/", Json.createObjectBuilder()
                .add("provider", server.api().get("/core/applications/" + parent.id() + "/").getInt("provider"))
                .add("client_id_documents", true).add("client_id_document_domains", Json.createArrayBuilder().add("127.0.0.1"))
                .add("allowed_grant_types", Json.createArrayBuilder().add("authorization_code").add("refresh_token")).build()).getString("pbm_uuid");
    }

    @AfterEach
    void close() {
        server.api().send("DELETE", "/providers/oauth2-dcr/" + registration + "/", "");
        web.close();
    }

    @Test
    void aClientThatNobodyHasRegisteredLogsItsUserIn() {
        String id = document("/app", Json.createObjectBuilder());

        CodeFlow flow = new CodeFlow(browser, id, REDIRECT);
        Map<String, String> form = flow.tokenParameters(flow.code());
        form.put("client_id", id);
        HttpResponse<String> response = server.browser().postForm("/application/o/token/", form);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonObject tokens = HttpBrowser.json(response);
        assertThat(OAuthProgram.userInfo(server, "Bearer " + tokens.getString("access_token")).body()).contains("akadmin");
        assertThat(web.asked()).containsOnly("/app");
        assertThat(web.asked().size()).as("a document is kept for a while").isEqualTo(1);
    }

    @Test
    void anAddressThatTheDocumentDoesNotNameGetsNoAnswer() {
        String id = document("/app", Json.createObjectBuilder());

        CodeFlow elsewhere = new CodeFlow(browser, id, "https://evil.tld/cb");

        assertThat(elsewhere.authorize(elsewhere.parameters()).statusCode()).isEqualTo(400);
    }

    @Test
    void aDocumentThatIsNoneMakesNoClient() {
        web.on("/foreign", metadata(web.url("/app"), Json.createObjectBuilder()).toString());
        web.on("/secret", metadata(web.url("/secret"), Json.createObjectBuilder().add("client_secret", "s")).toString());
        web.on("/method", metadata(web.url("/method"), Json.createObjectBuilder().add("token_endpoint_auth_method", "client_secret_basic")).toString());
        web.on("/junk", "{");
        web.on("/long", metadata(web.url("/long"), Json.createObjectBuilder().add("client_name", "x".repeat(6000))).toString());

        for (String path : new String[] {"/foreign", "/secret", "/method", "/junk", "/long", "/none"}) {
            CodeFlow flow = new CodeFlow(browser, web.url(path), REDIRECT);
            assertThat(flow.authorize(flow.parameters()).statusCode()).as(path).isEqualTo(400);
            assertThat(web.asked()).as(path).contains(path);
        }
    }

    @Test
    void aHostThatIsNotTrustedIsNotAsked() {
        server.api().patch("/providers/oauth2-dcr/" + registration + "/", Json.createObjectBuilder()
                .add("client_id_document_domains", Json.createArrayBuilder().add("client.example.com")).build());
        String id = document("/app", Json.createObjectBuilder());

        CodeFlow flow = new CodeFlow(browser, id, REDIRECT);

        assertThat(flow.authorize(flow.parameters()).statusCode()).isEqualTo(400);
        assertThat(web.asked()).isEmpty();
    }

    private String document(String path, JsonObjectBuilder more) {
        web.on(path, metadata(web.url(path), more).toString());
        return web.url(path);
    }

    private static JsonObject metadata(String id, JsonObjectBuilder more) {
        JsonArrayBuilder redirects = Json.createArrayBuilder().add(REDIRECT);
        JsonObjectBuilder all = Json.createObjectBuilder().add("client_id", id).add("client_name", "A client with a document").add("redirect_uris", redirects)
                .add("grant_types", Json.createArrayBuilder().add("authorization_code"));
        more.build().forEach(all::add);
        return all.build();
    }
}
