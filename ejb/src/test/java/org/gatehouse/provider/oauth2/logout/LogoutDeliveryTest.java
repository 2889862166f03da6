package org.gatehouse.provider.oauth2.logout;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObjectBuilder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.MailWorld;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.logout.LogoutNotice;
import org.gatehouse.model.logout.LogoutNotices;
import org.gatehouse.model.logout.SessionClient;
import org.gatehouse.model.logout.SessionClients;
import org.gatehouse.outgoing.LocalHttp;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.token.ProviderKeys;
import org.gatehouse.provider.oauth2.token.TokenEncryption;
import org.gatehouse.session.SessionEnded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Back-Channel Logout 1.0 sections 2.4 to 2.8. */
class LogoutDeliveryTest {

    private static final UUID SESSION = new UUID(0, 5);
    private static final SessionClient ALICE = new SessionClient(new UUID(0, 1), "the-sid", "alice", "https://id.example.com/application/o/app/");

    private final MovableClock clock = new MovableClock();
    private final LocalHttp rp = new LocalHttp();
    private final Table table = new Table();
    private final RecordedEvents events = new RecordedEvents();
    private final ProviderKeys keys = Wired.with(new ProviderKeys(), TestClients.CIPHER, new TokenEncryption());
    private OAuthClient client = client(rp.url() + "/backchannel", "backchannel");
    private final OAuthClients clients = new OAuthClients() {
        @Override
        public Optional<OAuthClient> find(UUID providerId) {
            return Optional.ofNullable(client);
        }
    };
    private final BackchannelLogout logout = Wired.with(new BackchannelLogout(), clients, table, clock, new MailWorld.NoObservers(),
            new SessionClients() {
                @Override
                public List<SessionClient> take(UUID sessionId) {
                    return sessionId.equals(SESSION) ? List.of(ALICE) : List.of();
                }
            });
    private final LogoutDelivery delivery = Wired.with(new LogoutDelivery(), LocalHttp.client(),
            Wired.with(new LogoutOutbox(), table, clients, new LogoutTokens(keys, clock), events, clock));

    @AfterEach
    void close() {
        rp.close();
    }

    @Test
    void sendsASignedLogoutToken() throws Exception {
        logout.ended(new SessionEnded(SESSION));
        delivery.sendDue();

        SignedJWT token = SignedJWT.parse(sent(0));
        JWTClaimsSet claims = keys.signer(client).verify(sent(0), LogoutTokens.TYPE).orElseThrow();
        assertThat(token.getHeader().getType()).hasToString("logout+jwt");
        assertThat(claims.getIssuer()).isEqualTo(ALICE.issuer());
        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getAudience()).containsExactly("app");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(clock.instant()));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(clock.instant().plusSeconds(120)));
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getClaim("sid")).isEqualTo("the-sid");
        assertThat(claims.getClaim("events")).isEqualTo(Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        assertThat(claims.getClaims()).doesNotContainKey("nonce");
        assertThat(table.rows).isEmpty();
        assertThat(events.actions()).isEmpty();
    }

    @Test
    void tellsNobodyOfALoginThatWasUsedForNothing() {
        logout.ended(new SessionEnded(new UUID(0, 6)));
        delivery.sendDue();

        assertThat(rp.received).isEmpty();
    }

    @Test
    void tellsNoClientThatHasNoAddressOrAFrame() {
        client = client(rp.url(), "frontchannel");
        logout.ended(new SessionEnded(SESSION));
        client = client("", "backchannel");
        logout.ended(new SessionEnded(SESSION));

        assertThat(table.rows).isEmpty();
    }

    @Test
    void triesAgainLaterAndLaterWithANewTokenEachTime() throws ParseException {
        rp.status = 503;
        logout.ended(new SessionEnded(SESSION));
        Set<String> ids = new HashSet<>();
        for (int minutes = 1; minutes <= 16; minutes *= 2) {
            delivery.sendDue();
            assertThat(table.rows).singleElement().satisfies(row -> assertThat(row.due).isAfter(clock.instant()));
            delivery.sendDue();
            clock.advance(Duration.ofMinutes(minutes));
        }
        delivery.sendDue();

        for (int i = 0; i < rp.received.size(); i++) {
            ids.add(SignedJWT.parse(sent(i)).getJWTClaimsSet().getJWTID());
        }
        assertThat(rp.received).hasSize(LogoutOutbox.MOST_ATTEMPTS);
        assertThat(ids).as("ids").hasSize(LogoutOutbox.MOST_ATTEMPTS);
        assertThat(table.rows).as("given up").isEmpty();
        assertThat(events.drafts()).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(EventAction.SYSTEM_TASK_EXCEPTION);
            assertThat(event.context().toString()).contains("503", "app").doesNotContain("alice", "the-sid");
        });
    }

    @Test
    void givesUpAtOnceWhatTheClientCallsWrong() {
        rp.status = 400;
        logout.ended(new SessionEnded(SESSION));
        delivery.sendDue();

        assertThat(table.rows).isEmpty();
        assertThat(events.actions()).containsExactly(EventAction.SYSTEM_TASK_EXCEPTION);
    }

    @Test
    void keepsWhatCannotBeReached() {
        rp.close();
        logout.ended(new SessionEnded(SESSION));
        delivery.sendDue();

        assertThat(table.rows).hasSize(1);
        assertThat(events.actions()).isEmpty();
    }

    @Test
    void oneThatCannotBeMadeDoesNotStopTheOthers() {
        OAuthClient good = client;
        logout.ended(new SessionEnded(SESSION));
        logout.ended(new SessionEnded(SESSION));
        client = TestClients.client(TestClients.settings().add("logout_uri", rp.url() + "/backchannel")
                .add("signing_key", UUID.randomUUID().toString()));
        delivery.sendDue();
        assertThat(table.rows).hasSize(2);

        client = good;
        clock.advance(Duration.ofMinutes(1));
        delivery.sendDue();

        assertThat(rp.received).hasSize(2);
        assertThat(table.rows).isEmpty();
    }

    @Test
    void forgetsAClientThatWantsNoNoticeAnyMore() {
        logout.ended(new SessionEnded(SESSION));
        client = null;
        delivery.sendDue();

        assertThat(rp.received).isEmpty();
        assertThat(table.rows).isEmpty();
    }

    private String sent(int index) {
        String prefix = "/backchannel logout_token=";
        assertThat(rp.received.get(index)).startsWith(prefix);
        return URLDecoder.decode(rp.received.get(index).substring(prefix.length()), StandardCharsets.UTF_8);
    }

    private static OAuthClient client(String logoutUri, String method) {
        JsonObjectBuilder settings = TestClients.settings().add("logout_uri", logoutUri).add("logout_method", method);
        return TestClients.client(settings);
    }

    /** The rows, and when they are due. */
    private static final class Table extends LogoutNotices {

        private final List<Row> rows = new ArrayList<>();

        private static final class Row {
            private final UUID id = UUID.randomUUID();
            private SessionClient client;
            private int attempts;
            private Instant due;
        }

        @Override
        public void add(SessionClient client, Instant now) {
            Row row = new Row();
            row.client = client;
            row.due = now;
            rows.add(row);
        }

        @Override
        public Optional<LogoutNotice> take(Instant now, Instant until) {
            return rows.stream().filter(row -> !row.due.isAfter(now)).findFirst().map(row -> {
                row.attempts++;
                row.due = until;
                return new LogoutNotice(row.id, row.client, row.attempts);
            });
        }

        @Override
        public void postpone(UUID id, Instant due) {
            rows.stream().filter(row -> row.id.equals(id)).forEach(row -> row.due = due);
        }

        @Override
        public void delete(UUID id) {
            rows.removeIf(row -> row.id.equals(id));
        }
    }
}
