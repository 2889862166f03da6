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
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.session.LiveSession;
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

    /** A new code for the user. */
    String add(OAuthClient client, User user, PendingAuthorization pending, LiveSession session) {
        String code = random.urlSafe();
        Instant now = clock.instant();
        AuthorizationCode row = new AuthorizationCode();
        row.setId(UUID.randomUUID());
        row.setDigest(Digests.sha256(code));
        row.setFamilyId(UUID.randomUUID());
        row.setProviderId(client.providerId());
        row.setUser(user);
        row.setSessionId(session.id());
        row.setGrantData(codec.toStored(grant(pending, session)));
        row.setCreated(now);
        row.setExpires(now.plus(client.settings().accessCodeValidity().duration()));
        codes.add(row);
        return code;
    }

    private static Grant grant(PendingAuthorization pending, LiveSession session) {
        return new Grant(pending.scopes(), pending.nonce(), pending.redirectUri(), pending.redirectUriSent(), pending.codeChallenge(),
                pending.codeChallengeMethod(), session.created().getEpochSecond(), session.methods(), pending.access());
    }
}
