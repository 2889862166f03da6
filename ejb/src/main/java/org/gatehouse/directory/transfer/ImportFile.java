package org.gatehouse.directory.transfer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;

/** A file while it is imported: kept on disk, as it is read twice, readable by nobody else, and deleted at the end. */
public final class ImportFile implements AutoCloseable {

    private static final int BOM = 0xFEFF;
    private static final int COPIED = 64 * 1024;

    private final Path path;

    private ImportFile(Path path) {
        this.path = path;
    }

    /** @throws InvalidInput when it is longer than that */
    static ImportFile of(InputStream content, long longest) throws IOException {
        // createTempFile makes it for its owner only.
        Path path = Files.createTempFile("gatehouse-import", ".csv");
        try (var out = Files.newOutputStream(path)) {
            byte[] buffer = new byte[COPIED];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > longest) {
                    throw new InvalidInput(FieldProblems.GENERAL, "A file has at most " + longest / 1024 / 1024 + " MB; split it.");
                }
                out.write(buffer, 0, read);
            }
            return new ImportFile(path);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    /** The text, behind a byte order mark if there is one. Reading throws {@link CharacterCodingException} where it is not UTF-8. */
    Reader open() throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != BOM) {
            text.reset();
        }
        return text;
    }

    /** The first line that is not UTF-8, from 1. */
    int firstUnreadableLine() throws IOException {
        try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(path))) {
            int line = 1;
            var bytes = new java.io.ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                bytes.write(b);
                if (b == '\n') {
                    if (!isText(bytes.toByteArray())) {
                        return line;
                    }
                    line++;
                    bytes.reset();
                }
            }
            return line;
        }
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    /** The separator of the file: a semicolon if the first line has no comma but one, as spreadsheets of some countries write. */
    char separator() throws IOException {
        try (Reader text = open()) {
            char separator = ',';
            for (int c = text.read(); c >= 0 && c != '\n' && c != ','; c = text.read()) {
                separator = c == ';' ? ';' : separator;
            }
            return separator;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
