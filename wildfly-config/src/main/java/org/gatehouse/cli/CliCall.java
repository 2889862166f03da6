package org.gatehouse.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be sent.
 *
 * @param controller host and port of the management connection
 * @param input what is in the file that {@code --file} names, or on the standard input
 */
record CliCall(String controller, String command, List<String> arguments, String input) {

    static final String USUAL_CONTROLLER = "127.0.0.1:9990";

    private static final int MOST_INPUT = 16 * 1024 * 1024;

    /**
     * Reads the command line. {@code --controller HOST:PORT} and {@code --file FILE} are for this program, all else is for the command.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    static CliCall of(List<String> line, String usualController, InputStream standard) throws IOException {
        String controller = usualController;
        String input = "";
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            if (word.equals("--controller") || word.equals("--file")) {
                if (i + 1 == line.size()) {
                    throw new IllegalArgumentException("The option " + word + " needs a value.");
                }
                String value = line.get(++i);
                controller = word.equals("--controller") ? value : controller;
                input = word.equals("--file") ? read(value, standard) : input;
            } else {
                rest.add(word);
            }
        }
        boolean help = rest.isEmpty() || rest.contains("--help") || rest.contains("-h");
        String command = help ? "help" : rest.get(0);
        boolean secret = command.equals("hash-password") && input.isEmpty();
        return new CliCall(controller, command, help ? List.of() : List.copyOf(rest.subList(1, rest.size())), secret ? read("-", standard) : input);
    }

    private static String read(String file, InputStream standard) throws IOException {
        if (!file.equals("-") && !Files.isRegularFile(Path.of(file))) {
            throw new IllegalArgumentException("There is no file " + file + ".");
        }
        try (InputStream stream = file.equals("-") ? standard : Files.newInputStream(Path.of(file))) {
            byte[] bytes = stream.readNBytes(MOST_INPUT + 1);
            if (bytes.length > MOST_INPUT) {
                throw new IllegalArgumentException("This is too much: at most " + MOST_INPUT + " bytes are sent.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
