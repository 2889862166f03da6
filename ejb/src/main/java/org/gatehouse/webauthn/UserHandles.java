package org.gatehouse.webauthn;

import java.util.Base64;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.directory.User;

/** User handles (section 5.4.3): the same for all credentials of a user, and telling nothing about who that is. */
public final class UserHandles {

    private UserHandles() {
    }

    /** The user's handle: 32 bytes in base64url, from what never changes about an account and is not its name. */
    public static String of(User user) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256Bytes("gatehouse webauthn user handle\n" + user.getUuid()));
    }
}
