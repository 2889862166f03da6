package org.gatehouse.flow.stage.authenticatorwebauthn;

import org.gatehouse.authenticator.Authenticators;
import org.gatehouse.brand.Brands;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.model.authenticator.AuthenticatorDeviceRepository;
import org.gatehouse.model.brand.Brand;
import org.gatehouse.webauthn.AssertionCeremony;
import org.gatehouse.webauthn.DeviceTypes;
import org.gatehouse.webauthn.RegistrationCeremony;
import org.gatehouse.webauthn.RelyingParties;

/** WebAuthn in a {@link FlowWorld}. */
public final class WebAuthnWorld {

    public final WebAuthnAuthenticator authenticator;
    public final AuthenticatorWebAuthnStage stage;

    public WebAuthnWorld(FlowWorld world, AuthenticatorDeviceRepository devices, Authenticators authenticators) {
        RelyingParties parties = world.wire(new RelyingParties(), new OneBrand());
        CeremonyChallenge challenges = world.wire(new CeremonyChallenge());
        WebAuthnDevices stored = world.wire(new WebAuthnDevices(), devices, authenticators);
        DeviceTypes models = new DeviceTypes();
        WebAuthnProof proof = world.wire(new WebAuthnProof(), stored, new AssertionCeremony(), authenticators);
        authenticator = world.wire(new WebAuthnAuthenticator(), parties, challenges, proof, models);
        stage = world.wire(new AuthenticatorWebAuthnStage(), parties, challenges, new RegistrationCeremony(), stored, models);
    }

    private static final class OneBrand extends Brands {

        @Override
        public Brand current() {
            Brand brand = new Brand();
            brand.setTitle("Example");
            return brand;
        }
    }
}
