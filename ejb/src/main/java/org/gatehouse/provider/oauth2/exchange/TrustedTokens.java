package org.gatehouse.provider.oauth2.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.PolicyContext;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.provider.oauth2.token.IssuedTokens;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LoginRefused;

/** Recognises the access tokens that a client may bring as proof: its own, and those of the providers it trusts. */
@ApplicationScoped
public class TrustedTokens {

    @Inject
    private IssuedTokens issued;

    @Inject
    private OAuthClients clients;

    @Inject
    private ApplicationAccess access;

    /**
     * A token that is good now.
     *
     * @param issuer whose token it is
     * @param user whom it is for, admitted just now
     */
    public record Trusted(OAuthToken row, OAuthClient issuer, AdmittedUser user, Grant grant) {
    }

    /**
     * The access token, if it could be used itself: it has neither run out nor been revoked, its login is alive, its user is admitted and
     * may still enter the application it was issued for. Empty for any other text, also for tokens of issuers elsewhere: no source is
     * trusted here yet.
     */
    public Optional<Trusted> find(OAuthClient client, String token, GrantType purpose) {
        return issued.findUsable(token, OAuthTokenKind.ACCESS)
                .flatMap(row -> clients.find(row.getProviderId())
                        .filter(issuer -> issuer.providerId().equals(client.providerId()) || client.settings().trusts(issuer))
                        .flatMap(issuer -> admitted(row, issuer, purpose)));
    }

    private Optional<Trusted> admitted(OAuthToken row, OAuthClient issuer, GrantType purpose) {
        try {
            Grant grant = issued.originOf(row).grant();
            Trusted trusted = new Trusted(row, issuer, issued.admit(row), grant);
            boolean passing = access.decide(issuer.application(), trusted.user(), PolicyContext.of(issuer, grant.scopes(), purpose)).passing();
            return passing ? Optional.of(trusted) : Optional.empty();
        } catch (LoginRefused refused) {
            return Optional.empty();
        }
    }
}
