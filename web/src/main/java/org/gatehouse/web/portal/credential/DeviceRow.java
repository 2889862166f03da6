package org.gatehouse.web.portal.credential;

import java.time.Instant;
import java.util.Locale;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.web.page.PageText;

/**
 * A device as its owner sees it.
 *
 * @param deviceClass the contract's name of the class
 * @param kind what people call the class
 * @param description what tells it from others of its class, or empty
 * @param lastUsed null for never
 */
public record DeviceRow(String key, String deviceClass, String kind, String name, String description, Instant created, Instant lastUsed) {

    static DeviceRow of(AuthenticatorDevice device, String description, Locale locale) {
        String deviceClass = device.getDeviceClass().wireName();
        return new DeviceRow(device.getNumPk().toString(), deviceClass, PageText.of("device.class." + deviceClass, locale), device.getName(),
                description, device.getCreated(), device.getLastUsed());
    }
}
