package org.gatehouse.webauthn;

import java.util.UUID;

/**
 * A model of authenticator.
 *
 * @param aaguid the number its maker gave it (section 6.5.1)
 * @param description what people call it
 * @param attests whether it proves its model when it is asked to; software that keeps passkeys does not
 */
public record DeviceType(UUID aaguid, String description, boolean attests) {
}
