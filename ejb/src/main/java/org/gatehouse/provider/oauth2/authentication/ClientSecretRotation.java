package org.gatehouse.provider.oauth2.authentication;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.oauth2.RetiredSecretTable;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Default;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.TimeSpan;

/**
 * Gives a client a new secret while the present one stays good for a while. At most two are good at a time: a second rotation within that
 * while ends the older one. Where the secret signs tokens as well, new ones are signed with the new secret at once. Other nodes know of the
 * change after half a minute at the latest, as {@link OAuthClients} says.
 */
@Stateless
public class ClientSecretRotation {

    private static final String MODEL = "authentik_providers_oauth2.oauth2provider";
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int LENGTH = 128;

    /**
     * What is asked for.
     *
     * @param validFor how long the present secret stays good; {@code seconds=0} ends it at once, 90 days at most
     */
    public record Order(@NotNull @Default("days=1") TimeSpan validFor) {
    }

    @Inject
    private ManagedModels models;

    @Inject
    private ModelRegistry registry;

    @Inject
    private ConfiguredObjectRepository providers;

    @Inject
    private ConfiguredObjects configured;

    @Inject
    private RetiredSecretTable retired;

    @Inject
    private RandomKeys keys;

    @Inject
    private Clock clock;

    /**
     * Replaces the secret.
     *
     * @param number the provider's key on the wire
     * @return the new secret, which is not shown again
     * @throws ObjectNotFound when there is no such provider
     * @throws InvalidInput when the time is too long
     * @throws org.gatehouse.access.AccessDenied when the actor may not change providers
     */
    public String rotate(Actor actor, String number, Order order) {
        Model model = registry.findByName(MODEL).orElseThrow();
        models.read(actor, model, number);
        Duration kept = order.validFor().duration();
        if (kept.compareTo(LONGEST) > 0) {
            throw new InvalidInput("valid_for", "The secret can stay good for 90 days at most.");
        }
        Provider provider = providers.findProvider(Long.parseLong(number)).orElseThrow(() -> new ObjectNotFound(number));
        String present = configured.settings(provider, OAuth2ProviderSettings.class).clientSecret().sealed();
        String secret = keys.alphanumeric(LENGTH);
        models.patch(actor, model, number, Json.createObjectBuilder().add("client_secret", secret).build());
        if (kept.isZero()) {
            retired.forget(provider.getId());
        } else {
            retired.keep(provider.getId(), present, clock.instant().plus(kept));
        }
        return secret;
    }
}
