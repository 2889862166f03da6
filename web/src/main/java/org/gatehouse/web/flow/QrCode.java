package org.gatehouse.web.flow;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Draws QR codes as pictures that need no further request: what they say is often a secret. */
final class QrCode {

    /** What readers ask for around the code (ISO/IEC 18004). */
    private static final int QUIET_MODULES = 4;

    private QrCode() {
    }

    /** The text as a {@code data:} URL of an SVG, black on white whatever the page looks like. */
    static String dataUrl(String text) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg(text).getBytes(StandardCharsets.UTF_8));
    }

    static String svg(String text) {
        BitMatrix matrix = encode(text);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + matrix.getWidth() + " " + matrix.getHeight()
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + matrix.getWidth() + "v" + matrix.getHeight()
                + "H0z\"/><path fill=\"#000\" d=\"" + path(matrix) + "\"/></svg>";
    }

    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(
                    EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
                    EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name(),
                    EncodeHintType.MARGIN, QUIET_MODULES));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("This text is too long for a QR code.", tooLong);
        }
    }

    /** One rectangle for each run of black modules. */
    private static String path(BitMatrix matrix) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                int start = x;
                while (x < matrix.getWidth() && matrix.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start).append(' ').append(y).append('h').append(x - start).append("v1H").append(start).append('z');
                }
            }
        }
        return path.toString();
    }
}
