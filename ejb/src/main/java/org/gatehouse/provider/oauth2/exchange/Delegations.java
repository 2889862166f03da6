package org.gatehouse.provider.oauth2.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Optional;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.exchange.TrustedTokens.Trusted;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.TokenExchangeRequest.PresentedToken;
import org.gatehouse.provider.oauth2.token.Subjects;
import org.gatehouse.token.Tokens;

/**
 * Who may act for whom (RFC 8693 section 4.1): a service account whose attribute {@value #PARENT} holds the user's UUID, and the account
 * that the client has for itself. Others would only be names that somebody wants to see in a token.
 */
@ApplicationScoped
public class Delegations {

    /** The attribute of a service account that names the user it belongs to. */
    static final String PARENT = "goauthentik.io/user/parent";

    private static final int LONGEST_CHAIN = 8;
    private static final String ACT = "act";

    @Inject
    private TrustedTokens trusted;

    @Inject
    private Tokens apiTokens;

    @Inject
    private Subjects subjects;

    /**
     * The {@code act} claim of the token that is asked for: the actor, with those who acted before inside.
     *
     * @param target whose token it will be: it knows the actor by its own kind of subject
     * @param clientAccount the name of the account that the client has for itself
     * @throws OAuthRefusal {@code invalid_request} when the actor's token is not good, or the actor may not act for the user
     */
    public JsonObject actors(OAuthClient client, OAuthClient target, Trusted subject, PresentedToken actorToken, String clientAccount) {
        User actor = actor(client, actorToken).filter(found -> mayAct(found, subject, clientAccount))
                .orElseThrow(() -> refused("The actor_token is not valid, or its user may not act for the subject."));
        JsonObject before = subject.grant().actors();
        if (depth(before) >= LONGEST_CHAIN) {
            throw refused("Too many have acted already.");
        }
        JsonObjectBuilder claim = Json.createObjectBuilder().add("sub", subjects.of(target, actor));
        return before == null ? claim.build() : claim.add(ACT, before).build();
    }

    /** By an access token that is bound to nobody, or by an API token of this installation, which is one as well, though no JWT. */
    private Optional<User> actor(OAuthClient client, PresentedToken presented) {
        Optional<User> found = trusted.find(client, presented.token(), GrantType.TOKEN_EXCHANGE)
                .filter(token -> token.grant().bound().isNone()).map(token -> token.user().user());
        return found.isPresent() || presented.jwt() ? found
                : apiTokens.authenticate(presented.token(), TokenIntent.API).map(token -> token.user().user());
    }

    private static boolean mayAct(User actor, Trusted subject, String clientAccount) {
        boolean belongs = actor.getAttributes().get(PARENT) instanceof JsonString parent
                && parent.getString().equals(subject.user().user().getUuid().toString());
        return actor.getType() == UserType.SERVICE_ACCOUNT && (belongs || actor.getUsername().equals(clientAccount));
    }

    private static int depth(JsonObject actors) {
        int depth = 0;
        for (JsonObject actor = actors; actor != null; actor = actor.getJsonObject(ACT)) {
            depth++;
        }
        return depth;
    }

    private static OAuthRefusal refused(String description) {
        return new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, description);
    }
}
