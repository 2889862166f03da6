package org.gatehouse.provider.oauth2.token;

import jakarta.json.JsonString;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.SubjectMode;

/** The {@code sub} claim (OpenID Connect Core 1.0 section 8): never changes, never names another user. */
public final class Subjects {

    private Subjects() {
    }

    /** The user's subject; as {@link SubjectMode} says, where the user has nothing of the kind the hashed id. */
    public static String of(User user, SubjectMode mode) {
        String subject = switch (mode) {
            case HASHED_USER_ID -> hashed(user);
            case USER_ID -> String.valueOf(user.getId());
            case USER_UUID -> user.getUuid().toString();
            case USER_USERNAME -> user.getUsername();
            case USER_EMAIL -> user.getEmail();
            case USER_UPN -> user.getAttributes().get("upn") instanceof JsonString upn ? upn.getString() : "";
        };
        return subject == null || subject.isBlank() ? hashed(user) : subject;
    }

    /** From the random UUID, so that it cannot be computed from what others know. */
    private static String hashed(User user) {
        return Digests.sha256("gatehouse subject\n" + user.getUuid());
    }
}
