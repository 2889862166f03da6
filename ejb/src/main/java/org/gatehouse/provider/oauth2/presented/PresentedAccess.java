package org.gatehouse.provider.oauth2.presented;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.model.directory.EffectiveGroups;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.TokenWithGroups;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.PolicyContext;
import org.gatehouse.provider.oauth2.binding.SenderConstraints;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.PresentedToken;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.provider.oauth2.token.IssuedTokens;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LoginRefused;

/**
 * What an access token opens at resources of our own: asked anew each time, so that what was revoked, ended or forbidden since is refused
 * at once. Runs in the caller's transaction.
 */
@ApplicationScoped
public class PresentedAccess {

    @Inject
    private IssuedTokens issued;

    @Inject
    private OAuthClients clients;

    @Inject
    private SenderConstraints constraints;

    @Inject
    private ApplicationAccess access;

    /**
     * What a token stands for.
     *
     * @param client whose token it is
     * @param admitted for whom it acts
     * @param groups of that user, read with the token
     */
    public record Opened(OAuthClient client, Grant grant, AdmittedUser admitted, EffectiveGroups groups) {
    }

    /**
     * Lets the holder of a token in.
     *
     * @throws OAuthRefusal {@code invalid_token}, or {@code invalid_dpop_proof} and {@code use_dpop_nonce} (RFC 9449 section 7.1)
     */
    public Opened open(PresentedToken presented) {
        TokenWithGroups found = issued.findUsableWithGroups(presented.value()).orElseThrow(PresentedAccess::invalidToken);
        OAuthClient client = clients.find(found.token().getProviderId()).orElseThrow(PresentedAccess::invalidToken);
        Grant grant = issued.originOf(found.token()).grant();
        constraints.requireHolder(client, grant.bound(), presented);
        AdmittedUser admitted = admit(found.token());
        if (!access.decide(client.application(), admitted, PolicyContext.of(client, grant.scopes(), GrantType.AUTHORIZATION_CODE)).passing()) {
            throw invalidToken();
        }
        return new Opened(client, grant, admitted, found.groups());
    }

    private AdmittedUser admit(OAuthToken token) {
        try {
            return issued.admit(token);
        } catch (LoginRefused refused) {
            throw invalidToken();
        }
    }

    private static OAuthRefusal invalidToken() {
        return new OAuthRefusal(OAuthErrorCode.INVALID_TOKEN, "The access token is not valid.");
    }
}
