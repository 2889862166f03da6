package org.gatehouse.provider.oauth2.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.refuses;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.request;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.Subjects;
import org.gatehouse.provider.oauth2.token.TestKeys;
import org.junit.jupiter.api.Test;

class IdTokenHintTest {

    private static final String ISSUER = "https://id.example.com/application/o/app/";

    private final OAuthClient client = TestClients.confidential();
    private final User alice = user();
    private final IdTokenHint hint = new IdTokenHint(TestKeys.provider(), new Issuers() {
        @Override
        public String issuer(OAuthClient any) {
            return ISSUER;
        }
    }, new Subjects(null));

    @Test
    void knowsTheUserThatTheHintNames() {
        String token = token(claims());

        assertThatCode(() -> hint.check(request("id_token_hint", token), client)).doesNotThrowAnyException();
        assertThat(hint.isMetBy(request("id_token_hint", token), client, alice)).isTrue();
        assertThat(hint.isMetBy(request("id_token_hint", token), client, user())).isFalse();
        assertThat(hint.isMetBy(request(), client, user())).isTrue();
    }

    @Test
    void takesAHintThatHasExpired() {
        assertThat(hint.isMetBy(request("id_token_hint", token(claims().expirationTime(new Date(0)))), client, alice)).isTrue();
    }

    @Test
    void refusesHintsThatAreNotOursOrNotForThisClient() {
        for (String forged : List.of(token(claims().audience("another")), token(claims().issuer("https://other.example/")),
                token(claims().expirationTime(null)), token(claims().issueTime(null)), token(claims().claim("azp", null)), token(claims().subject(null)),
                new PlainJWT(claims().build()).serialize(), "x", "a.b.c", TestKeys.provider().signer(client).sign(new JOSEObjectType("at+jwt"), claims().build()))) {
            refuses(OAuthErrorCode.INVALID_REQUEST, () -> hint.check(request("id_token_hint", forged), client));
            assertThat(hint.isMetBy(request("id_token_hint", forged), client, alice)).isFalse();
        }
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(ISSUER).audience("app").claim("azp", "app").issueTime(new Date(0))
                .expirationTime(new Date(1_000_000)).subject(new Subjects(null).of(client, alice));
    }

    private String token(JWTClaimsSet.Builder claims) {
        return TestKeys.provider().signer(client).sign(JOSEObjectType.JWT, claims.build());
    }

    private static User user() {
        User user = new User();
        user.setUuid(UUID.randomUUID());
        return user;
    }
}
