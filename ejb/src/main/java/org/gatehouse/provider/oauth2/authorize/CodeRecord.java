package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.oauth2.AuthorizationCode;
import org.gatehouse.model.oauth2.AuthorizationCodeRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.token.TokenOrigin;
import org.gatehouse.type.RecordCodec;

/** Writes down codes, by digest, with what they stand for. */
@ApplicationScoped
class CodeRecord {

    @Inject
    private AuthorizationCodeRepository codes;

    @Inject
    private RandomKeys random;

    @Inject
    private RecordCodec codec;

    @Inject
    private Clock clock;

    /** A new code for the user, the first of its family. */
    String add(OAuthClient client, User user, TokenOrigin origin) {
        String code = random.urlSafe();
        Instant now = clock.instant();
        AuthorizationCode row = new AuthorizationCode();
        row.setId(UUID.randomUUID());
        row.setDigest(Digests.sha256(code));
        row.setFamilyId(origin.familyId());
        row.setProviderId(client.providerId());
        row.setUser(user);
        row.setSessionId(origin.sessionId());
        row.setGrantData(codec.toStored(origin.grant()));
        row.setCreated(now);
        row.setExpires(now.plus(client.settings().accessCodeValidity().duration()));
        codes.add(row);
        return code;
    }
}
