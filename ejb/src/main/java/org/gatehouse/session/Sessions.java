package org.gatehouse.session;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.model.session.AuthenticatedSession;
import org.gatehouse.model.session.AuthenticatedSessionRepository;

/** Opens, finds and ends logins. */
@Stateless
public class Sessions {

    /** How long a login without "remember me" lasts at most; its cookie ends with the browser. */
    public static final Duration BROWSER_SESSION = Duration.ofHours(24);

    private static final Duration LAST_USED_PRECISION = Duration.ofMinutes(1);

    @Inject
    private AuthenticatedSessionRepository repository;

    @Inject
    private UserRepository users;

    @Inject
    private OAuthTokenRepository tokens;

    @Inject
    private SessionCache cache;

    @Inject
    private RandomKeys keys;

    @Inject
    private RequestOrigin origin;

    @Inject
    private RequestPlaces places;

    @Inject
    private Events events;

    @Inject
    private Event<SessionEnded> ended;

    @Inject
    private Event<SessionRenewed> renewed;

    @Inject
    private Clock clock;

    /**
     * Opens a session under a new key.
     *
     * @param lifetime how long it lasts; zero for a browser session
     * @param proof how the user authenticated
     * @param bound what must stay as it is in this request, or the session ends
     */
    public OpenedSession open(AdmittedUser admitted, Duration lifetime, LoginProof proof, Set<BoundFact> bound) {
        String key = keys.urlSafe();
        Instant now = clock.instant();
        AuthenticatedSession row = row(admitted, key, now.plus(lifetime.isZero() ? BROWSER_SESSION : lifetime));
        SessionBinding binding = bound.isEmpty() || origin.clientIp() == null ? SessionBinding.NONE : SessionBinding.of(bound, places.of(origin.clientIp()));
        row.setContext(Json.createObjectBuilder().add("methods", Json.createArrayBuilder(proof.methods())).add("flow", proof.flow())
                .add("binding", binding.toJson()).build());
        repository.add(row);
        users.noteLogin(admitted.user().getId(), now);
        LiveSession session = live(row);
        return new OpenedSession(key, session, !lifetime.isZero());
    }

    /**
     * Opens a session in which somebody acts as another user. It lasts no longer than the one it hangs on, and proves nothing about
     * how its user authenticated.
     *
     * @param original the session of whoever acts
     */
    public OpenedSession impersonate(LiveSession original, Impersonator impersonator, AdmittedUser target) {
        String key = keys.urlSafe();
        AuthenticatedSession row = row(target, key, original.expires());
        row.setImpersonatorId(impersonator.session());
        row.setContext(Json.createObjectBuilder().add("impersonator", impersonator.toJson()).build());
        repository.add(row);
        return new OpenedSession(key, live(row), false);
    }

    /** The session under another key, for the browser it is given back to; empty when it has ended. */
    public Optional<OpenedSession> rekey(UUID sessionId) {
        String key = keys.urlSafe();
        return repository.find(sessionId).filter(row -> row.getExpires().isAfter(clock.instant()))
                .filter(row -> repository.replaceKey(sessionId, Digests.sha256(key))).map(row -> {
                    cache.revoke(row.getKeyDigest(), row.getExpires());
                    return new OpenedSession(key, live(row), false);
                });
    }

    /** The session with this key, if it is alive. Notes that it was used. */
    public Optional<LiveSession> find(String key) {
        if (key == null || key.isEmpty() || key.length() > 128) {
            return Optional.empty();
        }
        String digest = Digests.sha256(key);
        Optional<LiveSession> session = cache.find(digest)
                .or(() -> repository.findByKeyDigest(digest).map(Sessions::live).flatMap(found -> cache.keep(digest, found)))
                .filter(found -> found.expires().isAfter(clock.instant()));
        return session.filter(this::isInPlace).map(found -> touch(digest, found));
    }

    /** A bound session that is used from elsewhere ends, for whoever uses it rightly as well: nobody can tell the two apart. */
    private boolean isInPlace(LiveSession session) {
        String ip = origin.clientIp();
        if (session.binding().isNone() || ip == null) {
            return true;
        }
        Optional<BoundFact> broken = session.binding().brokenBy(places.of(ip));
        broken.ifPresent(fact -> {
            events.recordWithin(EventDraft.of(EventAction.LOGOUT, "session", Actor.anonymous())
                    .with("reason", "The login was used from elsewhere: another " + fact.wireName() + ".")
                    .with("binding", session.binding().toJson()).with("user_id", String.valueOf(session.userId())));
            repository.find(session.id()).ifPresent(this::endWithAllTokens);
        });
        return broken.isEmpty();
    }

    private LiveSession touch(String digest, LiveSession session) {
        Instant now = clock.instant();
        if (session.lastUsed().plus(LAST_USED_PRECISION).isAfter(now)) {
            return session;
        }
        LiveSession used = session.usedAt(now);
        if (repository.touch(session.id(), now, origin.clientIp(), limit(origin.userAgent())) == 0) {
            cache.revoke(digest, session.expires());
            return session;
        }
        cache.replace(digest, session, used);
        return used;
    }

    private AuthenticatedSession row(AdmittedUser admitted, String key, Instant expires) {
        Instant now = clock.instant();
        AuthenticatedSession row = new AuthenticatedSession();
        row.setId(UUID.randomUUID());
        row.setKeyDigest(Digests.sha256(key));
        row.setUser(admitted.user());
        row.setCreated(now);
        row.setLastUsed(now);
        row.setExpires(expires);
        row.setLastIp(origin.clientIp() == null ? "" : origin.clientIp());
        row.setLastUserAgent(limit(origin.userAgent()));
        return row;
    }

    /** The sessions of a user, the one used last first. */
    public List<AuthenticatedSession> of(long userId) {
        return repository.findByUser(userId);
    }

    /**
     * Ends a session because somebody wants its user to be out, and with it every token that descends from it, on every node at once; does
     * nothing when it has ended.
     */
    public void end(UUID sessionId) {
        repository.find(sessionId).ifPresent(this::endWithAllTokens);
    }

    /**
     * Ends a session as its user does by logging out: access tokens that descend from it go with it. Applications that were granted
     * {@code offline_access} can refresh theirs, as that is for the time when the user is not there (OpenID Connect Back-Channel Logout
     * 1.0 section 2.7). Does nothing when it has ended.
     */
    public void logOut(UUID sessionId) {
        Optional<AuthenticatedSession> ending = repository.find(sessionId);
        ending.ifPresent(row -> {
            tokens.revokeSessionOnline(row.getId());
            remove(row);
        });
        // The browser keeps one key: whoever logs out while acting as somebody else is out as well.
        ending.map(AuthenticatedSession::getImpersonatorId).ifPresent(this::logOut);
    }

    /** Ends the session that this browser had before its new one. If it is the same user's, what the former was used for goes over. */
    public void replace(LiveSession former, LiveSession current) {
        if (former.userId() == current.userId()) {
            repository.flush();
            renewed.fire(new SessionRenewed(former.id(), current.id()));
        }
        logOut(former.id());
    }

    /** Ends every session of the user, except one if given, with all tokens that descend from them: nothing of them is trusted any more. */
    public void endAll(long userId, Optional<UUID> except) {
        repository.findByUser(userId).stream().filter(row -> except.filter(row.getId()::equals).isEmpty()).forEach(this::endWithAllTokens);
    }

    /** Ends those of the sessions whose time has run out. */
    public void endExpired(Collection<UUID> ids) {
        repository.findAll(ids).stream().filter(row -> !row.getExpires().isAfter(clock.instant())).forEach(this::remove);
    }

    private void endWithAllTokens(AuthenticatedSession row) {
        tokens.revokeSession(row.getId());
        remove(row);
    }

    private void remove(AuthenticatedSession row) {
        repository.findByImpersonator(row.getId()).forEach(this::endWithAllTokens);
        repository.remove(row);
        repository.flush();
        cache.revoke(row.getKeyDigest(), row.getExpires());
        ended.fire(new SessionEnded(row.getId()));
    }

    private static LiveSession live(AuthenticatedSession row) {
        JsonObject context = row.getContext();
        List<String> methods = context.containsKey("methods")
                ? context.getJsonArray("methods").getValuesAs(jakarta.json.JsonString::getString) : List.of();
        return new LiveSession(row.getId(), row.getUser().getId(), row.getCreated(), row.getExpires(), row.getLastUsed(), methods,
                SessionBinding.read(context.getJsonObject("binding")), context.getString("flow", ""),
                Impersonator.read(context.getJsonObject("impersonator")));
    }

    private static String limit(String userAgent) {
        return userAgent.length() > 500 ? userAgent.substring(0, 500) : userAgent;
    }
}
