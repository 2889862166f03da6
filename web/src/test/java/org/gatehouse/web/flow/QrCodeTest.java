package org.gatehouse.web.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int SCALE = 4;

    @Test
    void drawsWhatAReaderReads() throws Exception {
        String address = "otpauth://totp/Gatehouse:ada%20l%C3%B6velace?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=6&issuer=Gatehouse";

        assertThat(read(QrCode.svg(address))).isEqualTo(address);
    }

    @Test
    void isAPictureThatNeedsNoRequest() {
        String url = QrCode.dataUrl("x");

        assertThat(url).startsWith("data:image/svg+xml;base64,");
        assertThat(new String(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1)), StandardCharsets.UTF_8)).startsWith("<svg ");
    }

    @Test
    void refusesWhatNoCodeHolds() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.svg("x".repeat(5000)));
    }

    /** Paints the rectangles of the path, and reads the picture. */
    private static String read(String svg) throws Exception {
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(size.find()).isTrue();
        int modules = Integer.parseInt(size.group(1));
        int[] pixels = new int[modules * SCALE * modules * SCALE];
        Arrays.fill(pixels, 0xffffff);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H").matcher(svg);
        while (run.find()) {
            paint(pixels, modules, Integer.parseInt(run.group(1)), Integer.parseInt(run.group(2)), Integer.parseInt(run.group(3)));
        }
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                new RGBLuminanceSource(modules * SCALE, modules * SCALE, pixels)))).getText();
    }

    private static void paint(int[] pixels, int modules, int x, int y, int length) {
        for (int row = y * SCALE; row < (y + 1) * SCALE; row++) {
            int start = row * modules * SCALE;
            Arrays.fill(pixels, start + x * SCALE, start + (x + length) * SCALE, 0);
        }
    }
}
