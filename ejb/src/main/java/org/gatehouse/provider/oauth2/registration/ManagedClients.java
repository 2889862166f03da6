package org.gatehouse.provider.oauth2.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import java.util.function.Supplier;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.provider.oauth2.policy.ClientPolicies;
import org.gatehouse.provider.oauth2.policy.Registrant;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;

/**
 * Writes providers and applications of registered clients the way administrators do, with every check, audit event and notification; what
 * is refused there becomes the protocol's error.
 */
@ApplicationScoped
public class ManagedClients {

    private static final String PROVIDER = "authentik_providers_oauth2.oauth2provider";
    private static final String APPLICATION = "authentik_core.application";

    @Inject
    private ManagedModels managed;

    @Inject
    private ModelRegistry models;

    @Inject
    private ClientPolicies policies;

    @Inject
    private RandomKeys keys;

    /** Makes a provider, as strict as the policies want it, and returns its number. */
    String createProvider(JsonObjectBuilder document, UUID registeredWith, Registrant registrant) {
        JsonObject complete = document.build();
        JsonObjectBuilder registration = Json.createObjectBuilder(complete.getJsonObject("registration"))
                .add("registered_with", registeredWith.toString());
        JsonObject linked = Json.createObjectBuilder(complete).add("registration", registration).build();
        return refusing(() -> managed.create(Actor.ofSystem(), model(PROVIDER), policies.raised(linked, registrant)));
    }

    void replaceProvider(long number, JsonObjectBuilder document, Registrant registrant) {
        refusing(() -> managed.replace(Actor.ofSystem(), model(PROVIDER), String.valueOf(number), policies.raised(document.build(), registrant)));
    }

    void deleteProvider(long number) {
        managed.delete(Actor.ofSystem(), model(PROVIDER), String.valueOf(number));
    }

    /** Makes the application of a provider and returns its slug. */
    String createApplication(ClientDraft draft, String clientId, long provider, String group, PolicyEngineMode mode) {
        JsonObject document = described(draft, clientId).add("slug", "client-" + keys.legible(12)).add("provider", provider)
                .add("group", group).add("policy_engine_mode", mode.wireName()).build();
        return refusing(() -> managed.create(Actor.ofSystem(), model(APPLICATION), document));
    }

    /** Shows the application as the client describes itself now. */
    void describe(Application application, ClientDraft draft) {
        refusing(() -> managed.patch(Actor.ofSystem(), model(APPLICATION), application.getSlug(), described(draft, application.getName()).build()));
    }

    void deleteApplication(String slug) {
        managed.delete(Actor.ofSystem(), model(APPLICATION), slug);
    }

    private static JsonObjectBuilder described(ClientDraft draft, String otherwise) {
        return Json.createObjectBuilder().add("name", draft.displayName(otherwise))
                .add("meta_launch_url", launchUrl(draft.metadata()))
                .add("meta_icon", draft.metadata().text(MetadataName.LOGO_URI).filter(uri -> uri.startsWith("https:")).orElse(""));
    }

    /** An application that knows where a login begins is opened there (OpenID Connect Core 1.0 section 4), else at its home page. */
    private static String launchUrl(ClientMetadata metadata) {
        return metadata.has(MetadataName.INITIATE_LOGIN_URI) ? "" : metadata.text(MetadataName.CLIENT_URI).orElse("");
    }

    private Model model(String name) {
        return models.findByName(name).orElseThrow();
    }

    /** The transaction is lost with the refusal; nothing of the client is left. */
    private static String refusing(Supplier<String> write) {
        try {
            return write.get();
        } catch (InvalidInput invalid) {
            String field = invalid.problems().byField().keySet().stream().findFirst().orElse("").replaceAll("\\.\\d+", "");
            throw new OAuthRefusal(field.startsWith("redirect_uris") ? OAuthErrorCode.INVALID_REDIRECT_URI
                    : OAuthErrorCode.INVALID_CLIENT_METADATA, "The value of " + field.substring(field.lastIndexOf('.') + 1) + " is not acceptable.");
        }
    }
}
