package org.gatehouse.provider.oauth2.policy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.expression.IpNetwork;
import org.gatehouse.provider.oauth2.ClientType;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.redirect.RedirectUri;
import org.gatehouse.type.Default;
import org.gatehouse.type.FieldProblems;

/**
 * Which clients a policy concerns: those that meet every condition. One that is empty is met by all.
 *
 * @param clientTypes types of client
 * @param grantTypes grants, of which the client may use one
 * @param scopes names of scopes, of which the client may ask for one
 * @param redirectHosts hosts that a redirect URI leads to, {@code app.example.com} or {@code *.example.com}; a regular expression may lead
 *     anywhere, so it meets this always
 * @param origin how the client came about
 * @param registrants user names, by whose token the client has registered
 * @param networks addresses and networks, from one of which the client has registered
 */
public record ClientConditions(
        @Default("[]") @Size(max = 2) List<ClientType> clientTypes,
        @Default("[]") @Size(max = 20) List<GrantType> grantTypes,
        @Default("[]") @Size(max = 100) List<@Size(max = 255) String> scopes,
        @Default("[]") @Size(max = 100) List<@Size(max = 255) String> redirectHosts,
        @NotNull @Default("any") ClientOrigin origin,
        @Default("[]") @Size(max = 100) List<@Size(max = 150) String> registrants,
        @Default("[]") @Size(max = 100) List<@Size(max = 64) String> networks) {

    /**
     * Whether the policy concerns a client.
     *
     * @param granted names of the scopes that it may ask for; asked only if it matters
     * @param registrant who has registered it, if that is known; asked only if it matters
     */
    boolean concern(OAuth2ProviderSettings client, Supplier<? extends Collection<String>> granted, Supplier<Optional<Registrant>> registrant) {
        return (clientTypes.isEmpty() || clientTypes.contains(client.clientType()))
                && (grantTypes.isEmpty() || grantTypes.stream().anyMatch(client::allows))
                && (redirectHosts.isEmpty() || client.redirectUris().stream().anyMatch(this::leadsThere))
                && isFrom(client.registration().registeredWith() != null)
                && (scopes.isEmpty() || granted.get().stream().anyMatch(scopes::contains))
                && (registrants.isEmpty() && networks.isEmpty() || registrant.get().filter(this::isNamed).isPresent());
    }

    private boolean isFrom(boolean registered) {
        return origin == ClientOrigin.ANY || (origin == ClientOrigin.REGISTRATION) == registered;
    }

    private boolean leadsThere(RedirectUri uri) {
        return !uri.isExact() || redirectHosts.stream().map(host -> host.toLowerCase(Locale.ROOT))
                .anyMatch(host -> host.startsWith("*.") ? uri.host().endsWith(host.substring(1)) : uri.host().equals(host));
    }

    private boolean isNamed(Registrant registrant) {
        return (registrants.isEmpty() || registrants.contains(registrant.username()))
                && (networks.isEmpty() || !registrant.clientIp().isEmpty() && networks.stream().anyMatch(network -> IpNetwork.parse(network).contains(registrant.clientIp())));
    }

    /** Adds a problem for each network that is none. */
    void check(FieldProblems problems) {
        for (int i = 0; i < networks.size(); i++) {
            try {
                IpNetwork.parse(networks.get(i));
            } catch (IllegalArgumentException malformed) {
                problems.add("conditions.networks." + i, "Enter an address or a network such as 192.0.2.0/24.");
            }
        }
    }
}
