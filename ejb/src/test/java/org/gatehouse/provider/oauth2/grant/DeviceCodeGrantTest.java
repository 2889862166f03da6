package org.gatehouse.provider.oauth2.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.fixture.InMemoryUsers;
import org.gatehouse.fixture.LocalCaches;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.Wired;
import org.gatehouse.limit.FailureThrottle;
import org.gatehouse.limit.RequestQuota;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.session.AuthenticatedSession;
import org.gatehouse.model.session.AuthenticatedSessionRepository;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.RequestLimits;
import org.gatehouse.provider.oauth2.SuspiciousRequests;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.binding.SenderConstraints;
import org.gatehouse.provider.oauth2.device.DeviceAuthorizationEndpoint;
import org.gatehouse.provider.oauth2.device.DeviceRequest;
import org.gatehouse.provider.oauth2.device.DeviceRequests;
import org.gatehouse.provider.oauth2.device.DeviceRevocations;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.Test;

class DeviceCodeGrantTest {

    private static final UUID SESSION = new UUID(0, 5);

    private final MovableClock clock = new MovableClock();
    private final InMemoryUsers users = new InMemoryUsers();
    private final User alice = users.add(TestUsers.alice());
    private final LocalCaches caches = new LocalCaches();
    private final RequestOrigin origin = new RequestOrigin();
    private OAuthClient client = deviceClient();

    private final DeviceRequests requests = Wired.with(new DeviceRequests(), caches, clock, new RecordCodec(TestClients.CIPHER));
    private final LoginGate gate = Wired.with(new LoginGate(), users, clock, new AuthenticatedSessionRepository() {
        @Override
        public Optional<AuthenticatedSession> find(UUID id) {
            AuthenticatedSession session = new AuthenticatedSession();
            session.setId(id);
            session.setUser(alice);
            session.setExpires(clock.instant().plusSeconds(60));
            return Optional.of(session).filter(known -> id.equals(SESSION));
        }
    });
    private final RecordedEvents events = new RecordedEvents();
    private final DeviceRevocations revocations = Wired.with(new DeviceRevocations(), caches, clock);
    private final DeviceCodeGrant grant = Wired.with(new DeviceCodeGrant(), requests, gate, clock, revocations,
            Wired.with(new SuspiciousRequests(), events), new OAuthClients() {
                @Override
                public Optional<OAuthClient> find(UUID providerId) {
                    return Optional.of(client);
                }
            });
    private final DeviceAuthorizationEndpoint endpoint = Wired.with(new DeviceAuthorizationEndpoint(), requests, clock, new RandomKeys(), origin,
            new SenderConstraints(null),
            Wired.with(new RequestLimits(), Wired.with(new RequestQuota(), caches, clock), origin),
            new Issuers() {
                @Override
                public String baseUrl() {
                    return "https://id.example.com";
                }
            }, TestClients.authenticator(origin, clock, Wired.with(new FailureThrottle(), caches, clock), TestClients.only(() -> client)));

    @Test
    void answersWithTwoCodesAndWhereToGo() {
        JsonObject answer = begin();

        assertThat(answer.getString("user_code")).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
        assertThat(answer.getString("verification_uri")).isEqualTo("https://id.example.com/device");
        assertThat(answer.getString("verification_uri_complete")).isEqualTo("https://id.example.com/device?code=" + answer.getString("user_code"));
        assertThat(answer.getInt("expires_in")).isEqualTo(600);
        assertThat(answer.getInt("interval")).isEqualTo(5);
        assertThat(caches.singleUse().get("device-code:" + answer.getString("device_code"))).as("codes are kept as digests").isNull();
    }

    @Test
    void refusesClientsThatMayNotOrCannotProveThemselves() {
        assertThat(code(() -> endpoint.handle(request("client_secret", "wrong")))).isEqualTo(OAuthErrorCode.INVALID_CLIENT);
        client = TestClients.confidential();
        assertThat(code(() -> endpoint.handle(request("client_secret", TestClients.SECRET)))).isEqualTo(OAuthErrorCode.UNAUTHORIZED_CLIENT);
    }

    @Test
    void isPendingUntilSomebodyApprovesAndThenRedeemedOnce() {
        String deviceCode = begin().getString("device_code");
        assertThat(code(() -> redeem(deviceCode))).isEqualTo(OAuthErrorCode.AUTHORIZATION_PENDING);
        approve(deviceCode, SESSION);

        RedeemedGrant redeemed = redeem(deviceCode);

        assertThat(redeemed.admitted().user()).isSameAs(alice);
        assertThat(redeemed.scopes()).containsExactly("openid", "email");
        assertThat(redeemed.origin().sessionId()).isEqualTo(SESSION);
        assertThat(redeemed.refreshTokenDue()).isTrue();
        assertThat(code(() -> redeem(deviceCode))).isEqualTo(OAuthErrorCode.EXPIRED_TOKEN);
    }

    @Test
    void whoPollsTooFastHasToSlowDown() {
        String deviceCode = begin().getString("device_code");
        redeemLater(deviceCode, Duration.ZERO, OAuthErrorCode.AUTHORIZATION_PENDING);
        redeemLater(deviceCode, Duration.ofSeconds(4), OAuthErrorCode.SLOW_DOWN);
        redeemLater(deviceCode, Duration.ofSeconds(6), OAuthErrorCode.SLOW_DOWN);
        redeemLater(deviceCode, Duration.ofSeconds(15), OAuthErrorCode.AUTHORIZATION_PENDING);
    }

    @Test
    void isAnotherClientsSecretAndExpires() {
        String deviceCode = begin().getString("device_code");
        approve(deviceCode, SESSION);

        assertThat(code(() -> grant.redeem(deviceClient(), request("device_code", deviceCode), Confirmation.NONE))).isEqualTo(OAuthErrorCode.EXPIRED_TOKEN);
        clock.advance(Duration.ofMinutes(10));
        assertThat(code(() -> redeem(deviceCode))).isEqualTo(OAuthErrorCode.EXPIRED_TOKEN);
        assertThat(code(() -> redeem("made up"))).isEqualTo(OAuthErrorCode.EXPIRED_TOKEN);
        assertThat(code(() -> grant.redeem(client, request(), Confirmation.NONE))).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void whatTheUserHasRefusedIsToldOnceAndForgotten() {
        String deviceCode = begin().getString("device_code");
        deny(deviceCode);

        assertThat(code(() -> redeem(deviceCode))).isEqualTo(OAuthErrorCode.ACCESS_DENIED);
        assertThat(OAuthErrorCode.ACCESS_DENIED.status()).as("RFC 6749 section 5.2").isEqualTo(400);
        assertThat(code(() -> redeem(deviceCode))).isEqualTo(OAuthErrorCode.EXPIRED_TOKEN);
    }

    @Test
    void anotherClientGetsNothingSpoilsNothingAndIsNoted() {
        String deviceCode = begin().getString("device_code");
        approve(deviceCode, SESSION);

        assertThat(code(() -> grant.redeem(deviceClient(), request("device_code", deviceCode), Confirmation.NONE))).isEqualTo(OAuthErrorCode.EXPIRED_TOKEN);
        assertThat(events.actions()).containsExactly(EventAction.SUSPICIOUS_REQUEST);
        assertThat(redeem(deviceCode).admitted().user()).isSameAs(alice);
    }

    @Test
    void oneNetworkBeginsSixtyTimesAMinute() {
        origin.arrived("192.0.2.1", "", "", "");
        IntStream.range(0, 60).forEach(i -> begin());

        OAuthRefusal refusal = catchThrowableOfType(OAuthRefusal.class, this::begin);
        assertThat(refusal.error().code()).isEqualTo(OAuthErrorCode.TEMPORARILY_UNAVAILABLE);
        assertThat(refusal.error().code().status()).isEqualTo(429);
        assertThat(refusal.error().retryAfter()).isEqualTo(Duration.ofMinutes(1));
        origin.arrived("192.0.2.2", "", "", "");
        assertThat(begin()).containsKey("device_code");
        clock.advance(Duration.ofMinutes(1));
        origin.arrived("192.0.2.1", "", "", "");
        assertThat(begin()).containsKey("device_code");
    }

    @Test
    void isWorthNothingOnceTheLoginHasEndedOrTheUserIsDisabled() {
        String ended = begin().getString("device_code");
        approve(ended, new UUID(0, 6));
        assertThatThrownBy(() -> redeem(ended)).isInstanceOf(LoginRefused.class);
        String disabled = begin().getString("device_code");
        approve(disabled, SESSION);
        alice.setActive(false);

        assertThatThrownBy(() -> redeem(disabled)).isInstanceOf(LoginRefused.class);
    }

    @Test
    void whatWasApprovedDiesWithARevocationOfTheUserOrTheClient() {
        String ofUser = begin().getString("device_code");
        approve(ofUser, SESSION);
        revocations.revokeUser(alice.getId());
        assertThat(code(() -> redeem(ofUser))).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        String ofClient = begin().getString("device_code");
        clock.advance(Duration.ofSeconds(1));
        approve(ofClient, SESSION);
        revocations.revokeProvider(client.providerId());
        assertThat(code(() -> redeem(ofClient))).isEqualTo(OAuthErrorCode.INVALID_GRANT);

        clock.advance(Duration.ofSeconds(1));
        String later = begin().getString("device_code");
        approve(later, SESSION);
        assertThat(redeem(later).admitted().user()).as("approved afterwards").isSameAs(alice);
    }

    @Test
    void aCodeThatIsBoundToAKeyIsNotUsedUpByAnotherOne() {
        String key = "A".repeat(43);
        assertThat(code(() -> endpoint.handle(request("client_secret", TestClients.SECRET, "dpop_jkt", "short")))).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        String deviceCode = endpoint.handle(request("client_secret", TestClients.SECRET, "dpop_jkt", key)).getString("device_code");
        approve(deviceCode, SESSION);
        TokenRequest poll = request("device_code", deviceCode);

        for (Confirmation wrong : List.of(Confirmation.NONE, new Confirmation("B".repeat(43), null))) {
            assertThat(code(() -> grant.redeem(client, poll, wrong))).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        }
        assertThat(grant.redeem(client, poll, new Confirmation(key, null)).origin().grant().bound().keyThumbprint()).isEqualTo(key);
    }

    private JsonObject begin() {
        return endpoint.handle(request("client_secret", TestClients.SECRET));
    }

    private void redeemLater(String deviceCode, Duration wait, OAuthErrorCode expected) {
        clock.advance(wait);
        assertThat(code(() -> redeem(deviceCode))).isEqualTo(expected);
    }

    private RedeemedGrant redeem(String deviceCode) {
        return grant.redeem(client, request("device_code", deviceCode), Confirmation.NONE);
    }

    private void approve(String deviceCode, UUID session) {
        DeviceRequests.Found found = requests.byDeviceCode(deviceCode).orElseThrow();
        DeviceRequest asked = found.request();
        assertThat(requests.replace(found, new DeviceRequest(asked.providerId(), asked.scopes(), asked.userCode(), asked.expires(), asked.interval(),
                asked.polled(), session, 1767268800, List.of("password"), false, asked.keyThumbprint(), clock.millis()))).isTrue();
    }

    private void deny(String deviceCode) {
        DeviceRequests.Found found = requests.byDeviceCode(deviceCode).orElseThrow();
        DeviceRequest asked = found.request();
        assertThat(requests.replace(found, new DeviceRequest(asked.providerId(), asked.scopes(), asked.userCode(), asked.expires(), asked.interval(),
                asked.polled(), null, 0, List.of(), true, asked.keyThumbprint(), clock.millis()))).isTrue();
    }

    private static OAuthErrorCode code(ThrowingCallable call) {
        return catchThrowableOfType(OAuthRefusal.class, call).error().code();
    }

    private static TokenRequest request(String... pairs) {
        Map<String, String[]> values = new HashMap<>(Map.of("client_id", new String[] {"app"}));
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return new TokenRequest(Optional.empty(), new RequestParameters(values));
    }

    private static OAuthClient deviceClient() {
        OAuthClient any = TestClients.client(TestClients.settings().add("grant_types",
                Json.createArrayBuilder().add("urn:ietf:params:oauth:grant-type:device_code")));
        List<ConfiguredScope> scopes = List.of("openid", "email", "offline_access").stream()
                .map(name -> new ConfiguredScope(UUID.randomUUID(), name, "")).toList();
        return new OAuthClient(any.providerId(), any.numPk(), any.providerName(), any.settings(), scopes, any.application());
    }
}
