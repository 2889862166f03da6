package org.gatehouse.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.attestation.statement.androidkey.AndroidKeyAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.apple.AppleAnonymousAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.none.NoneAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.PackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.tpm.TPMAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.u2f.FIDOU2FAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.NullCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.DefaultSelfAttestationTrustworthinessVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Registering a credential (section 7.1). An attestation statement that comes along has to be right in itself; whose certificate
 * signed it is not asked, as there is no list of trusted makers here. So the model of an authenticator is what it claims.
 */
@ApplicationScoped
public class RegistrationCeremony {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /** What a key may sign with, best first: ES256, EdDSA, RS256 (RFC 9053). */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private final ObjectConverter converter = new ObjectConverter();

    private final WebAuthnManager verifier = new WebAuthnManager(
            List.of(new NoneAttestationStatementVerifier(), new PackedAttestationStatementVerifier(), new FIDOU2FAttestationStatementVerifier(),
                    new TPMAttestationStatementVerifier(), new AndroidKeyAttestationStatementVerifier(),
                    new AppleAnonymousAttestationStatementVerifier()),
            new NullCertPathTrustworthinessVerifier(), new DefaultSelfAttestationTrustworthinessVerifier(), converter);

    /** A credential that was registered just now. */
    public record Registered(Credential credential, long signCount, boolean userVerified) {
    }

    /**
     * Verifies what a browser answered to {@link CreationOptions}.
     *
     * @param userHandle the handle that was in the options
     * @throws CeremonyRefused for every answer that is not right
     */
    public Registered verify(JsonObject json, CeremonyTerms terms, String userHandle) throws CeremonyRefused {
        BrowserAnswer answer = new BrowserAnswer(json);
        answer.requirePublicKey();
        RegistrationRequest request = new RegistrationRequest(answer.bytes("attestationObject"), answer.bytes("clientDataJSON"));
        AttestationObject attested = verified(request, terms).getAttestationObject();
        AuthenticatorData<?> data = attested.getAuthenticatorData();
        AttestedCredentialData key = data.getAttestedCredentialData();
        if (key == null || !MessageDigest.isEqual(Base64.getUrlDecoder().decode(answer.id()), key.getCredentialId())) {
            throw new CeremonyRefused("no such credential was attested");
        }
        Credential credential = new Credential(answer.id(), BASE64URL.encodeToString(converter.getCborConverter().writeValueAsBytes(key.getCOSEKey())),
                aaguid(key), terms.party().id(), userHandle, answer.transports(), attested.getFormat(), data.isFlagBE(), data.isFlagBS());
        return new Registered(credential, data.getSignCount(), data.isFlagUV());
    }

    private RegistrationData verified(RegistrationRequest request, CeremonyTerms terms) throws CeremonyRefused {
        List<PublicKeyCredentialParameters> parameters = ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm)).toList();
        try {
            RegistrationData parsed = verifier.parse(request);
            return verifier.verify(parsed,
                    new RegistrationParameters(terms.serverProperty(), parameters, terms.userVerificationRequired(), true));
        } catch (WebAuthnException refused) {
            throw new CeremonyRefused(refused.getClass().getSimpleName(), refused);
        } catch (RuntimeException garbage) {
            // The parser reads what anybody may have made up, and not all that it stumbles over is a WebAuthnException.
            throw new CeremonyRefused("unreadable answer", garbage);
        }
    }

    private static UUID aaguid(AttestedCredentialData key) {
        UUID aaguid = key.getAaguid() == null ? null : key.getAaguid().getValue();
        return aaguid == null ? DeviceTypes.UNKNOWN : aaguid;
    }
}
