package org.gatehouse.web.portal.credential;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.token.CreatedToken;
import org.gatehouse.token.OwnTokens;
import org.gatehouse.token.TokenAllowance;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.web.http.CurrentSession;
import org.gatehouse.web.portal.PortalFields;

/** The user's tokens, and the form for a new one with what was wrong with it, {@code #{ownTokens}}. */
@Named("ownTokens")
@RequestScoped
public class OwnTokensPage {

    private static final Set<String> DONE = Set.of("deleted", "shown");
    private static final int IDENTIFIER_LENGTH = 24;

    @Inject
    private CurrentSession current;

    @Inject
    private OwnTokens tokens;

    @Inject
    private RandomKeys random;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private PortalFields typed = new PortalFields(name -> null);
    private Map<String, List<String>> problems = Map.of();
    private CreatedToken made;

    /** Shows a key, this once. */
    void reveal(CreatedToken created) {
        made = created;
    }

    /** Shows the form as it was filled in, with what is wrong. */
    void refuse(PortalFields fields, FieldProblems found) {
        typed = fields;
        problems = found.byField();
    }

    public List<TokenRow> getRows() {
        return current.user().map(tokens::of).orElse(List.of()).stream().map(token -> TokenRow.of(token, clock.instant())).toList();
    }

    /** The key that was made just now; empty for none. */
    public String getKey() {
        return made == null ? "" : made.key();
    }

    /** What the key that was made is for. */
    public TokenRow getMade() {
        return made == null ? null : TokenRow.of(made.token(), clock.instant());
    }

    /** What the page says is wrong with a field: the key of a message, or empty. */
    public String problem(String field) {
        return problems.containsKey(field) ? "tokens.problem." + field : "";
    }

    /** Whether the form comes back with something to put right. */
    public boolean isRefused() {
        return !problems.isEmpty();
    }

    /** What was typed into the form before, or what is proposed. */
    public String typed(String field, String proposed) {
        return typed.has(field) ? typed.get(field) : proposed;
    }

    /** The identifier of the token that the form makes: sent twice, it makes one. */
    public String getIdentifier() {
        return TokenForm.PREFIX + random.alphanumeric(IDENTIFIER_LENGTH);
    }

    /** Whether the user may make tokens that never end. */
    public boolean isEndless() {
        return allowance().endless();
    }

    /** The first day a token can end on. */
    public String getFirstDay() {
        return day(Duration.ZERO);
    }

    /** The day a token ends on if the user says nothing else. */
    public String getUsualDay() {
        return day(allowance().usual());
    }

    /** The last day a token can end on. */
    public String getLastDay() {
        return day(allowance().longest());
    }

    private TokenAllowance allowance() {
        return current.login().map(login -> tokens.allowance(login.actor(), login.user())).orElse(new TokenAllowance(false, Duration.ofDays(1)));
    }

    private String day(Duration ahead) {
        return LocalDate.ofInstant(clock.instant().plus(ahead), ZoneOffset.UTC).toString();
    }

    /** Whether the page asks if this token is to be deleted. */
    public boolean isDeleting(String identifier) {
        return identifier.equals(request.getParameter("delete"));
    }

    /** Whether the page asks if this token is to get another key. */
    public boolean isRotating(String identifier) {
        return identifier.equals(request.getParameter("rotate"));
    }

    /** What the page says has been done: the key of a message, or empty. */
    public String getDone() {
        return Optional.ofNullable(request.getParameter("done")).filter(DONE::contains).map(done -> "tokens.done." + done).orElse("");
    }
}
