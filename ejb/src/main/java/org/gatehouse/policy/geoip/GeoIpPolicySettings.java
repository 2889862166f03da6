package org.gatehouse.policy.geoip;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.gatehouse.type.Default;
import org.gatehouse.type.Section;

/**
 * The settings of a GeoIP policy.
 *
 * @param executionLogging whether each decision leaves an event
 * @param asns the networks to pass, by the numbers of their autonomous systems
 * @param countries the countries to pass, ISO 3166-1 with two letters
 * @param checkHistoryDistance whether the place is compared with those of earlier logins
 * @param historyMaxDistanceKm how far it may be from each of them
 * @param distanceToleranceKm what is added because addresses are not located better
 * @param historyLoginCount how many logins are compared with
 * @param checkImpossibleTravel whether the way from an earlier login must have been possible in the time
 * @param impossibleToleranceKm what is added to that way
 */
public record GeoIpPolicySettings(
        @Default("false") boolean executionLogging,
        @Default("[]") List<Long> asns,
        @NotNull List<String> countries,
        @Default("false") @Section("history") boolean checkHistoryDistance,
        @Default("100") @PositiveOrZero @Section("history") long historyMaxDistanceKm,
        @Default("50") @PositiveOrZero @Section("history") int distanceToleranceKm,
        @Default("5") @PositiveOrZero @Max(100) @Section("history") int historyLoginCount,
        @Default("false") @Section("travel") boolean checkImpossibleTravel,
        @Default("100") @PositiveOrZero @Section("travel") int impossibleToleranceKm) {

    boolean looksBack() {
        return checkHistoryDistance || checkImpossibleTravel;
    }
}
