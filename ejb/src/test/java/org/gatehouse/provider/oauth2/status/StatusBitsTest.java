package org.gatehouse.provider.oauth2.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class StatusBitsTest {

    @Test
    void theExampleOfTheDraftComesOut() throws DataFormatException {
        byte[] bits = inflate(StatusBits.encode(16, List.of(0, 3, 4, 5, 7, 8, 9, 13, 15)), 2);

        assertThat(bits).containsExactly(0xB9, 0xA3);
    }

    @Test
    void whereNothingIsRevokedAListIsSmall() throws DataFormatException {
        String list = StatusBits.encode(65_536, List.of());

        assertThat(list.length()).isLessThan(100);
        assertThat(inflate(list, 8192)).containsOnly(0);
    }

    private static byte[] inflate(String list, int size) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(new Base64URL(list).decode());
        byte[] bits = new byte[size];
        assertThat(inflater.inflate(bits)).isEqualTo(size);
        return bits;
    }
}
