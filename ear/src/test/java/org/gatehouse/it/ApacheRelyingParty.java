package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A real Apache with Debian's mod_auth_openidc in front of one page; its own configuration, its own port, nothing installed. The packaged version
 * (2.4.12) cannot push its requests (RFC 9126) and knows neither DPoP nor JARM; openid-client does these.
 */
final class ApacheRelyingParty implements AutoCloseable {

    private static final String MODULES = "/usr/lib/apache2/modules/";

    private final Path directory;
    private final int port;
    private Process process;

    ApacheRelyingParty(Path directory, int port) {
        this.directory = directory.toAbsolutePath();
        this.port = port;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Starts Apache, protecting {@code /protected/} for users of this issuer; more directives may follow. */
    ApacheRelyingParty start(String issuer, String clientId, String clientSecret, String... more) throws IOException, InterruptedException {
        ExternalTool.require("apache2", "apache2, libapache2-mod-auth-openidc");
        Path page = Files.createDirectories(directory.resolve("htdocs/protected")).resolve("index.html");
        Files.writeString(page, "<!DOCTYPE html><title>Protected</title><h1>The protected page</h1>");
        Files.writeString(directory.resolve("htdocs/index.html"), "<!DOCTYPE html><title>Public</title><h1>The public page</h1>");
        makeReadable();
        Path config = directory.resolve("apache.conf");
        Files.writeString(config, configuration(issuer, clientId, clientSecret) + String.join("\n", more) + "\n");
        process = new ProcessBuilder("/usr/sbin/apache2", "-f", config.toString(), "-DFOREGROUND").redirectErrorStream(true)
                .redirectOutput(directory.resolve("apache.out").toFile()).start();
        awaitListening();
        return this;
    }

    /** Apache's workers run as another user when it is started by root. */
    private void makeReadable() throws IOException {
        for (Path folder : List.of(directory, directory.resolve("htdocs"), directory.resolve("htdocs/protected"))) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private String configuration(String issuer, String clientId, String clientSecret) {
        String modules = List.of("mpm_event", "authn_core", "authz_core", "authz_user", "auth_openidc", "dir", "mime", "headers").stream()
                .map(module -> "LoadModule " + module + "_module " + MODULES + "mod_" + module + ".so\n").reduce("", String::concat);
        String workers = System.getProperty("user.name").equals("root") ? "User www-data\nGroup www-data\n" : "";
        return modules + workers + """
                ServerRoot "%1$s"
                ServerName localhost:%2$d
                Listen 127.0.0.1:%2$d
                Listen [::1]:%2$d
                PidFile "%1$s/apache.pid"
                ErrorLog "%1$s/error.log"
                LogLevel warn
                DocumentRoot "%1$s/htdocs"
                DirectoryIndex index.html
                TypesConfig /etc/mime.types
                OIDCProviderMetadataURL %3$s.well-known/openid-configuration
                OIDCClientID %4$s
                OIDCClientSecret %5$s
                OIDCRedirectURI http://localhost:%2$d/protected/callback
                OIDCCryptoPassphrase a-passphrase-for-this-test-only
                OIDCScope "openid profile email"
                OIDCPKCEMethod S256
                OIDCRemoteUserClaim preferred_username
                OIDCSSLValidateServer Off
                OIDCCookieSameSite On
                <Location /protected/>
                  AuthType openid-connect
                  Require valid-user
                  Header always set X-Remote-User "expr=%%{REMOTE_USER}"
                  Header always set X-Access-Token "%%{OIDC_access_token}e"
                </Location>
                <Directory "%1$s/htdocs">
                  Require all granted
                </Directory>
                """.formatted(directory, port, issuer, clientId, clientSecret);
    }

    /** What the browser ends up with after all redirects. */
    static HttpResponse<String> follow(HttpBrowser browser, HttpResponse<String> response) {
        HttpResponse<String> last = response;
        for (int hop = 0; hop < 10 && last.headers().firstValue("location").isPresent(); hop++) {
            last = browser.get(last.uri().resolve(last.headers().firstValue("location").get()).toString());
        }
        assertThat(last.statusCode()).as(last.uri() + " " + last.body()).isEqualTo(200);
        return last;
    }

    private void awaitListening() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Apache ended: " + Files.readString(directory.resolve("apache.out")));
            }
            try {
                ((HttpURLConnection) URI.create(url() + "/").toURL().openConnection()).getResponseCode();
                return;
            } catch (IOException notYet) {
                process.waitFor(100, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        }
        throw new IllegalStateException("Apache does not listen: " + Files.readString(directory.resolve("error.log")));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
