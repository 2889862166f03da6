package org.gatehouse.setting;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.gatehouse.url.WebLink;
import org.gatehouse.type.Default;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.TimeSpan;

/**
 * The settings of the installation, under the contract's names.
 *
 * @param avatars how users are pictured; only {@code initials} and {@code none}, as this product asks no third party for pictures
 * @param baseUrl where people reach the installation, for links in mail; empty for what the server's configuration or the request says
 * @param defaultUserChangeName whether users may change their name, unless an attribute of theirs says otherwise
 * @param defaultUserChangeEmail the same for their address
 * @param defaultUserChangeUsername the same for their user name
 * @param eventRetention how long events are kept that are recorded from now on
 * @param reputationLowerLimit the lowest score
 * @param reputationUpperLimit the highest score
 * @param footerLinks links that pages show, a list of objects with {@code name} and {@code href}
 * @param gdprCompliance whether the events of a user go when the user is deleted
 * @param impersonation whether anybody may act as somebody else
 * @param impersonationRequireReason whether that needs a reason
 * @param defaultTokenDuration how long a token works for which nobody says
 * @param defaultTokenLength how many characters a generated key has
 * @param paginationDefaultPageSize rows of a list for which nobody says
 * @param paginationMaxPageSize the most rows of a list
 * @param flags what can be switched; {@link SystemFlags}
 */
public record SystemSettings(
        @Default("initials") @NotBlank @Size(max = 1000) String avatars,
        @Default("") @Size(max = 200) String baseUrl,
        @Default("true") boolean defaultUserChangeName,
        @Default("false") boolean defaultUserChangeEmail,
        @Default("false") boolean defaultUserChangeUsername,
        @Default("days=365") @NotNull TimeSpan eventRetention,
        @Default("-5") @Max(0) @Min(-1_000_000) int reputationLowerLimit,
        @Default("5") @Min(0) @Max(1_000_000) int reputationUpperLimit,
        @Default("[]") JsonValue footerLinks,
        @Default("true") boolean gdprCompliance,
        @Default("true") boolean impersonation,
        @Default("true") boolean impersonationRequireReason,
        @Default("days=1") @NotNull TimeSpan defaultTokenDuration,
        @Default("60") @Min(22) @Max(512) int defaultTokenLength,
        @Default("20") @Min(1) @Max(100) int paginationDefaultPageSize,
        @Default("100") @Min(1) @Max(100) int paginationMaxPageSize,
        @Default("{}") JsonObject flags) {

    private static final int MOST_LINKS = 20;

    /** What Bean Validation cannot say. */
    void check(FieldProblems problems) {
        if (!List.of("initials", "none").containsAll(List.of(avatars.split("\\s*,\\s*")))) {
            problems.add("avatars", "Only 'initials' and 'none' are known: pictures are never fetched from elsewhere.");
        }
        if (!baseUrl.isEmpty() && !WebLink.isLink(baseUrl)) {
            problems.add("base_url", "Enter a valid URL.");
        }
        if (eventRetention.isZero()) {
            problems.add("event_retention", "Events must be kept for some time.");
        }
        if (defaultTokenDuration.isZero()) {
            problems.add("default_token_duration", "A token must work for some time.");
        }
        if (paginationDefaultPageSize > paginationMaxPageSize) {
            problems.add("pagination_default_page_size", "This is more than the most rows a page may have.");
        }
        if (!areLinks(footerLinks)) {
            problems.add("footer_links", "Enter a list of at most " + MOST_LINKS + " objects with 'name' and a web address as 'href'.");
        }
        flags.forEach((flag, value) -> {
            if (!SystemFlags.KNOWN.containsKey(flag) || value != JsonValue.TRUE && value != JsonValue.FALSE) {
                problems.add("flags", "There is no switch '" + flag + "', or its value is neither true nor false.");
            }
        });
    }

    private static boolean areLinks(JsonValue links) {
        return links instanceof JsonArray array && array.size() <= MOST_LINKS && array.stream().allMatch(SystemSettings::isLink);
    }

    private static boolean isLink(JsonValue link) {
        if (!(link instanceof JsonObject object) || object.getString("name", "").isBlank() || object.getString("name").length() > 100) {
            return false;
        }
        JsonValue href = object.getOrDefault("href", JsonValue.NULL);
        return href == JsonValue.NULL || WebLink.isLink(object.getString("href", ""));
    }

    /** The links of the footer, each an object with {@code name} and {@code href}. */
    public JsonArray links() {
        return footerLinks instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    /** Whether an application to which nothing is bound is open to everybody. */
    public boolean opensUnboundApplications() {
        return SystemFlags.isOn(flags, SystemFlags.DEFAULT_APP_ACCESS);
    }
}
