package org.gatehouse.web.api.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.brand.Brands;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.installation.ProductVersion;
import org.gatehouse.setting.Settings;
import org.gatehouse.type.WireObject;

/** How a request arrived and what answers it, for whoever looks for a mistake in front of the product. Credentials are not repeated. */
@ApplicationScoped
class SystemDescription {

    private static final Set<String> SECRET = Set.of("authorization", "cookie", "proxy-authorization", "x-gatehouse-csrf", "x-authentik-csrf");

    @Inject
    private Permissions permissions;

    @Inject
    private RequestOrigin origin;

    @Inject
    private Brands brands;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    JsonObject of(Actor actor, MultivaluedMap<String, String> headers) {
        permissions.require(actor, SpecialPermission.VIEW_SYSTEM_INFO);
        String domain = brands.current().getDomain();
        return WireObject.empty()
                .put("http_headers", shown(headers))
                .put("http_host", origin.host())
                .put("http_is_secure", origin.baseUrl().startsWith("https:"))
                .put("runtime", runtime())
                .put("brand", domain.isEmpty() ? "default" : domain)
                .put("server_time", clock.instant())
                .put("embedded_outpost_disabled", true)
                .put("embedded_outpost_host", "")
                .put("base_url", settings.current().baseUrl())
                .build();
    }

    private static JsonObject shown(MultivaluedMap<String, String> headers) {
        WireObject shown = WireObject.empty();
        headers.forEach((name, values) -> {
            if (!SECRET.contains(name.toLowerCase(Locale.ROOT))) {
                shown.put(name, String.join(", ", values));
            }
        });
        return shown.build();
    }

    /** The names are the contract's; where they name something this product does not use, the Java platform stands for it. */
    private static JsonObject runtime() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version");
        return WireObject.empty()
                .put("python_version", "Java " + System.getProperty("java.version"))
                .put("environment", "wildfly")
                .put("architecture", System.getProperty("os.arch"))
                .put("platform", system)
                .put("uname", system)
                .put("openssl_version", "JSSE " + System.getProperty("java.vendor"))
                .put("openssl_fips_enabled", null)
                .put("authentik_version", ProductVersion.current())
                .build();
    }
}
