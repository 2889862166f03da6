package org.gatehouse.flow.stage.userlogin;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.model.WireName;
import org.gatehouse.session.BoundFact;
import org.gatehouse.type.Default;
import org.gatehouse.type.TimeSpan;

/**
 * The settings of a login stage.
 *
 * @param sessionDuration how long the login lasts; zero: until the browser is closed
 * @param terminateOtherSessions whether the user's other logins end
 * @param rememberMeOffset how much longer the login lasts if the person asks for it; zero: the question is not asked
 * @param networkBinding how far the browser may move in the network before the login ends
 * @param geoipBinding how far the browser may move in the world before the login ends
 * @param rememberDevice how long the browser counts as known
 */
public record UserLoginStageSettings(
        @Default("seconds=0") TimeSpan sessionDuration,
        @Default("false") boolean terminateOtherSessions,
        @Default("seconds=0") TimeSpan rememberMeOffset,
        @Default("no_binding") NetworkBinding networkBinding,
        @Default("no_binding") GeoipBinding geoipBinding,
        @Default("days=30") TimeSpan rememberDevice) {

    /** What must stay the same in the network. */
    public enum NetworkBinding implements WireName {
        NO_BINDING,
        BIND_ASN(BoundFact.ASN),
        BIND_ASN_NETWORK(BoundFact.ASN, BoundFact.NETWORK),
        BIND_ASN_NETWORK_IP(BoundFact.ASN, BoundFact.NETWORK, BoundFact.IP);

        private final List<BoundFact> facts;

        NetworkBinding(BoundFact... facts) {
            this.facts = List.of(facts);
        }
    }

    /** What must stay the same in the world. */
    public enum GeoipBinding implements WireName {
        NO_BINDING,
        BIND_CONTINENT(BoundFact.CONTINENT),
        BIND_CONTINENT_COUNTRY(BoundFact.CONTINENT, BoundFact.COUNTRY),
        BIND_CONTINENT_COUNTRY_CITY(BoundFact.CONTINENT, BoundFact.COUNTRY, BoundFact.CITY);

        private final List<BoundFact> facts;

        GeoipBinding(BoundFact... facts) {
            this.facts = List.of(facts);
        }
    }

    /** All that must stay the same. */
    Set<BoundFact> bound() {
        return Stream.concat(networkBinding.facts.stream(), geoipBinding.facts.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
