package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A flow in the console: its drawing, its export, and why somebody is let in. */
@ExtendWith(GatehouseServer.class)
class FlowConsoleIT {

    private static final String PAGE = "/if/admin/object.xhtml?model=authentik_flows.flow&key=default-authentication-flow&tab=bindings";

    @Test
    void drawsTheFlowAndOffersItsExport(GatehouseServer server) {
        HttpBrowser administrator = server.browser();
        administrator.login("akadmin", GatehouseServer.PASSWORD);

        HttpResponse<String> page = administrator.get(PAGE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("flow-diagram", "default-authentication-identification", "default-authentication-flow-password-stage");
        HttpResponse<String> export = administrator.get("/api/v3/flows/instances/default-authentication-flow/export/");
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.body()).contains("authentik_flows.flowstagebinding");
    }

    @Test
    void explainsWhatPoliciesSayAboutAUser(GatehouseServer server) {
        HttpBrowser administrator = server.browser();
        administrator.login("akadmin", GatehouseServer.PASSWORD);

        assertThat(administrator.get(PAGE + "&explain=akadmin").body()).contains("The flow itself", "default-authentication-flow-password-stage: yes");
        assertThat(administrator.get(PAGE + "&explain=nobody-at-all").body()).contains("There is no such user.");
    }
}
