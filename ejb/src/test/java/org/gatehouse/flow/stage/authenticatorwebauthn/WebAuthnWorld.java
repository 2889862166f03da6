package org.gatehouse.flow.stage.authenticatorwebauthn;

import java.util.Optional;
import org.gatehouse.authenticator.AuthenticatorType;
import org.gatehouse.authenticator.AuthenticatorTypes;
import org.gatehouse.authenticator.Authenticators;
import org.gatehouse.brand.Brands;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.InMemoryDevices;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.brand.Brand;
import org.gatehouse.webauthn.AssertionCeremony;
import org.gatehouse.webauthn.DeviceTypes;
import org.gatehouse.webauthn.RegistrationCeremony;
import org.gatehouse.webauthn.RelyingParties;

/** WebAuthn in a {@link FlowWorld}. */
public final class WebAuthnWorld {

    public final InMemoryDevices devices = new InMemoryDevices();
    public final AuthenticatorTypes types;
    public final Authenticators authenticators;
    public final WebAuthnAuthenticator authenticator;
    public final AuthenticatorWebAuthnStage stage;
    final WebAuthnProof proof;

    public WebAuthnWorld(FlowWorld world) {
        OneType one = new OneType();
        types = one;
        authenticators = world.wire(new Authenticators(), devices, types);
        RelyingParties parties = world.wire(new RelyingParties(), new OneBrand());
        CeremonyChallenge challenges = world.wire(new CeremonyChallenge());
        WebAuthnDevices stored = world.wire(new WebAuthnDevices(), devices, authenticators);
        DeviceTypes models = new DeviceTypes();
        proof = world.wire(new WebAuthnProof(), stored, new AssertionCeremony(), authenticators);
        authenticator = world.wire(new WebAuthnAuthenticator(), parties, challenges, proof, models);
        stage = world.wire(new AuthenticatorWebAuthnStage(), parties, challenges, new RegistrationCeremony(), stored, models);
        one.webauthn = authenticator;
    }

    private static final class OneType extends AuthenticatorTypes {

        private AuthenticatorType webauthn;

        @Override
        public Optional<AuthenticatorType> find(DeviceClass deviceClass) {
            return Optional.of(webauthn).filter(type -> deviceClass == DeviceClass.WEBAUTHN);
        }
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
