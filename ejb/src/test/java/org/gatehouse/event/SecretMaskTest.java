package org.gatehouse.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.fixture.FlowWorld;
import org.junit.jupiter.api.Test;

class SecretMaskTest {

    @Test
    void masksWhatIsCalledASecretHoweverDeepItIs() {
        var masked = SecretMask.mask(FlowWorld.json("{\"prompt_data\":{\"name\":\"Alice\",\"password_repeat\":\"geheim\",\"deep\":[{\"api_token\":\"geheim\"}]},"
                + "\"totp_seed\":\"geheim\",\"sms_code\":\"geheim\",\"webauthn_challenge\":\"geheim\",\"pin\":\"geheim\"}"));

        assertThat(masked.toString()).doesNotContain("geheim").contains("Alice");
    }

    @Test
    void masksWhatIsSealedWhateverItIsCalled() {
        String sealed = new SecretCipher(List.of("the secret of a test")).seal("geheim");

        assertThat(SecretMask.mask(FlowWorld.json("{\"harmless\":\"" + sealed + "\"}")).toString()).doesNotContain(sealed);
    }

    @Test
    void showsEverythingElse() {
        var context = FlowWorld.json("{\"pending_user\":1,\"pending_user_identifier\":\"alice\",\"is_sso\":true,\"groups\":[\"a\"],\"application\":\"grafana\"}");

        assertThat(SecretMask.mask(context)).isEqualTo(context);
    }
}
