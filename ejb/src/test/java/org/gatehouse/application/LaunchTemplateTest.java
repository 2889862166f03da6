package org.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.gatehouse.model.directory.User;
import org.junit.jupiter.api.Test;

class LaunchTemplateTest {

    @Test
    void fillsInTheUsersOwnValuesEncoded() {
        User user = new User();
        user.setUuid(UUID.randomUUID());
        user.setUsername("a b&c=d");

        assertThat(new LaunchTemplate("https://mail.example.com/%(username)s?x=1").of(user))
                .contains("https://mail.example.com/a%20b%26c%3Dd?x=1");
    }

    @Test
    void isOnlyEverALinkToTheWeb() {
        for (String text : new String[] {"javascript:alert(1)", " javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//host", "file:///etc",
            "/relative", "https:", "http://a b"}) {
            assertThat(new LaunchTemplate(text).isValid()).as(text).isFalse();
        }
        assertThat(new LaunchTemplate("https://%(username)s.example.com/").isValid()).isTrue();
        assertThat(new LaunchTemplate("").isValid()).isTrue();
        assertThat(new LaunchTemplate("blank://blank").isValid()).isTrue();
    }
}
