package org.gatehouse.flow;

import java.util.List;
import org.gatehouse.authenticator.Authenticators;
import org.gatehouse.authenticator.BrowserMemory;
import org.gatehouse.authenticator.DeviceThrottle;
import org.gatehouse.authenticator.KnownAuthenticators;
import org.gatehouse.authenticator.RecentProofs;
import org.gatehouse.brand.Brands;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.fixture.DeviceTable;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.flow.stage.authenticatorstatic.AuthenticatorStaticStage;
import org.gatehouse.flow.stage.authenticatorstatic.StaticDevices;
import org.gatehouse.flow.stage.authenticatortotp.AuthenticatorTotpStage;
import org.gatehouse.flow.stage.authenticatortotp.TotpDevices;
import org.gatehouse.flow.stage.authenticatorvalidate.AnswerCheck;
import org.gatehouse.flow.stage.authenticatorvalidate.AuthenticatorValidateStage;
import org.gatehouse.flow.stage.authenticatorvalidate.MissingDevice;
import org.gatehouse.flow.stage.authenticatorvalidate.Offers;
import org.gatehouse.model.brand.Brand;

/** The stages around authenticator devices, in a {@link FlowWorld}. */
final class SecondFactors {

    final DeviceTable table = new DeviceTable();
    final BrowserMemory browser = new BrowserMemory();
    final KnownAuthenticators types = new KnownAuthenticators();
    final SecretCipher cipher = new SecretCipher(List.of("a secret of the tests"));
    final Authenticators authenticators;

    SecondFactors(FlowWorld world) {
        authenticators = world.wire(new Authenticators(), table, types);
        RecentProofs proofs = world.wire(new RecentProofs(), table.memories(), browser);
        StaticDevices papers = world.wire(new StaticDevices(), table.codes());
        types.add(world.wire(new TotpDevices(), table, cipher)).add(papers);
        Offers offers = world.wire(new Offers(), authenticators, types);
        AnswerCheck check = world.wire(new AnswerCheck(), world.wire(new DeviceThrottle(), table), authenticators, proofs);
        world.types.add(world.wire(new AuthenticatorTotpStage(), authenticators, cipher, new Branding()))
                .add(world.wire(new AuthenticatorStaticStage(), authenticators, cipher, papers))
                .add(world.wire(new AuthenticatorValidateStage(), offers, check, proofs, world.wire(new MissingDevice())));
    }

    /** Everything is of one brand. */
    static final class Branding extends Brands {

        final Brand brand = new Brand();

        @Override
        public Brand current() {
            brand.setTitle("Gatehouse");
            return brand;
        }
    }
}
