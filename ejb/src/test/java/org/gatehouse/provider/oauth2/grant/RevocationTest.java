package org.gatehouse.provider.oauth2.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.Grant;
import org.junit.jupiter.api.Test;

/** RFC 7009. */
class RevocationTest {

    private final GrantWorld world = new GrantWorld();
    private final OAuthClient caller = world.client("caller");
    private final OAuthClient trusting = world.client("trusting", 1);

    @Test
    void aClientRevokesItsOwnTokensWhateverTheHintSays() {
        for (String hint : new String[] {"", "access_token", "refresh_token", "something_else"}) {
            String token = world.accessToken(caller);
            revoke("caller", token, "token_type_hint", hint);
            assertThat(world.row(token).isRevoked()).as(hint).isTrue();
        }
    }

    @Test
    void aRefreshTokenTakesItsFamilyWithIt() {
        String refresh = world.refreshToken(caller, Duration.ofDays(1));
        String access = world.accessToken(caller);
        world.row(access).setFamilyId(world.row(refresh).getFamilyId());
        String other = world.accessToken(caller);

        revoke("caller", refresh);

        assertThat(world.row(access).isRevoked()).isTrue();
        assertThat(world.row(other).isRevoked()).isFalse();
    }

    @Test
    void othersTokensAreLeftAloneEvenIfTheirProviderTrustsTheClient() {
        String foreign = world.accessToken(caller);
        revoke("trusting", foreign);
        revoke("trusting", "made up");
        assertThat(world.row(foreign).isRevoked()).isFalse();

        String entrusted = world.accessToken(trusting);
        revoke("caller", entrusted);
        assertThat(world.row(entrusted).isRevoked()).as("to look at, not to end (RFC 7009 section 2.1)").isFalse();
    }

    @Test
    void whatAClientHasExchangedIsItsOwn() {
        Grant exchanged = Grant.withoutCode(List.of("email"), 0, List.of()).exchangedBy("caller", List.of("email"), null);
        String token = world.accessToken(trusting, world.alice, GrantWorld.SESSION, exchanged, world.claims(trusting, world.alice).build());

        revoke("caller", token);

        assertThat(world.row(token).isRevoked()).isTrue();
    }

    @Test
    void faultyRequestsAreRefused() {
        assertThat(refused("caller", "")).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        assertThat(refused("caller", "x", "client_secret", "wrong")).isEqualTo(OAuthErrorCode.INVALID_CLIENT);
    }

    private OAuthErrorCode refused(String client, String token, String... more) {
        return catchThrowableOfType(OAuthRefusal.class, () -> revoke(client, token, more)).error().code();
    }

    private void revoke(String client, String token, String... more) {
        Map<String, String[]> form = new HashMap<>(Map.of("client_id", new String[] {client},
                "client_secret", new String[] {TestClients.SECRET}, "token", new String[] {token}));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], new String[] {more[i + 1]});
        }
        world.revocation().handle(new TokenRequest(Optional.empty(), new RequestParameters(form)));
    }
}
