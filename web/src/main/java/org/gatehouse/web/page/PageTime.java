package org.gatehouse.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Writes moments for people, {@code #{when.text(…)}}: in the language of the page, in UTC, and saying so. Within {@code <time
 * datetime="#{when.iso(…)}">} the page's script puts them into the time zone of the browser.
 */
@Named("when")
@RequestScoped
public class PageTime {

    @Inject
    private PageLanguage language;

    /** A moment, or an ISO 8601 text of one; other text as it is; empty for null. */
    public String text(Object moment) {
        if (moment == null) {
            return "";
        }
        try {
            Instant instant = moment instanceof Instant given ? given : Instant.parse(moment.toString());
            Locale locale = language.locale();
            return DateTimeFormatter.ofPattern(PageText.of("time.pattern", locale), locale).format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
        } catch (DateTimeException notAMoment) {
            return moment.toString();
        }
    }

    /** A moment in the form that machines read; empty for null. */
    public String iso(Instant moment) {
        return moment == null ? "" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
