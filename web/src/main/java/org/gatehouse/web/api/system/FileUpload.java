package org.gatehouse.web.api.system;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;

/**
 * A file as it is sent.
 *
 * @param name what it is to be called: the field {@code name}, else the name of the file without its folders
 * @param usage what for
 */
record FileUpload(String name, String usage, byte[] content) {

    private static final int MAX_FIELD = 1024;

    /** @throws InvalidInput when there is no file, or more of it than allowed */
    static FileUpload of(List<EntityPart> parts, int mostBytes) {
        String name = "";
        String fileName = "";
        String usage = "media";
        byte[] content = null;
        for (EntityPart part : parts) {
            switch (String.valueOf(part.getName())) {
                case "file" -> {
                    fileName = part.getFileName().orElse("");
                    content = bytes(part, mostBytes);
                }
                case "name" -> name = text(part);
                case "usage" -> usage = text(part);
                default -> throw new InvalidInput(FieldProblems.GENERAL, "There is no field of this name.");
            }
        }
        if (content == null) {
            throw new InvalidInput("file", "No file was submitted.");
        }
        return new FileUpload(name.isEmpty() ? fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1) : name, usage,
                content);
    }

    private static String text(EntityPart part) {
        return new String(bytes(part, MAX_FIELD), StandardCharsets.UTF_8).strip();
    }

    private static byte[] bytes(EntityPart part, int most) {
        try (InputStream content = part.getContent()) {
            byte[] bytes = content.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new InvalidInput(part.getName(), "This has more than " + most + " bytes.");
            }
            return bytes;
        } catch (IOException aborted) {
            throw new InvalidInput(part.getName(), "This could not be read.");
        }
    }
}
