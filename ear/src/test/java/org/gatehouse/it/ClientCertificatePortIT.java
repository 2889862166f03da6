package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.launcher.DatabaseAccess;
import org.gatehouse.launcher.EmbeddedPostgres;
import org.gatehouse.launcher.NodeSettings;
import org.gatehouse.launcher.WildFlyNode;
import org.gatehouse.launcher.WildFlyProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Client certificates at WildFly itself, on the port that {@code client-certificates.cli} opens, with curl as the client (RFC 8705). */
class ClientCertificatePortIT {

    private static final int PORT_OFFSET = 950;
    private static final int PORT = 8444 + PORT_OFFSET;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String TOKEN = "bootstrap-token-of-the-certificate-server";
    private static final Path SCRIPT = Path.of("../wildfly-config/src/main/cli/client-certificates.cli");

    private static Path directory;
    private static EmbeddedPostgres postgres;
    private static WildFlyNode node;
    private static ApiClient api;
    private static ClientCertificate authority;
    private static ClientCertificate own;

    @BeforeAll
    static void openThePort() throws Exception {
        ExternalTool.require("curl", "curl");
        directory = GatehouseServer.directory("node-certificates");
        authority = ClientCertificate.authority("Authority of clients");
        own = ClientCertificate.selfSigned("own.example.com");
        Path pem = Files.createDirectories(directory.resolveSibling("certificates")).resolve("authorities.pem");
        Files.writeString(pem, authority.certificatePem());
        postgres = GatehouseServer.postgres("postgres-certificates").start();
        DatabaseAccess database = GatehouseServer.newDatabase(postgres);
        node = GatehouseServer.node(NodeSettings.of("certificates", directory, WildFlyProfile.STANDALONE, PORT_OFFSET, database)
                .with(Map.of("GATEHOUSE_SECRET_KEY", "the secret key of the certificate server", "GATEHOUSE_BOOTSTRAP_PASSWORD", GatehouseServer.PASSWORD,
                        "GATEHOUSE_BOOTSTRAP_TOKEN", TOKEN, "GATEHOUSE_CLIENT_CERTIFICATE_AUTHORITIES", pem.toString())));
        node.deploy(GatehouseServer.ear()).start().awaitReady(PATIENCE);
        writeStore(directory.resolve("configuration/client-authorities.p12"));
        ExternalTool.run(directory, List.of(GatehouseServer.directory("wildfly").resolve("bin/jboss-cli.sh").toString(), "--connect",
                "--controller=127.0.0.1:" + (9990 + PORT_OFFSET), "--file=" + SCRIPT.toAbsolutePath().normalize()));
        api = new ApiClient(node.url(), TOKEN);
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    /** What an operator does with keytool. */
    private static void writeStore(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority.certificate());
        store.setCertificateEntry("own", own.certificate());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
    }

    @Test
    void aCertificateOfATrustedAuthorityProvesTheClientWhoseNameItHas() {
        String id = client("authority", Json.createObjectBuilder().add("token_endpoint_auth_method", "tls_client_auth")
                .add("tls_client_auth_san_dns", "client.example.com").add("tls_client_certificate_bound_access_tokens", true));
        ClientCertificate right = authority.issue("client.example.com");

        JsonObject tokens = HttpBrowser.parse(token(id, right).expect(200));
        assertThat(token(id, authority.issue("another.example.com")).status()).isEqualTo(401);
        assertThat(token(id, own).status()).as("of no authority").isEqualTo(401);
        assertThat(token(id, null).status()).as("none").isEqualTo(401);

        String access = "Authorization: Bearer " + tokens.getString("access_token");
        assertThat(curl(right, "/application/o/userinfo/", "-H", access).status()).isEqualTo(200);
        assertThat(curl(authority.issue("client.example.com"), "/application/o/userinfo/", "-H", access).status()).as("another key").isEqualTo(401);
        assertThat(curl(null, "/application/o/userinfo/", "-H", access).status()).isEqualTo(401);
    }

    @Test
    void aCertificateThatTheClientHasRegisteredProvesIt() throws GeneralSecurityException {
        ECKey key = new ECKey.Builder(Curve.P_256, (ECPublicKey) own.certificate().getPublicKey())
                .x509CertChain(List.of(Base64.encode(own.certificate().getEncoded()))).build();
        String id = client("registered", Json.createObjectBuilder().add("token_endpoint_auth_method", "self_signed_tls_client_auth")
                .add("jwks", HttpBrowser.parse(new JWKSet(key).toString(true))));

        token(id, own).expect(200);
        assertThat(token(id, authority.issue("own.example.com")).status()).isEqualTo(401);
        assertThat(token(id, null).status()).isEqualTo(401);
    }

    @Test
    void aCertificateThatTheServerDoesNotTrustGetsNoConnection() {
        String id = client("stranger", Json.createObjectBuilder().add("token_endpoint_auth_method", "tls_client_auth")
                .add("tls_client_auth_san_dns", "client.example.com"));

        assertThat(token(id, ClientCertificate.selfSigned("client.example.com")).status()).as("the handshake fails").isZero();
        assertThat(token(id, ClientCertificate.authority("Somebody").issue("client.example.com")).status()).isZero();
    }

    private static String client(String name, JsonObjectBuilder authentication) {
        String id = name + "-" + Long.toString(System.nanoTime(), 36);
        int provider = api.oauthApplication(id, "a secret that is of no use here at all", List.of(), "default-provider-authorization-implicit-consent")
                .getInt("pk");
        api.patch("/providers/oauth2/" + provider + "/", Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add("client_credentials")).add("client_authentication", authentication).build());
        return id;
    }

    /** What came back; status 0 when there was no connection. */
    private record Answer(int status, String body) {

        String expect(int wanted) {
            assertThat(status).as(body).isEqualTo(wanted);
            return body;
        }
    }

    private static Answer token(String id, ClientCertificate certificate) {
        return curl(certificate, "/application/o/token/", "-d", "grant_type=client_credentials&scope=openid&client_id=" + id);
    }

    private static Answer curl(ClientCertificate certificate, String path, String... more) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "curl -sk -w '\n%{http_code}' \"$@\" || true", "curl"));
        if (certificate != null) {
            command.addAll(List.of("--cert", certificate.writtenTo(directory.resolveSibling("certificates")).toString()));
        }
        command.addAll(List.of(more));
        command.add("https://localhost:" + PORT + path);
        String printed = ExternalTool.run(directory, command).stripTrailing();
        int last = printed.lastIndexOf('\n');
        return new Answer(Integer.parseInt(printed.substring(last + 1)), printed.substring(0, Math.max(0, last)));
    }
}
