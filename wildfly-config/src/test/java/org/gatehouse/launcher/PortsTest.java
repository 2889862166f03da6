package org.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesThePortThatSomethingElseListensOn() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree("127.0.0.1", port))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("port " + port).hasMessageContaining("gatehouse.port-offset");
        }
    }

    @Test
    void acceptsAFreePort() {
        int port = Ports.free();

        assertThatCode(() -> Ports.requireFree("127.0.0.1", port)).doesNotThrowAnyException();
    }
}
