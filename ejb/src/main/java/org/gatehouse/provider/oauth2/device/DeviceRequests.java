package org.gatehouse.provider.oauth2.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gatehouse.cache.ClusterCaches;
import org.gatehouse.crypto.Digests;
import org.gatehouse.type.RecordCodec;

/**
 * The requests of devices, by digests of their two codes, in the cluster cache {@code single-use}: a poll costs the database nothing.
 * Every change is a compare-and-set, so of two that change a request at once one does.
 */
@ApplicationScoped
public class DeviceRequests {

    private static final String DEVICE = "device-code:";
    private static final String USER = "device-user-code:";

    @Inject
    private ClusterCaches caches;

    @Inject
    private RecordCodec codec;

    @Inject
    private Clock clock;

    /**
     * A request as it was found.
     *
     * @param digest of the device code
     * @param text what is stored
     */
    public record Found(String digest, String text, DeviceRequest request) {

        @Override
        public String toString() {
            return "Found[" + request + "]";
        }
    }

    /** Keeps a new request; false when its user code is somebody else's at the moment. */
    boolean add(String deviceCode, DeviceRequest request) {
        String digest = Digests.sha256(deviceCode);
        long lifespan = request.expires() - clock.millis();
        if (caches.singleUse().putIfAbsent(USER + Digests.sha256(request.userCode()), digest, lifespan, TimeUnit.MILLISECONDS) != null) {
            return false;
        }
        caches.singleUse().put(DEVICE + digest, write(request), lifespan, TimeUnit.MILLISECONDS);
        return true;
    }

    /** By what the device knows. */
    public Optional<Found> byDeviceCode(String deviceCode) {
        return byDigest(Digests.sha256(deviceCode));
    }

    /** By what the user has typed, in any case, with whatever between the letters; only while it waits for somebody's decision. */
    Optional<Found> byUserCode(String typed) {
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        return Optional.ofNullable(caches.singleUse().get(USER + Digests.sha256(code))).flatMap(this::byDigest)
                .filter(found -> found.request().isOpen());
    }

    /** By the digest of the device code, if it is good now. */
    Optional<Found> byDigest(String digest) {
        return Optional.ofNullable(caches.singleUse().get(DEVICE + digest))
                .map(text -> new Found(digest, text, read(text))).filter(found -> found.request().expires() > clock.millis());
    }

    /** Changes a request that is still as it was found; true for one caller. */
    public boolean replace(Found found, DeviceRequest changed) {
        long lifespan = Math.max(1, changed.expires() - clock.millis());
        return caches.singleUse().replace(DEVICE + found.digest(), found.text(), write(changed), lifespan, TimeUnit.MILLISECONDS);
    }

    /** Takes a request out that is still as it was found; true for one caller. */
    public boolean remove(Found found) {
        caches.singleUse().remove(USER + Digests.sha256(found.request().userCode()));
        return caches.singleUse().remove(DEVICE + found.digest(), found.text());
    }

    private String write(DeviceRequest request) {
        return codec.toStored(request).toString();
    }

    private DeviceRequest read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonObject stored = reader.readObject();
            return codec.fromStored(DeviceRequest.class, stored);
        }
    }
}
