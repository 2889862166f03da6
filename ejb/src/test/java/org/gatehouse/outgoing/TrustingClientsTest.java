package org.gatehouse.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.gatehouse.crypto.CertificateIssuer;
import org.gatehouse.crypto.CertificateOrder;
import org.gatehouse.crypto.IssuedCertificate;
import org.gatehouse.crypto.KeyKind;
import org.junit.jupiter.api.Test;

class TrustingClientsTest {

    private final OutgoingHttp http = new OutgoingHttp(new AddressGuard(List.of("127.0.0.1", "::1")));

    @Test
    void reachesAServerOfTheNamedAuthorityAndOfNoOther() throws Exception {
        IssuedCertificate own = issued();
        HttpsServer server = server(own);
        try {
            OutgoingRequest request = OutgoingRequest.get("https://localhost:" + server.getAddress().getPort() + "/");

            assertThat(http.send(request.trusting(own.certificate())).status()).isEqualTo(204);
            assertThatThrownBy(() -> http.send(request)).isInstanceOf(OutgoingFailure.class);
            assertThatThrownBy(() -> http.send(request.trusting(issued().certificate()))).isInstanceOf(OutgoingFailure.class);
        } finally {
            server.stop(0);
        }
    }

    private static IssuedCertificate issued() {
        return new CertificateIssuer(Clock.systemUTC()).selfSigned(new CertificateOrder("localhost", List.of("localhost"), Duration.ofDays(1), KeyKind.EC_P256));
    }

    private static HttpsServer server(IssuedCertificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setKeyEntry("key", certificate.privateKey(), new char[0], new Certificate[] {certificate.certificate()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
