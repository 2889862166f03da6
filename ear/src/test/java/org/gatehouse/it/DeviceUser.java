package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser beside a device. While there is one, the default brand has a flow that asks for the codes of devices. */
final class DeviceUser implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\"[^>]*value=\"([^\"]*)\"");

    private final ApiClient api;
    private final HttpBrowser browser;
    private final String brand;
    private final JsonValue before;

    DeviceUser(GatehouseServer server, HttpBrowser browser) {
        this.api = server.api();
        this.browser = browser;
        TestFlow flow = new TestFlow(api, "stage_configuration");
        api.patch("/flows/instances/" + flow.slug() + "/", Json.createObjectBuilder().add("authentication", "require_authenticated").build());
        JsonObject current = api.get("/core/brands/?default=true").getJsonArray("results").getJsonObject(0);
        brand = "/core/brands/" + current.getString("brand_uuid") + "/";
        before = current.getOrDefault("flow_device_code", JsonValue.NULL);
        api.patch(brand, Json.createObjectBuilder().add("flow_device_code", api.flowId(flow.slug())).build());
    }

    /** Types a code in and lets the device in. */
    void agree(String userCode) {
        HttpResponse<String> asked = submit(follow(browser.get("/device")), "code", userCode);
        Matcher token = TOKEN.matcher(asked.body());
        assertThat(token.find()).as(asked.body()).isTrue();
        assertThat(submit(asked, "token", token.group(1)).body()).contains("Your device is signed in");
    }

    private HttpResponse<String> submit(HttpResponse<String> page, String field, String value) {
        Map<String, String> form = new LinkedHashMap<>(HiddenFields.of(page.body()));
        form.put(field, value);
        return follow(browser.postForm(page.uri().toString(), form));
    }

    private HttpResponse<String> follow(HttpResponse<String> response) {
        HttpResponse<String> last = response;
        for (int hop = 0; hop < 6 && last.headers().firstValue("location").isPresent(); hop++) {
            last = browser.get(last.uri().resolve(last.headers().firstValue("location").get()).toString());
        }
        return last;
    }

    @Override
    public void close() {
        api.patch(brand, Json.createObjectBuilder().add("flow_device_code", before).build());
    }
}
