package org.gatehouse.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of pictures that can be uploaded, known by their first bytes and not by what the uploader says. */
enum PictureType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    ICON("image/x-icon", "ico"),
    SVG("image/svg+xml", "svg");

    private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
    private static final byte[] JPEG_MARK = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] ICON_MARK = {0, 0, 1, 0};

    private final String mimeType;
    private final List<String> endings;

    PictureType(String mimeType, String... endings) {
        this.mimeType = mimeType;
        this.endings = List.of(endings);
    }

    String mimeType() {
        return mimeType;
    }

    /** Whether a file of this name is taken for one of this kind. */
    boolean suits(String name) {
        return endings.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** What the bytes are; empty for anything else. Text is looked at as SVG and must prove to be one. */
    static Optional<PictureType> of(byte[] bytes) {
        return Stream.of(values()).filter(type -> type.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        return switch (this) {
            case PNG -> startsWith(bytes, 0, PNG_MARK);
            case JPEG -> startsWith(bytes, 0, JPEG_MARK);
            case GIF -> startsWith(bytes, 0, ascii("GIF87a")) || startsWith(bytes, 0, ascii("GIF89a"));
            case WEBP -> startsWith(bytes, 0, ascii("RIFF")) && startsWith(bytes, 8, ascii("WEBP"));
            case ICON -> startsWith(bytes, 0, ICON_MARK);
            case SVG -> new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.UTF_8).stripLeading().startsWith("<");
        };
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] mark) {
        return bytes.length >= at + mark.length && java.util.Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
