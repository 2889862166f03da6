package org.gatehouse.flow.stage.mtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.gatehouse.access.Actor;
import org.gatehouse.brand.Brands;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.Wired;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.stage.mtls.MutualTlsSettings.Mode;
import org.gatehouse.flow.stage.mtls.MutualTlsSettings.UserAttribute;
import org.gatehouse.model.brand.Brand;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.type.Ref;
import org.junit.jupiter.api.Test;

class MutualTlsStageTest {

    private static final UUID OURS = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final TestAuthority authority = new TestAuthority("Our authority");
    private final TestAuthority foreign = new TestAuthority("Our authority");
    private final RequestOrigin origin = new RequestOrigin();
    private final RecordedEvents events = new RecordedEvents();
    private final Brand brand = new Brand();
    private final PlanContext plan = new PlanContext();
    private final List<User> users = new ArrayList<>();
    private FlowDesignation designation = FlowDesignation.AUTHENTICATION;
    private boolean authenticated;

    private final MutualTlsStage stage = Wired.with(new MutualTlsStage(), origin, events, new Users(),
            new TrustedAuthorities(new Keys(), new OneBrand(), Clock.fixed(NOW, ZoneOffset.UTC)));

    private final User alice = user(1, "alice", "alice@example.com");
    private final User bob = user(2, "bob", "bob@example.com");

    private User user(long id, String name, String address) {
        User user = Wired.set(new User(), "id", id);
        user.setUsername(name);
        user.setEmail(address);
        users.add(user);
        return user;
    }

    private StageResult begin(X509Certificate certificate, Mode mode, CertificateAttribute attribute, UserAttribute found) {
        origin.shows(() -> certificate == null ? List.of() : List.of(certificate));
        FlowContext flow = (FlowContext) Proxy.newProxyInstance(FlowContext.class.getClassLoader(), new Class<?>[] {FlowContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "plan" -> plan;
                    case "designation" -> designation;
                    case "actor" -> Actor.anonymous();
                    case "authenticated" -> {
                        authenticated = true;
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return stage.begin(flow, new MutualTlsSettings(mode, List.of(Ref.to(OURS)), attribute, found));
    }

    private StageResult begin(X509Certificate certificate) {
        return begin(certificate, Mode.REQUIRED, CertificateAttribute.COMMON_NAME, UserAttribute.USERNAME);
    }

    @Test
    void recognisesWhoeverTheCertificateNames() {
        assertThat(begin(authority.issue("CN=alice,O=Example", "alice@example.com"))).isInstanceOf(StageResult.Next.class);

        assertThat(plan.get(ContextKeys.PENDING_USER)).contains(alice.getId());
        assertThat(plan.get(ContextKeys.AUTH_METHOD)).contains("mtls");
        assertThat(plan.get(MutualTlsStage.CERTIFICATE).orElseThrow().getString("subject")).isEqualTo("O=Example,CN=alice");
        assertThat(authenticated).isTrue();
    }

    @Test
    void findsPeopleByTheAddressInTheCertificate() {
        begin(authority.issue("CN=whoever", "bob@example.com"), Mode.REQUIRED, CertificateAttribute.EMAIL, UserAttribute.EMAIL);

        assertThat(plan.get(ContextKeys.PENDING_USER)).contains(bob.getId());
    }

    @Test
    void refusesWhatNoTrustedAuthorityHasIssuedForClientsAndForNow() {
        for (X509Certificate bad : List.of(foreign.issue("CN=alice", null),
                authority.issue("CN=alice", null, KeyPurposeId.id_kp_serverAuth, Instant.parse("2026-12-31T00:00:00Z")),
                authority.issue("CN=alice", null, KeyPurposeId.id_kp_clientAuth, NOW.minusSeconds(1)))) {
            assertThat(begin(bad)).isInstanceOf(StageResult.Deny.class);
        }
        assertThat(begin(null)).isInstanceOf(StageResult.Deny.class);
        nobodyIsRecognised();
        assertThat(events.drafts()).hasSize(4);
    }

    @Test
    void aNameThatIsNotThereOrThereTwiceIsNobodys() {
        assertThat(begin(authority.issue("O=Example", null))).isInstanceOf(StageResult.Deny.class);
        assertThat(begin(authority.issue("CN=alice,CN=bob", null))).isInstanceOf(StageResult.Deny.class);
        assertThat(begin(authority.issue("CN=nobody", null))).isInstanceOf(StageResult.Deny.class);
        nobodyIsRecognised();
    }

    @Test
    void anotherPersonsCertificateProvesNothingForTheOneTheFlowIsAbout() {
        plan.put(ContextKeys.PENDING_USER, bob.getId());

        assertThat(begin(authority.issue("CN=alice", null))).isInstanceOf(StageResult.Deny.class);
        assertThat(plan.get(ContextKeys.PENDING_USER)).contains(bob.getId());
        assertThat(plan.get(ContextKeys.AUTH_METHOD)).isEmpty();
    }

    @Test
    void whereItIsOptionalPeopleGoOnAndHaveProvedNothing() {
        assertThat(begin(null, Mode.OPTIONAL, CertificateAttribute.COMMON_NAME, UserAttribute.USERNAME)).isInstanceOf(StageResult.Next.class);
        assertThat(begin(foreign.issue("CN=alice", null), Mode.OPTIONAL, CertificateAttribute.COMMON_NAME, UserAttribute.USERNAME))
                .isInstanceOf(StageResult.Next.class);
        nobodyIsRecognised();
    }

    @Test
    void anEnrollmentOnlyNotesTheCertificate() {
        designation = FlowDesignation.ENROLLMENT;

        assertThat(begin(authority.issue("CN=newcomer", "new@example.com"))).isInstanceOf(StageResult.Next.class);
        assertThat(plan.get(MutualTlsStage.CERTIFICATE).orElseThrow().getString("email")).isEqualTo("new@example.com");
        nobodyIsRecognised();
    }

    @Test
    void withoutAuthoritiesOfItsOwnTheStageTrustsThoseOfTheBrand() {
        TrustedAuthorities authorities = new TrustedAuthorities(new Keys(), new OneBrand(), Clock.fixed(NOW, ZoneOffset.UTC));
        MutualTlsSettings settings = new MutualTlsSettings(Mode.REQUIRED, List.of(), CertificateAttribute.SUBJECT, UserAttribute.USERNAME);
        X509Certificate certificate = authority.issue("CN=alice", null);
        assertThat(authorities.vouchFor(certificate, settings)).isFalse();

        brand.setClientCertificates(java.util.Set.of(OURS));

        assertThat(authorities.vouchFor(certificate, settings)).isTrue();
    }

    private void nobodyIsRecognised() {
        assertThat(plan.get(ContextKeys.PENDING_USER)).isEmpty();
        assertThat(plan.get(ContextKeys.AUTH_METHOD)).isEmpty();
        assertThat(authenticated).isFalse();
    }

    private final class Keys extends KeyStore {

        @Override
        public Optional<X509Certificate> certificate(UUID id) {
            return id.equals(OURS) ? Optional.of(authority.certificate()) : Optional.empty();
        }
    }

    private final class OneBrand extends Brands {

        @Override
        public Brand current() {
            return brand;
        }
    }

    private final class Users extends UserRepository {

        @Override
        public Optional<User> findByUsername(String username) {
            return users.stream().filter(user -> user.getUsername().equals(username)).findFirst();
        }

        @Override
        public List<User> findByEmail(String email) {
            return users.stream().filter(user -> user.getEmail().equals(email)).toList();
        }
    }
}
