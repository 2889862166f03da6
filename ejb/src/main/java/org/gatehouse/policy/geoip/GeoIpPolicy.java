package org.gatehouse.policy.geoip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.geo.GeoDatabases;
import org.gatehouse.geo.GeoPlace;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyType;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/**
 * Passes by where the browser's address is: in one of the countries or networks, if any are named, and not too far from where the
 * user was before. Without the database that would know, it fails rather than decides.
 */
@ApplicationScoped
@ObjectType(family = Family.POLICY, name = "geoip", model = "authentik_policies_geoip.geoippolicy", component = "ak-policy-geoip-form")
public class GeoIpPolicy implements PolicyType<GeoIpPolicySettings> {

    private static final String LOGINS = "geoip.logins";

    static final String NOWHERE = "It is not known where you are.";
    static final String WRONG_PLACE = "Access is not allowed from where you are.";

    @Inject
    private GeoDatabases geo;

    @Inject
    private LoginDistances distances;

    public GeoIpPolicy() {
    }

    GeoIpPolicy(GeoDatabases geo, LoginDistances distances) {
        this.geo = geo;
        this.distances = distances;
    }

    @Override
    public void check(GeoIpPolicySettings settings, FieldProblems problems) {
        settings.countries().stream().filter(code -> !Countries.isCode(code))
                .forEach(code -> problems.add("countries", "\"" + code + "\" is not a valid choice."));
        settings.asns().stream().filter(asn -> asn < 0 || asn > 0xFFFF_FFFFL).findFirst()
                .ifPresent(asn -> problems.add("asns", "The number of an autonomous system is 0 to 4294967295."));
    }

    @Override
    public PolicyRequest gather(PolicyRequest request, GeoIpPolicySettings settings) {
        return request.with(LOGINS, settings.looksBack() ? request.user().map(user -> distances.lastLogins(user, settings)).orElse(List.of())
                : List.of());
    }

    /** @throws IllegalStateException when there is no database to ask */
    @Override
    public PolicyVerdict decide(PolicyRequest request, GeoIpPolicySettings settings) {
        if (request.clientIp().isEmpty()) {
            return PolicyVerdict.deny(NOWHERE);
        }
        String ip = request.clientIp().get();
        PolicyVerdict fixed = fixed(ip, settings);
        if (!fixed.passing() || !settings.looksBack()) {
            return fixed;
        }
        Optional<GeoPlace> place = place(ip).filter(found -> found.point() != null);
        if (place.isEmpty()) {
            return PolicyVerdict.deny(NOWHERE);
        }
        return distances.check((List<?>) request.context().get(LOGINS), place.get().point(), settings);
    }

    private PolicyVerdict fixed(String ip, GeoIpPolicySettings settings) {
        boolean anywhere = settings.countries().isEmpty() && settings.asns().isEmpty();
        return anywhere || inCountry(ip, settings.countries()) || inNetwork(ip, settings.asns())
                ? PolicyVerdict.pass() : PolicyVerdict.deny(WRONG_PLACE);
    }

    private boolean inCountry(String ip, List<String> countries) {
        return !countries.isEmpty() && place(ip).filter(place -> countries.contains(place.country())).isPresent();
    }

    private boolean inNetwork(String ip, List<Long> asns) {
        if (asns.isEmpty()) {
            return false;
        }
        if (!geo.hasNetworks()) {
            throw new IllegalStateException("There is no ASN database; see gatehouse.geoip.asn-database.");
        }
        return geo.findNetwork(ip).filter(network -> asns.contains(network.number())).isPresent();
    }

    private Optional<GeoPlace> place(String ip) {
        if (!geo.hasPlaces()) {
            throw new IllegalStateException("There is no city database; see gatehouse.geoip.city-database.");
        }
        return geo.findPlace(ip);
    }

    /** What does not look back depends on the address and the databases only. */
    @Override
    public Optional<Object> facts(PolicyRequest request, GeoIpPolicySettings settings) {
        return settings.looksBack() ? Optional.empty() : Optional.of(List.of(request.clientIp(), geo.version()));
    }

    @Override
    public boolean logsExecution(GeoIpPolicySettings settings) {
        return settings.executionLogging();
    }
}
