package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.brand.Brands;
import org.gatehouse.geo.GeoDatabases;
import org.gatehouse.installation.ProductVersion;
import org.gatehouse.setting.Settings;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.schema.ApiResources;
import org.gatehouse.web.api.schema.OpenApiDocument;
import org.gatehouse.type.ModelRegistry;

/** What the installation tells about itself: brand, capabilities, version, and the description of this API. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class InstallationResource {

    @Inject
    private Brands brands;

    @Inject
    private ModelRegistry models;

    @Inject
    private ApiResources resources;

    @Inject
    private GeoDatabases geo;

    @Inject
    private Settings settings;

    /** The brand of the host name that was asked. */
    @GET
    @Path("core/brands/current")
    public JsonObject brand() {
        return brands.describe();
    }

    /** What this installation can do; nothing is reported to anybody, so error reporting is off. */
    @GET
    @Path("root/config")
    public JsonObject config() {
        return WireObject.empty()
                .put("error_reporting", WireObject.empty().put("enabled", false).put("sentry_dsn", "").put("environment", "")
                        .put("send_pii", false).put("traces_sample_rate", 0).build())
                .put("capabilities", capabilities())
                .put("cache_timeout", 0)
                .put("cache_timeout_flows", 0)
                .put("cache_timeout_policies", 0)
                .build();
    }

    private List<String> capabilities() {
        List<String> capabilities = new ArrayList<>(List.of("is_enterprise", "can_save_media"));
        if (settings.current().impersonation()) {
            capabilities.add("can_impersonate");
        }
        if (geo.hasPlaces()) {
            capabilities.add("can_geo_ip");
        }
        if (geo.hasNetworks()) {
            capabilities.add("can_asn");
        }
        return capabilities;
    }

    /** This API as an OpenAPI 3 document, made from the models and resources themselves. */
    @GET
    @Path("schema")
    public JsonObject schema() {
        return OpenApiDocument.of(models.all(), resources.all(), ProductVersion.current());
    }
}
