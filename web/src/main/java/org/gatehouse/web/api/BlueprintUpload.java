package org.gatehouse.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.EntityPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.web.http.BadJson;
import org.gatehouse.web.http.JsonBody;

/**
 * A blueprint as it is sent to be imported: a file, or the path of one.
 *
 * @param name the name of the file, for messages
 * @param text what is in the file; empty when a path is given
 * @param path empty when a file is given
 * @param context values for {@code !Context}
 */
record BlueprintUpload(String name, String text, String path, JsonObject context) {

    private static final int MAX_FILE = 1024 * 1024;
    private static final int MAX_FIELD = 64 * 1024;

    /**
     * Reads the parts of the form.
     *
     * @throws InvalidInput unless there is exactly one of file and path, and the context is an object
     */
    static BlueprintUpload of(List<EntityPart> parts) {
        String name = "import";
        String file = "";
        String path = "";
        JsonObject context = JsonValue.EMPTY_JSON_OBJECT;
        for (EntityPart part : parts) {
            switch (String.valueOf(part.getName())) {
                case "file" -> {
                    name = part.getFileName().filter(given -> !given.isBlank() && given.length() <= 200).orElse(name);
                    file = text(part, MAX_FILE);
                }
                case "path" -> path = text(part, MAX_FIELD).strip();
                case "context" -> context = context(text(part, MAX_FIELD));
                default -> throw new InvalidInput("non_field_errors", "There is no field of this name.");
            }
        }
        if (file.isBlank() == path.isEmpty()) {
            throw new InvalidInput("file", "Either a file or a path must be given.");
        }
        return new BlueprintUpload(name, file, path, context);
    }

    private static JsonObject context(String text) {
        try {
            return text.isBlank() ? JsonValue.EMPTY_JSON_OBJECT : JsonBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (BadJson broken) {
            throw new InvalidInput("context", "Value must be valid JSON.");
        }
    }

    private static String text(EntityPart part, int maxBytes) {
        try (InputStream content = part.getContent()) {
            byte[] bytes = content.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new InvalidInput(part.getName(), "This is too long.");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException binary) {
            throw new InvalidInput(part.getName(), "This is not UTF-8 text.");
        } catch (IOException aborted) {
            throw new InvalidInput(part.getName(), "This could not be read.");
        }
    }
}
