package org.gatehouse.policy.geoip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.geo.GeoDatabases;
import org.gatehouse.geo.GeoPlace;
import org.gatehouse.geo.GeoPoint;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.event.AuditEventRepository;
import org.gatehouse.model.event.LoginPlace;
import org.gatehouse.policy.PolicyVerdict;

/** Compares a place with those of the user's last logins, which the audit log knows. */
@ApplicationScoped
public class LoginDistances {

    static final String TOO_FAR = "You are too far away from where you logged in before.";
    static final String TOO_FAST = "You cannot have travelled here since you logged in last.";

    /** As fast as an airliner. */
    private static final double KM_PER_HOUR = 1000;

    @Inject
    private AuditEventRepository events;

    @Inject
    private GeoDatabases geo;

    @Inject
    private Clock clock;

    public LoginDistances() {
    }

    LoginDistances(AuditEventRepository events, GeoDatabases geo, Clock clock) {
        this.events = events;
        this.geo = geo;
        this.clock = clock;
    }

    /** As many of the user's last logins as are to be compared with. */
    List<LoginPlace> lastLogins(User user, GeoIpPolicySettings settings) {
        return user.getId() == null ? List.of() : events.lastLogins(user.getId(), settings.historyLoginCount());
    }

    /** Passes when no earlier login is too far away; logins whose place is not known are left out. */
    PolicyVerdict check(List<?> logins, GeoPoint here, GeoIpPolicySettings settings) {
        for (Object one : logins) {
            LoginPlace login = (LoginPlace) one;
            Optional<GeoPoint> there = geo.findPlace(login.clientIp()).map(GeoPlace::point);
            Optional<PolicyVerdict> objection = there.flatMap(point -> object(here.kilometresTo(point), login, settings));
            if (objection.isPresent()) {
                return objection.get();
            }
        }
        return PolicyVerdict.pass();
    }

    private Optional<PolicyVerdict> object(double kilometres, LoginPlace login, GeoIpPolicySettings settings) {
        if (settings.checkHistoryDistance() && kilometres >= settings.historyMaxDistanceKm() + settings.distanceToleranceKm()) {
            return Optional.of(PolicyVerdict.deny(TOO_FAR));
        }
        return settings.checkImpossibleTravel() && kilometres >= reach(login) + settings.impossibleToleranceKm()
                ? Optional.of(PolicyVerdict.deny(TOO_FAST)) : Optional.empty();
    }

    private double reach(LoginPlace login) {
        double hours = Duration.between(login.when(), clock.instant()).toSeconds() / 3600.0;
        return KM_PER_HOUR * Math.max(hours, 0);
    }
}
