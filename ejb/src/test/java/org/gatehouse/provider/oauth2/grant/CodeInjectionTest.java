package org.gatehouse.provider.oauth2.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.oauth2.AuthorizationCode;
import org.gatehouse.model.oauth2.AuthorizationCodeRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.Test;

/** Somebody presents a code that was not asked for in this way (RFC 9700 section 4.5). */
class CodeInjectionTest {

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private final GrantWorld world = new GrantWorld();
    private final OAuthClient client = world.client("caller");
    private final OAuthClient other = world.client("other");
    private AuthorizationCode row;
    private final AuthorizationCodeRepository codes = new AuthorizationCodeRepository() {
        @Override
        public Optional<AuthorizationCode> findByDigest(String digest) {
            return Optional.of(row).filter(code -> code.getDigest().equals(digest));
        }

        @Override
        public boolean redeem(UUID id, Instant now) {
            boolean first = row.getRedeemed() == null;
            row.setRedeemed(now);
            return first;
        }
    };
    private final AuthorizationCodeGrant grant = Wired.with(new AuthorizationCodeGrant(), codes, world.suspicious, world.clock,
            new RecordCodec(TestClients.CIPHER), Wired.with(new ReuseAlarm(), world.rows, world.events));

    @Test
    void leavesAnEventAndBurnsTheCode() {
        List<Map<String, String>> wrong = List.of(Map.of("code_verifier", VERIFIER.replace('d', 'e')), Map.of("code_verifier", ""),
                Map.of("redirect_uri", "https://evil.example/"), Map.of("redirect_uri", ""));
        for (Map<String, String> change : wrong) {
            newCode();
            assertThat(refused(client, change)).as(change.toString()).isEqualTo(OAuthErrorCode.INVALID_GRANT);
            assertThat(row.getRedeemed()).isNotNull();
        }

        assertThat(world.events.actions()).hasSize(wrong.size()).containsOnly(EventAction.SUSPICIOUS_REQUEST);
        assertThat(world.events.drafts().toString()).contains("caller", "alice").doesNotContain(VERIFIER, "evil.example");
        assertThat(refused(client, Map.of())).as("the right way afterwards").isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    @Test
    void aCodeOfAnotherClientLeavesAnEventAndIsBurntToo() {
        newCode();

        assertThat(refused(other, Map.of())).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(row.getRedeemed()).isNotNull();
        assertThat(world.events.actions()).containsExactly(EventAction.SUSPICIOUS_REQUEST);
    }

    @Test
    void anExpiredCodeIsRefusedWithoutAnAlarm() {
        newCode();
        world.clock.advance(java.time.Duration.ofMinutes(1));

        assertThat(refused(client, Map.of())).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(world.events.actions()).isEmpty();
    }

    private void newCode() {
        row = new AuthorizationCode();
        row.setId(UUID.randomUUID());
        row.setDigest(Digests.sha256("the code"));
        row.setFamilyId(UUID.randomUUID());
        row.setProviderId(client.providerId());
        row.setUser(world.alice);
        row.setSessionId(GrantWorld.SESSION);
        row.setExpires(world.clock.instant().plusSeconds(60));
        row.setGrantData(new RecordCodec(TestClients.CIPHER).toStored(new Grant(List.of("email"), null, TestClients.REDIRECT_URI, true,
                CHALLENGE, "S256", 0, List.of())));
    }

    private OAuthErrorCode refused(OAuthClient presenter, Map<String, String> change) {
        Map<String, String> form = new HashMap<>(Map.of("code", "the code", "redirect_uri", TestClients.REDIRECT_URI, "code_verifier", VERIFIER));
        form.putAll(change);
        Map<String, String[]> sent = new HashMap<>();
        form.forEach((name, value) -> sent.put(name, new String[] {value}));
        return catchThrowableOfType(OAuthRefusal.class,
                () -> grant.redeem(presenter, new TokenRequest(Optional.empty(), new RequestParameters(sent)), Confirmation.NONE)).error().code();
    }
}
