package org.gatehouse.outgoing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The JDK's clients: one for servers that everybody trusts, and one for each authority of the installation's own, the last few of them. */
final class TrustingClients {

    private static final int MOST = 20;

    private final Supplier<HttpClient.Builder> builder;
    private final HttpClient usual;
    private final Map<X509Certificate, HttpClient> own = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<X509Certificate, HttpClient> eldest) {
            return size() > MOST;
        }
    };

    TrustingClients(Supplier<HttpClient.Builder> builder) {
        this.builder = builder;
        this.usual = builder.get().build();
    }

    /**
     * The client that trusts this authority only; null for those that the JVM trusts.
     *
     * @throws IllegalArgumentException when the certificate cannot be trusted at all
     */
    synchronized HttpClient of(X509Certificate authority) {
        return authority == null ? usual : own.computeIfAbsent(authority, known -> builder.get().sslContext(trusting(known)).build());
    }

    private static SSLContext trusting(X509Certificate authority) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("authority", authority);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unfit) {
            throw new IllegalArgumentException("The certificate of an authority cannot be used.", unfit);
        }
    }
}
