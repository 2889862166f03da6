package org.gatehouse.type;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.crypto.SecretCipher;

/** Gives the product its one record codec. */
@ApplicationScoped
public class CodecProducer {

    @Produces
    @Singleton
    RecordCodec codec(SecretCipher cipher) {
        return new RecordCodec(cipher);
    }
}
