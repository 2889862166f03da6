package org.gatehouse.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.model.directory.User;

/**
 * Begins letters to users, with what every template can name: {@code user} (how to address them), {@code username}, {@code email} and
 * {@code expires}.
 */
@ApplicationScoped
public class PersonalLetters {

    /** What mail programs make a link of. A stranger who opens an account in somebody's name would have us recommend his site. */
    private static final Pattern LINKABLE = Pattern.compile("[/:@]|\\.\\S|\\p{Cntrl}");

    @Inject
    private RequestOrigin origin;

    @Inject
    private Clock clock;

    /**
     * A letter to a user, in their language.
     *
     * @param to the address, which need not be the account's
     * @param style template, subject and mail server
     * @param validity how long what it holds can be used
     */
    public Letter to(User user, String to, LetterStyle style, Duration validity) {
        Instant expires = clock.instant().plus(validity);
        Locale locale = languageOf(user);
        String address = Stream.of(user.getName(), user.getUsername()).filter(name -> !name.isBlank() && !LINKABLE.matcher(name).find())
                .findFirst().orElse("");
        return new Letter(to, style.template(), style.subject(), locale, Map.of("user", address, "username", address.isEmpty() ? "" : user.getUsername(),
                "email", to, "expires", moment(expires, locale)), style.server(), expires);
    }

    /** The language the user has chosen, else the one of the browser that asks. */
    private Locale languageOf(User user) {
        return Optional.ofNullable(user.getAttributes().get("settings")).filter(JsonObject.class::isInstance)
                .map(settings -> ((JsonObject) settings).getString("locale", "")).filter(chosen -> !chosen.isEmpty())
                .map(LetterWriter::locale).orElseGet(() -> LetterWriter.locale(origin.language()));
    }

    private static String moment(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(locale).format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
    }
}
