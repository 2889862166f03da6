package org.gatehouse.flow.stage.userlogin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.LoginProof;
import org.junit.jupiter.api.Test;

class LoginMethodsTest {

    private static final String APP = "{\"mfa_devices\":[{\"model_name\":\"totpdevice\"}]}";
    private static final String KEY = "{\"mfa_devices\":[{\"model_name\":\"totpdevice\"},{\"model_name\":\"webauthndevice\"}]}";

    @Test
    void namesTheMethodTheSecondFactorAndTheKey() {
        assertThat(proof("password", "{}", null)).isEqualTo(new LoginProof(List.of("password"), "the-flow"));
        assertThat(proof("password", APP, null).methods()).containsExactly("password", "auth_mfa");
        assertThat(proof("password", KEY, null).methods()).containsExactly("password", "auth_mfa", "auth_webauthn");
        assertThat(proof("auth_webauthn_pwl", "{\"device\":{}}", null).methods()).containsExactly("auth_webauthn_pwl");
    }

    @Test
    void addsASecondFactorAloneToTheLoginItWasShownIn() {
        assertThat(proof("auth_mfa", APP, session(TestUsers.alice().getId(), "password")).methods()).containsExactly("password", "auth_mfa");
        assertThat(proof("auth_mfa", APP, null).methods()).containsExactly("auth_mfa");
    }

    @Test
    void keepsNothingOfAnothersLoginOrWhenEverythingWasAskedAgain() {
        assertThat(proof("auth_mfa", APP, session(TestUsers.bob().getId(), "password")).methods()).containsExactly("auth_mfa");
        assertThat(proof("password", "{}", session(TestUsers.alice().getId(), "password", "auth_mfa")).methods()).containsExactly("password");
    }

    private static LoginProof proof(String method, String arguments, LiveSession session) {
        PlanContext plan = new PlanContext().put(ContextKeys.AUTH_METHOD, method).put(ContextKeys.AUTH_METHOD_ARGS, FlowWorld.json(arguments));
        Map<String, Object> answers = Map.of("plan", plan, "flowSlug", "the-flow", "session", Optional.ofNullable(session),
                "pendingUser", Optional.of(TestUsers.alice()));
        return LoginMethods.proof((FlowContext) Proxy.newProxyInstance(FlowContext.class.getClassLoader(), new Class<?>[] {FlowContext.class},
                (proxy, called, given) -> answers.get(called.getName())));
    }

    private static LiveSession session(long userId, String... methods) {
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        return new LiveSession(UUID.randomUUID(), userId, now, now.plusSeconds(3600), now, List.of(methods));
    }
}
