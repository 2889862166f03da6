package org.gatehouse.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Proving to have a credential (section 7.2). The caller looks the credential up by {@link #credentialId}, decides whether it is one
 * that may answer, and keeps the new sign count, which must not go back even if two answers come at the same moment.
 */
@ApplicationScoped
public class AssertionCeremony {

    private final ObjectConverter converter = new ObjectConverter();

    private final WebAuthnManager verifier = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    /** A credential that has proved to be there. */
    public record Asserted(long signCount, boolean userVerified, boolean backedUp) {
    }

    /**
     * The id, in base64url, of the credential that the answer says to be from.
     *
     * @throws CeremonyRefused when it says none
     */
    public String credentialId(JsonObject json) throws CeremonyRefused {
        return new BrowserAnswer(json).id();
    }

    /**
     * The user handle in the answer, in base64url; empty when the authenticator gave none.
     *
     * @throws CeremonyRefused when it is unreadable
     */
    public Optional<String> userHandle(JsonObject json) throws CeremonyRefused {
        return new BrowserAnswer(json).optionalBytes("userHandle").map(Base64.getUrlEncoder().withoutPadding()::encodeToString);
    }

    /**
     * Verifies what a browser answered to {@link RequestOptions}: type, challenge, origin, relying party, presence and verification of
     * the user, signature, sign count, and that the credential has not become one that can be copied.
     *
     * @param credential the one that {@link #credentialId} names
     * @param signCount the last one known
     * @throws CeremonyRefused for every answer that is not right
     */
    public Asserted verify(JsonObject json, CeremonyTerms terms, Credential credential, long signCount) throws CeremonyRefused {
        BrowserAnswer answer = new BrowserAnswer(json);
        answer.requirePublicKey();
        if (!answer.id().equals(credential.id()) || !terms.party().id().equals(credential.rpId())) {
            throw new CeremonyRefused("a credential of somebody else");
        }
        AuthenticationRequest request = new AuthenticationRequest(Base64.getUrlDecoder().decode(answer.id()),
                answer.optionalBytes("userHandle").orElse(null), answer.bytes("authenticatorData"), answer.bytes("clientDataJSON"),
                answer.bytes("signature"));
        var data = verified(request, terms, record(credential, signCount)).getAuthenticatorData();
        return new Asserted(data.getSignCount(), data.isFlagUV(), data.isFlagBS());
    }

    private AuthenticationData verified(AuthenticationRequest request, CeremonyTerms terms, CredentialRecord record) throws CeremonyRefused {
        try {
            AuthenticationData parsed = verifier.parse(request);
            return verifier.verify(parsed,
                    new AuthenticationParameters(terms.serverProperty(), record, null, terms.userVerificationRequired(), true));
        } catch (MaliciousCounterValueException back) {
            // Looked at last, so the signature was right.
            throw new CeremonyRefused(CeremonyRefused.SIGN_COUNT, back);
        } catch (WebAuthnException refused) {
            throw new CeremonyRefused(refused.getClass().getSimpleName(), refused);
        } catch (RuntimeException garbage) {
            // The parser reads what anybody may have made up, and not all that it stumbles over is a WebAuthnException.
            throw new CeremonyRefused("unreadable answer", garbage);
        }
    }

    private CredentialRecord record(Credential credential, long signCount) {
        COSEKey key = converter.getCborConverter().readValue(Base64.getUrlDecoder().decode(credential.publicKey()), COSEKey.class);
        return new CredentialRecordImpl(new NoneAttestationStatement(), null, credential.backupEligible(), credential.backedUp(), signCount,
                new AttestedCredentialData(new AAGUID(credential.aaguid()), Base64.getUrlDecoder().decode(credential.id()), key),
                null, null, null, Set.of());
    }
}
