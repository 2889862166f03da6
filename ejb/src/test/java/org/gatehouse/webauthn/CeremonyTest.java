package org.gatehouse.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.authenticator.UserVerification;
import org.gatehouse.authenticator.WebAuthnHint;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.fixture.SoftwareAuthenticator;
import org.gatehouse.fixture.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CeremonyTest {

    private static final UUID YUBIKEY = UUID.fromString("2fc0579f-8113-47ea-b116-bb5a8db9202a");
    private static final UUID BITWARDEN = UUID.fromString("d548826e-79b4-db40-a3d8-11116f7e8349");

    private final RelyingParty party = new RelyingParty("id.example.com", "Example", "https://id.example.com");
    private final SoftwareAuthenticator key = new SoftwareAuthenticator("https://id.example.com");
    private final String handle = UserHandles.of(TestUsers.alice());
    private final RegistrationCeremony registration = new RegistrationCeremony();
    private final AssertionCeremony assertion = new AssertionCeremony();
    private final RandomKeys keys = new RandomKeys();

    private CeremonyTerms terms(UserVerification verification) {
        return new CeremonyTerms(party, keys.urlSafe(), verification);
    }

    private JsonObject creation(CeremonyTerms terms) {
        return new CreationOptions(terms, new CreationOptions.Person(handle, "alice", "Alice"), null, ResidentKeyRequirement.PREFERRED, List.of(), List.of()).toJson();
    }

    private JsonObject request(CeremonyTerms terms) {
        return new RequestOptions(terms, List.of(), List.of()).toJson();
    }

    private RegistrationCeremony.Registered register(CeremonyTerms terms) throws CeremonyRefused {
        return registration.verify(key.create(creation(terms)), terms, handle);
    }

    private AssertionCeremony.Asserted prove(CeremonyTerms terms, Credential credential, long signCount) throws CeremonyRefused {
        return assertion.verify(key.get(request(terms)), terms, credential, signCount);
    }


    @Test
    void aRegisteredCredentialProvesItself() throws CeremonyRefused {
        key.backupEligible = true;
        RegistrationCeremony.Registered registered = register(terms(UserVerification.REQUIRED));
        Credential stored = Credential.of(registered.credential().toJson());
        key.signCount = 7;
        key.backedUp = true;

        AssertionCeremony.Asserted asserted = prove(terms(UserVerification.REQUIRED), stored, registered.signCount());

        assertThat(stored).isEqualTo(registered.credential());
        assertThat(registered.userVerified()).isTrue();
        assertThat(stored.backupEligible()).isTrue();
        assertThat(stored.backedUp()).isFalse();
        assertThat(stored.transports()).containsExactly("usb");
        assertThat(asserted).isEqualTo(new AssertionCeremony.Asserted(7, true, true));
    }

    @Test
    void anAnswerToAnotherQuestionRegistersNothing() {
        CeremonyTerms asked = terms(UserVerification.PREFERRED);
        CeremonyTerms other = terms(UserVerification.PREFERRED);

        assertThatThrownBy(() -> registration.verify(key.create(creation(other)), asked, handle)).hasMessage("BadChallengeException");
        assertThatThrownBy(() -> registration.verify(key.get(request(asked)), asked, handle)).hasMessage("no attestationObject");
    }

    @Test
    void anotherOriginRegistersNothing() {
        key.origin = "https://id.example.com.evil.example";
        assertThatThrownBy(() -> register(terms(UserVerification.PREFERRED))).hasMessage("BadOriginException");
        key.origin = "http://id.example.com";
        assertThatThrownBy(() -> register(terms(UserVerification.PREFERRED))).hasMessage("BadOriginException");
    }

    @Test
    void anotherRelyingPartyRegistersNothing() {
        key.rpId = "example.com";

        assertThatThrownBy(() -> register(terms(UserVerification.PREFERRED))).hasMessage("BadRpIdException");
    }

    @Test
    void aFrameOfAnotherSiteRegistersNothing() {
        key.crossOrigin = true;

        assertThatThrownBy(() -> register(terms(UserVerification.PREFERRED))).hasMessage("BadTopOriginException");
    }

    @Test
    void whoIsNotThereOrNotVerifiedRegistersNothing() throws CeremonyRefused {
        key.verified = false;
        assertThatThrownBy(() -> register(terms(UserVerification.REQUIRED))).hasMessage("UserNotVerifiedException");
        assertThat(register(terms(UserVerification.PREFERRED)).userVerified()).isFalse();
        key.present = false;
        assertThatThrownBy(() -> register(terms(UserVerification.DISCOURAGED))).hasMessage("UserNotPresentException");
    }

    @Test
    void anAlgorithmThatWasNotOfferedIsRefused() {
        key.algorithm = -35;

        assertThatThrownBy(() -> register(terms(UserVerification.PREFERRED))).isInstanceOf(CeremonyRefused.class);
    }

    @Test
    void anAttestationStatementHasToBeRight() throws CeremonyRefused {
        key.format = "packed";
        assertThat(register(terms(UserVerification.PREFERRED)).credential().format()).isEqualTo("packed");
        CeremonyTerms terms = terms(UserVerification.PREFERRED);
        JsonObject right = key.create(creation(terms));
        key.verified = false;
        JsonObject other = key.create(creation(terms));

        // The statement signs the client data too: another challenge's does not fit.
        JsonObject mixed = Json.createObjectBuilder(right).add("response", Json.createObjectBuilder(right.getJsonObject("response"))
                .add("attestationObject", key.create(creation(terms(UserVerification.PREFERRED))).getJsonObject("response").getString("attestationObject"))).build();
        assertThatThrownBy(() -> registration.verify(mixed, terms, handle)).hasMessage("BadSignatureException");
        assertThat(registration.verify(other, terms, handle).userVerified()).isFalse();
    }

    @Test
    void anAnswerThatAttestsNoCredentialIsRefused() {
        key.attesting = false;

        assertThatThrownBy(() -> register(terms(UserVerification.PREFERRED))).isInstanceOf(CeremonyRefused.class);
    }

    @Test
    void anIdThatWasNotAttestedIsRefused() {
        CeremonyTerms terms = terms(UserVerification.PREFERRED);
        JsonObject answer = key.create(creation(terms));

        JsonObject forged = Json.createObjectBuilder(answer).add("rawId", "AAAA").build();

        assertThatThrownBy(() -> registration.verify(forged, terms, handle)).hasMessage("no such credential was attested");
    }

    @Test
    void aProofHasToFitEveryTerm() throws CeremonyRefused {
        Credential credential = register(terms(UserVerification.PREFERRED)).credential();
        key.signCount = 9;
        CeremonyTerms asked = terms(UserVerification.PREFERRED);

        assertThatThrownBy(() -> assertion.verify(key.get(request(terms(UserVerification.PREFERRED))), asked, credential, 1)).hasMessage("BadChallengeException");
        assertThatThrownBy(() -> assertion.verify(key.create(creation(asked)), asked, credential, 1)).hasMessage("no authenticatorData");
        key.origin = "https://evil.example";
        assertThatThrownBy(() -> prove(asked, credential, 1)).hasMessage("BadOriginException");
        key.origin = party.origin();
        key.rpId = "evil.example";
        assertThatThrownBy(() -> prove(asked, credential, 1)).hasMessage("BadRpIdException");
        key.rpId = null;
        key.crossOrigin = true;
        assertThatThrownBy(() -> prove(asked, credential, 1)).hasMessage("BadTopOriginException");
        key.crossOrigin = false;
        key.present = false;
        assertThatThrownBy(() -> prove(asked, credential, 1)).hasMessage("UserNotPresentException");
        key.present = true;
        key.verified = false;
        assertThatThrownBy(() -> prove(terms(UserVerification.REQUIRED), credential, 1)).hasMessage("UserNotVerifiedException");
        key.backupEligible = true;
        assertThatThrownBy(() -> prove(asked, credential, 1)).hasMessage("BadBackupEligibleFlagException");
    }

    @Test
    void theSignCountNeverGoesBack() throws CeremonyRefused {
        Credential credential = register(terms(UserVerification.PREFERRED)).credential();

        key.signCount = 5;
        assertThatThrownBy(() -> prove(terms(UserVerification.PREFERRED), credential, 5)).hasMessage(CeremonyRefused.SIGN_COUNT);
        assertThatThrownBy(() -> prove(terms(UserVerification.PREFERRED), credential, 6)).hasMessage(CeremonyRefused.SIGN_COUNT);
        key.signCount = 0;
        assertThatThrownBy(() -> prove(terms(UserVerification.PREFERRED), credential, 1)).hasMessage(CeremonyRefused.SIGN_COUNT);
        assertThat(prove(terms(UserVerification.PREFERRED), credential, 0).signCount()).isZero();
    }

    @Test
    void anotherKeyCannotAnswerForACredential() throws CeremonyRefused {
        Credential credential = register(terms(UserVerification.PREFERRED)).credential();
        SoftwareAuthenticator thief = new SoftwareAuthenticator(party.origin());
        thief.signCount = 50;
        CeremonyTerms terms = terms(UserVerification.PREFERRED);

        assertThatThrownBy(() -> assertion.verify(thief.get(request(terms)), terms, credential, 1)).hasMessage("a credential of somebody else");
        thief.id = key.id;
        assertThatThrownBy(() -> assertion.verify(thief.get(request(terms)), terms, credential, 1)).hasMessage("BadSignatureException");
    }

    @Test
    void aCredentialOfAnotherHostProvesNothingHere() throws CeremonyRefused {
        Credential credential = register(terms(UserVerification.PREFERRED)).credential();
        RelyingParty here = new RelyingParty("other.example.com", "Other", "https://other.example.com");
        CeremonyTerms terms = new CeremonyTerms(here, keys.urlSafe(), UserVerification.PREFERRED);
        key.origin = here.origin();

        assertThatThrownBy(() -> assertion.verify(key.get(request(terms)), terms, credential, 1)).hasMessage("a credential of somebody else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "oA", "v___", "o2NmbXRkbm9uZQ", "oWNmbXQ", "gICAgICAgICA", "_w", "n5-fn5-fn5-fn5-fn5-f"})
    void garbageIsRefusedAndBreaksNothing(String garbage) throws CeremonyRefused {
        Credential credential = register(terms(UserVerification.PREFERRED)).credential();
        CeremonyTerms terms = terms(UserVerification.PREFERRED);
        JsonObject created = key.create(creation(terms));
        JsonObject got = key.get(request(terms));

        for (String member : List.of("clientDataJSON", "attestationObject")) {
            assertThatThrownBy(() -> registration.verify(spoilt(created, member, garbage), terms, handle)).isInstanceOf(CeremonyRefused.class);
        }
        for (String member : List.of("clientDataJSON", "authenticatorData", "signature")) {
            assertThatThrownBy(() -> assertion.verify(spoilt(got, member, garbage), terms, credential, 0)).isInstanceOf(CeremonyRefused.class);
        }
    }

    private static JsonObject spoilt(JsonObject answer, String member, String garbage) {
        return Json.createObjectBuilder(answer).add("response", Json.createObjectBuilder(answer.getJsonObject("response")).add(member, garbage)).build();
    }

    @Test
    void anAnswerWithoutItsMembersIsRefused() {
        CeremonyTerms terms = terms(UserVerification.PREFERRED);

        assertThatThrownBy(() -> registration.verify(JsonValue.EMPTY_JSON_OBJECT, terms, handle)).isInstanceOf(CeremonyRefused.class);
        assertThatThrownBy(() -> assertion.credentialId(JsonValue.EMPTY_JSON_OBJECT)).isInstanceOf(CeremonyRefused.class);
        assertThatThrownBy(() -> assertion.credentialId(Json.createObjectBuilder().add("rawId", "A".repeat(2000)).build()))
                .hasMessage("credential id too long");
        assertThatThrownBy(() -> registration.verify(Json.createObjectBuilder(key.create(creation(terms))).add("type", "password").build(), terms, handle))
                .hasMessage("not a public key credential");
    }

    @Test
    void aUserHandleTellsNothingAndStaysTheSame() {
        assertThat(handle).isEqualTo(UserHandles.of(TestUsers.alice())).isNotEqualTo(UserHandles.of(TestUsers.bob())).hasSize(43)
                .doesNotContain("alice");
    }

    @Test
    void optionsHaveTheFormBrowsersParse() {
        CeremonyTerms terms = terms(UserVerification.DISCOURAGED);
        Credential mine = new Credential("AAAA", "BBBB", YUBIKEY, party.id(), handle, List.of("nfc"), "none", false, false);
        JsonObject creation = new CreationOptions(terms, new CreationOptions.Person(handle, "alice", "Alice"), AuthenticatorAttachment.CROSS_PLATFORM,
                ResidentKeyRequirement.REQUIRED, List.of(WebAuthnHint.SECURITY_KEY), List.of(mine)).toJson();
        JsonObject request = new RequestOptions(terms, List.of(), List.of(mine)).toJson();

        assertThat(creation.getJsonObject("authenticatorSelection").toString())
                .contains("\"residentKey\":\"required\"", "\"requireResidentKey\":true", "\"userVerification\":\"discouraged\"", "\"cross-platform\"");
        assertThat(creation.getString("attestation")).isEqualTo("direct");
        assertThat(creation.getJsonArray("hints").getString(0)).isEqualTo("security-key");
        assertThat(creation.getJsonArray("excludeCredentials")).isEqualTo(request.getJsonArray("allowCredentials"));
        assertThat(request.getJsonArray("allowCredentials").getJsonObject(0).toString())
                .isEqualTo("{\"type\":\"public-key\",\"id\":\"AAAA\",\"transports\":[\"nfc\"]}");
        assertThat(request.getString("challenge")).isEqualTo(terms.challenge());
    }

    @Test
    void onlyAllowedModelsAreTaken() {
        DeviceTypes types = new DeviceTypes();
        Set<UUID> allowed = Set.of(YUBIKEY, BITWARDEN);

        assertThat(types.permits(Set.of(), model(DeviceTypes.UNKNOWN, "none"))).isTrue();
        assertThat(types.permits(allowed, model(DeviceTypes.UNKNOWN, "none"))).isFalse();
        assertThat(types.permits(Set.of(DeviceTypes.UNKNOWN), model(DeviceTypes.UNKNOWN, "none"))).isTrue();
        assertThat(types.permits(allowed, model(YUBIKEY, "packed"))).isTrue();
        assertThat(types.permits(allowed, model(YUBIKEY, "none"))).as("claimed only").isFalse();
        assertThat(types.permits(allowed, model(BITWARDEN, "none"))).as("never attests").isTrue();
        assertThat(types.get(YUBIKEY).description()).isEqualTo("YubiKey 5 NFC (firmware 5.2 and 5.4)");
        assertThat(types.isKnown(DeviceTypes.UNKNOWN)).isTrue();
    }

    private Credential model(UUID aaguid, String format) {
        return new Credential("AAAA", "BBBB", aaguid, party.id(), handle, List.of(), format, false, false);
    }
}
