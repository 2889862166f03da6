package org.gatehouse.provider.oauth2.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.SubjectMode;
import org.gatehouse.provider.oauth2.SubjectType;
import org.gatehouse.provider.oauth2.check.SectorIdentifier;

/**
 * The {@code sub} claim (OpenID Connect Core 1.0 section 8): never changes, never names another user. Everything that names a user to a
 * client asks here, so that ID token, userinfo, introspection and logout agree.
 */
@ApplicationScoped
public class Subjects {

    private PairwiseSalt salt;

    /** For the container's proxy. */
    protected Subjects() {
    }

    @Inject
    public Subjects(PairwiseSalt salt) {
        this.salt = salt;
    }

    /**
     * What the client knows the user by: for pairwise subjects one of its sector's own, else as the provider's {@link SubjectMode} says,
     * where the user has nothing of the kind the hashed id.
     */
    public String of(OAuthClient client, User user) {
        OAuth2ProviderSettings settings = client.settings();
        if (settings.tokenFormats().subjectType() == SubjectType.PAIRWISE) {
            return pairwise(SectorIdentifier.of(settings).orElse(settings.clientId()), user);
        }
        return known(user, settings.subMode());
    }

    static String known(User user, SubjectMode mode) {
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

    /** Section 8.1: nobody who does not know the salt can tell that two of these are one user. */
    private String pairwise(String sector, User user) {
        return Digests.sha256("gatehouse pairwise subject\n" + salt.value() + "\n" + sector + "\n" + user.getUuid());
    }

    /** From the random UUID, so that it cannot be computed from what others know. */
    private static String hashed(User user) {
        return Digests.sha256("gatehouse subject\n" + user.getUuid());
    }
}
