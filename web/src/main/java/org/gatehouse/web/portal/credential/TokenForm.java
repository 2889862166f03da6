package org.gatehouse.web.portal.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.model.WireName;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.session.Login;
import org.gatehouse.token.OwnTokens;
import org.gatehouse.token.OwnTokens.Order;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.web.portal.PortalAnswer;
import org.gatehouse.web.portal.PortalFields;
import org.gatehouse.web.portal.PortalForm;
import org.gatehouse.web.portal.PortalPage;

/** Makes, renews and deletes the user's tokens. A key is in the answer to the form that made it and nowhere else. */
@ApplicationScoped
public class TokenForm implements PortalForm {

    /** How the identifiers begin of what is made here. */
    static final String PREFIX = "portal-";

    private static final Pattern IDENTIFIER = Pattern.compile(PREFIX + "[A-Za-z0-9]{24}");

    @Inject
    private OwnTokens tokens;

    @Inject
    private OwnTokensPage shown;

    @Inject
    private Clock clock;

    @Override
    public PortalPage page() {
        return PortalPage.TOKENS;
    }

    @Override
    public PortalAnswer submit(Login login, PortalFields fields) {
        String identifier = fields.get("identifier");
        try {
            if (fields.has("delete")) {
                tokens.delete(login.actor(), login.user(), identifier);
                return PortalAnswer.goTo(page(), "?done=deleted");
            }
            if (fields.has("rotate")) {
                shown.reveal(tokens.rotate(login.actor(), login.user(), identifier));
                return PortalAnswer.same();
            }
            return IDENTIFIER.matcher(identifier).matches() ? make(login, fields) : PortalAnswer.goTo(page());
        } catch (ObjectNotFound gone) {
            return PortalAnswer.goTo(page());
        }
    }

    private PortalAnswer make(Login login, PortalFields fields) {
        try {
            shown.reveal(tokens.create(login.actor(), login.user(), order(login, fields)));
        } catch (InvalidInput wrong) {
            // The form was sent a second time; its key has been shown.
            if (wrong.problems().byField().containsKey("identifier")) {
                return PortalAnswer.goTo(page(), "?done=shown");
            }
            shown.refuse(fields, wrong.problems());
        }
        return PortalAnswer.same();
    }

    private Order order(Login login, PortalFields fields) {
        TokenIntent intent = WireName.find(TokenIntent.class, fields.get("intent")).orElse(TokenIntent.VERIFICATION);
        Optional<Instant> end = fields.has("endless") ? Optional.empty() : end(fields.get("expires"), tokens.allowance(login.actor(), login.user()).longest());
        return new Order(fields.get("identifier"), intent, fields.get("description"), end);
    }

    /** The end of the day, or of the time that is allowed where that is earlier on the same day. No day gives a moment that is over. */
    private Optional<Instant> end(String day, Duration longest) {
        try {
            LocalDate chosen = LocalDate.parse(day);
            Instant latest = clock.instant().plus(longest);
            Instant end = chosen.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(1);
            return Optional.of(chosen.equals(LocalDate.ofInstant(latest, ZoneOffset.UTC)) && end.isAfter(latest) ? latest : end);
        } catch (DateTimeParseException noDay) {
            return Optional.of(Instant.EPOCH);
        }
    }
}
