package org.gatehouse.provider.oauth2.issued;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.consent.UserConsent;
import org.gatehouse.model.consent.UserConsentRepository;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.model.oauth2.OAuthTokenRepository.Held;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;

/** What applications may do for a user now, and how the user takes it back. */
@Stateless
public class HeldAccess {

    /**
     * One application's access.
     *
     * @param scopes what it may, or what was consented to
     * @param since when it got its oldest usable token, or null when it has none
     * @param latest when it got its newest, or null
     * @param expires when all of it ends by itself; null for a consent without end
     */
    public record Access(Application application, List<String> scopes, Instant since, Instant latest, Instant expires) {
    }

    @Inject
    private UserConsentRepository consents;

    @Inject
    private OAuthTokenRepository tokens;

    @Inject
    private ApplicationRepository applications;

    @Inject
    private OAuthClients clients;

    @Inject
    private AccessEnd end;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** The user's applications that have a consent or a usable token, by name. */
    public List<Access> of(long userId) {
        Map<UUID, Held> held = new LinkedHashMap<>();
        tokens.heldBy(userId, clock.instant()).forEach(one -> held.put(one.providerId(), one));
        Map<UUID, Access> access = new LinkedHashMap<>();
        applications.findByProviders(held.keySet()).forEach(application ->
                access.put(application.getId(), access(application, held.get(application.getProvider().getId()))));
        consents.findByUser(userId).stream().filter(consent -> consent.getExpires() == null || consent.getExpires().isAfter(clock.instant()))
                .forEach(consent -> access.merge(consent.getApplication().getId(), access(consent), HeldAccess::together));
        return access.values().stream().sorted((one, other) ->
                one.application().getName().compareToIgnoreCase(other.application().getName())).toList();
    }

    /** What the application may, in the words its scopes have for it: those without any are not asked about either. */
    public List<String> inWords(Access access) {
        Optional<Provider> provider = Optional.ofNullable(access.application().getProvider());
        List<ConfiguredScope> known = provider.flatMap(one -> clients.find(one.getId())).map(OAuthClient::scopes).orElse(List.of());
        return access.scopes().stream().map(name -> known.stream().filter(scope -> scope.name().equals(name))
                .map(ConfiguredScope::description).findFirst().orElse(name)).filter(text -> !text.isEmpty()).distinct().toList();
    }

    private static Access access(Application application, Held held) {
        return new Access(application, held.scopes().stream().filter(scope -> !scope.isEmpty()).toList(), held.first(), held.latest(),
                held.expires());
    }

    private static Access access(UserConsent consent) {
        List<String> scopes = consent.getPermissions().isBlank() ? List.of() : List.of(consent.getPermissions().split(" "));
        return new Access(consent.getApplication(), scopes, null, null, consent.getExpires());
    }

    private static Access together(Access token, Access consent) {
        List<String> scopes = new ArrayList<>(token.scopes());
        consent.scopes().stream().filter(scope -> !scopes.contains(scope)).forEach(scopes::add);
        Instant expires = consent.expires() == null ? null
                : consent.expires().isAfter(token.expires()) ? consent.expires() : token.expires();
        return new Access(token.application(), scopes, token.since(), token.latest(), expires);
    }

    /** Takes back everything the application with this slug may do for the user; nothing happens when there is no such application. */
    public void revoke(Actor actor, long userId, String slug) {
        Optional<Application> application = applications.findBySlug(slug);
        application.ifPresent(found -> {
            end.of(userId, found);
            events.recordWithin(EventDraft.of("custom_access_revoked", "providers.oauth2", actor).with("application", slug));
        });
    }
}
