package org.gatehouse.provider.oauth2.logout;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.token.SessionIdentifier;
import org.gatehouse.session.LiveSession;

/**
 * What a client has said about whom it wants to have logged out; the settings of {@link LogoutRequestStage}.
 *
 * @param providerId the client's provider, or null when no client asks
 * @param applicationName what people know it by; without a client, what they know this installation by
 * @param subject the {@code sub} of its valid {@code id_token_hint}, or null without one
 * @param sid the {@code sid} of the hint, or null
 * @param logoutHint the {@code logout_hint}, or null
 */
public record LogoutRequest(UUID providerId, String applicationName, String subject, String sid, String logoutHint) {

    static LogoutRequest of(OAuthClient client, Optional<JWTClaimsSet> hint, Optional<String> logoutHint) {
        return new LogoutRequest(client.providerId(), client.application().name(),
                hint.map(JWTClaimsSet::getSubject).orElse(null),
                hint.map(claims -> claims.getClaim("sid")).filter(String.class::isInstance).map(String.class::cast).orElse(null),
                logoutHint.orElse(null));
    }

    /** Of whoever has followed a link that names no client: nobody is shown to be meant, so the user is asked. */
    static LogoutRequest ofNobody(String installation) {
        return new LogoutRequest(null, installation, null, null, null);
    }

    /**
     * Whether the client has shown that it means this very login: only then nobody has to be asked (RP-Initiated Logout 1.0 section 2).
     * A hint from another login of the same user does not count, nor does one beside a {@code logout_hint} for somebody else.
     *
     * @param known what the client knows the user by
     */
    boolean means(LiveSession session, User user, String known) {
        if (subject == null || !Digests.equal(subject, known)) {
            return false;
        }
        return (sid == null || Digests.equal(sid, SessionIdentifier.of(session.id()))) && (logoutHint == null || names(session, user));
    }

    private boolean names(LiveSession session, User user) {
        String hint = logoutHint.toLowerCase(Locale.ROOT);
        return hint.equals(user.getUsername().toLowerCase(Locale.ROOT)) || hint.equals(user.getEmail().toLowerCase(Locale.ROOT))
                || logoutHint.equals(subject) || logoutHint.equals(SessionIdentifier.of(session.id()));
    }

    /** Only the application: hints are about people. */
    @Override
    public String toString() {
        return "LogoutRequest[" + applicationName + "]";
    }
}
