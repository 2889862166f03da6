package org.gatehouse.provider.oauth2.device;

import java.util.List;
import java.util.UUID;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.session.LiveSession;
import org.gatehouse.type.Default;

/**
 * What a device has asked for.
 *
 * @param providerId whose device it is; nobody else's may redeem it
 * @param scopes what it will be granted
 * @param userCode what the user types, without the hyphen
 * @param expires in milliseconds since 1970
 * @param interval how many seconds the device has to wait between two polls
 * @param polled when it last polled, in milliseconds since 1970; 0 for never
 * @param sessionId the login that has approved it, or null while nobody has
 * @param authTime when that login began, in seconds since 1970
 * @param methods how the user authenticated
 * @param denied whether the user has refused it
 * @param keyThumbprint of the key that the device has to show when it redeems, or null
 * @param decided when the user has decided, in milliseconds since 1970; 0 while nobody has
 */
public record DeviceRequest(UUID providerId, List<String> scopes, String userCode, long expires, long interval, long polled,
        UUID sessionId, long authTime, List<String> methods, @Default("false") boolean denied, String keyThumbprint,
        @Default("0") long decided) {

    /** RFC 8628 section 3.5: how much longer the device has to wait once it has been too fast. */
    private static final long SLOWER = 5;

    /** What a device has just asked for. */
    static DeviceRequest asked(UUID providerId, List<String> scopes, String userCode, long expires, long interval, String keyThumbprint) {
        return new DeviceRequest(providerId, scopes, userCode, expires, interval, 0, null, 0, List.of(), false, keyThumbprint, 0);
    }

    public boolean isApproved() {
        return sessionId != null;
    }

    /** Whether the user has neither agreed nor refused. */
    boolean isOpen() {
        return !denied && !isApproved();
    }

    /** Whether a poll at this moment is too fast. */
    public boolean isEarly(long now) {
        return polled > 0 && now < polled + interval * 1000;
    }

    /** After a poll. */
    public DeviceRequest polledAt(long now) {
        return new DeviceRequest(providerId, scopes, userCode, expires, isEarly(now) ? interval + SLOWER : interval, now, sessionId,
                authTime, methods, denied, keyThumbprint, decided);
    }

    /** After the user has agreed. */
    DeviceRequest approvedBy(LiveSession session, long now) {
        return new DeviceRequest(providerId, scopes, userCode, expires, interval, polled, session.id(),
                session.created().getEpochSecond(), session.methods(), false, keyThumbprint, now);
    }

    /** After the user has refused. */
    DeviceRequest refused(long now) {
        return new DeviceRequest(providerId, scopes, userCode, expires, interval, polled, null, 0, List.of(), true, keyThumbprint, now);
    }

    /** What the device is granted. */
    public Grant grant() {
        return Grant.withoutCode(scopes, authTime, methods).boundTo(holder());
    }

    /** To whom it is bound. */
    public Confirmation holder() {
        return keyThumbprint == null ? Confirmation.NONE : new Confirmation(keyThumbprint, null);
    }

    @Override
    public String toString() {
        return "DeviceRequest[" + providerId + "]";
    }
}
