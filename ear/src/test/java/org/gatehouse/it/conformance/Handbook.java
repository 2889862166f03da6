package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code docs/conformance.md} tells people to type. */
final class Handbook {

    private static final Path PAGE = Path.of(System.getProperty("gatehouse.test.scripts")).resolve("../../../../docs/conformance.md").normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    private Handbook() {
    }

    /** The only block of code of this language that begins so. */
    static String block(String language, String beginning) {
        List<String> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(text());
        while (block.find()) {
            if (block.group(1).equals(language) && block.group(2).startsWith(beginning)) {
                found.add(block.group(2));
            }
        }
        assertThat(found).as(language + " blocks that begin with " + beginning + " in " + PAGE).hasSize(1);
        return found.get(0);
    }

    private static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
