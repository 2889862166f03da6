package org.gatehouse.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTypeTest {

    private static final String OPEN = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void knowsPicturesByTheirFirstBytes() {
        assertThat(PictureType.of(bytes("\u0089PNG\r\n\u001a\n..."))).hasValue(PictureType.PNG);
        assertThat(PictureType.of(bytes("\u00ff\u00d8\u00ff..."))).hasValue(PictureType.JPEG);
        assertThat(PictureType.of(bytes("GIF89a"))).hasValue(PictureType.GIF);
        assertThat(PictureType.of(bytes("RIFF1234WEBP"))).hasValue(PictureType.WEBP);
        assertThat(PictureType.of(bytes("MZ..."))).isEmpty();
        assertThat(PictureType.of(bytes(""))).isEmpty();
    }

    @Test
    void theNameMustEndAsTheKindDoes() {
        assertThat(PictureType.PNG.suits("logo.PNG")).isTrue();
        assertThat(PictureType.PNG.suits("logo.svg")).isFalse();
        assertThat(PictureType.PNG.suits("png")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<g onload='alert(1)'/>", "<a xlink:href='javascript:alert(1)'/>",
            "<image href='https://example.com/x.png'/>", "<foreignObject/>", "<use href='data:image/svg+xml;base64,AA'/>",
            "<body xmlns='http://www.w3.org/1999/xhtml'/>", "<g>"})
    void refusesWhatCouldRunOrReachOut(String content) {
        assertThat(SvgCheck.objection(bytes(OPEN + content + "</svg>"))).isPresent();
    }

    @Test
    void refusesDocumentTypesAndOtherRoots() {
        assertThat(SvgCheck.objection(bytes("<!DOCTYPE svg [<!ENTITY a \"b\">]>" + OPEN + "&a;</svg>"))).isPresent();
        assertThat(SvgCheck.objection(bytes("<html/>"))).isPresent();
    }

    @Test
    void takesAPlainDrawing() {
        assertThat(SvgCheck.objection(bytes(OPEN + "<defs><path id='a' d='M0 0'/></defs><use xlink:href='#a'/></svg>"))).isEmpty();
    }
}
