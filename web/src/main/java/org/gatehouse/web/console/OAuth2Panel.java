package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.provider.oauth2.insight.ClaimsPreview;
import org.gatehouse.provider.oauth2.insight.SetupUrls;
import org.gatehouse.type.InvalidInput;

/** What the editor's page shows of an OAuth2 provider beside its form: addresses for the client, and claims about somebody. */
@Named("oauth2Panel")
@RequestScoped
public class OAuth2Panel {

    private static final String PROVIDER = "authentik_providers_oauth2.oauth2provider";
    private static final List<String> ORDER = List.of("issuer", "provider_info", "authorize", "token", "user_info", "jwks", "logout",
            "dcr_registration");

    @Inject
    private SetupUrls urls;

    @Inject
    private ClaimsPreview preview;

    @Inject
    private UserRepository users;

    @Inject
    private ConsoleObjects objects;

    @Inject
    private HttpServletRequest request;

    public boolean isShown(String model, boolean isNew) {
        return !isNew && model.equals(PROVIDER);
    }

    /** The addresses by their names in the contract, without those there are none of. */
    public List<Map.Entry<String, String>> addresses(String key) {
        JsonObject all = urls.of(objects.actor(), key);
        return ORDER.stream().flatMap(name -> all.get(name) instanceof JsonString address && !address.getString().equals("-")
                ? Stream.of(Map.entry(name, address.getString())) : Stream.<Map.Entry<String, String>>empty()).toList();
    }

    /** The name of the user that was asked about, or empty. */
    public String getAsked() {
        return Optional.ofNullable(request.getParameter("claims")).map(String::strip).orElse("");
    }

    /** The claims about that user as JSON text, or what is wrong. */
    public String claims(String key) {
        try {
            String user = users.findByUsername(getAsked()).map(found -> found.getId().toString())
                    .orElseThrow(() -> new InvalidInput("for_user", "User not found."));
            return FieldValue.pretty(preview.of(objects.actor(), key, Optional.of(user)));
        } catch (InvalidInput refused) {
            return String.join("\n", refused.problems().byField().values().stream().flatMap(List::stream).toList());
        }
    }
}
