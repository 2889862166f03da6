package org.gatehouse.brand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Map;
import org.gatehouse.event.EventDetail;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.model.brand.Brand;

/** Tells under which brand an event happened. */
@ApplicationScoped
public class BrandDetail implements EventDetail {

    @Inject
    private Brands brands;

    @Override
    public Map<String, JsonValue> of(RequestOrigin origin) {
        Brand brand = brands.current(origin.host());
        return brand.getId() == null ? Map.of() : EventDetail.fact(BRAND, Json.createObjectBuilder().add("pk", brand.getId().toString())
                .add("app", "authentik_brands").add("model_name", "brand").add("name", brand.getDomain()).build());
    }
}
