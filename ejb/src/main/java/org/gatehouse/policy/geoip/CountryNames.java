package org.gatehouse.policy.geoip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Family;
import org.gatehouse.type.WireExtras;
import org.gatehouse.type.WireObject;

/** Shows the countries of GeoIP policies with their names. */
@ApplicationScoped
public class CountryNames implements WireExtras {

    @Inject
    private ConfiguredObjects objects;

    @Override
    public Family family() {
        return Family.POLICY;
    }

    @Override
    public Map<UUID, JsonObject> of(Collection<? extends ConfiguredObject> policies) {
        return policies.stream().filter(policy -> policy.getType().equals("geoip")).collect(Collectors.toMap(ConfiguredObject::getId,
                policy -> WireObject.empty().put("countries_obj",
                        Countries.described(objects.settings(policy, GeoIpPolicySettings.class).countries())).build()));
    }
}
