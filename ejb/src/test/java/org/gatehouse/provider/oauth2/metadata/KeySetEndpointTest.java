package org.gatehouse.provider.oauth2.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeySetEndpointTest {

    @Test
    void publishesAKeyThatTwoProvidersUseOnce() {
        assertThat(KeySetEndpoint.merged(List.of("{\"keys\":[{\"kid\":\"a\"}]}", "{\"keys\":[]}", "{\"keys\":[{\"kid\":\"b\"},{\"kid\":\"a\"}]}")))
                .isEqualTo("{\"keys\":[{\"kid\":\"a\"},{\"kid\":\"b\"}]}");
    }
}
