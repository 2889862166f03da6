package org.gatehouse.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a node's {@code server.log} says since the node was started last. */
final class ServerLog {

    /** The server's own one-line explanation of why it cannot start, meant for the operator. */
    static final String STARTUP_MARK = "GATEHOUSE-STARTUP:";

    private static final Pattern ERROR_LINE = Pattern.compile("^\\S+ \\S+ (?:ERROR|FATAL)\\s+\\[[^]]*] \\([^)]*\\) (.*)$");
    private static final Pattern CAUSE = Pattern.compile("^\\s*Caused by: (?:[\\w$]+\\.)*(.+?)[\"}, ]*$");

    private final Path file;
    private long start;

    ServerLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** From here on only what is written later counts. */
    void forgetEarlierLines() {
        try {
            start = Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            start = 0;
        }
    }

    /** The reason why a start failed: the server's explanation, else the innermost cause, else the first error. */
    Optional<String> reason() {
        List<String> lines = lines();
        return Stream.of(explanation(lines), last(lines, CAUSE), first(lines, ERROR_LINE))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> explanation(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains(STARTUP_MARK))
                .map(line -> line.substring(line.indexOf(STARTUP_MARK) + STARTUP_MARK.length()).strip())
                .findFirst();
    }

    private static Optional<String> first(List<String> lines, Pattern pattern) {
        return matches(lines, pattern).findFirst();
    }

    private static Optional<String> last(List<String> lines, Pattern pattern) {
        return matches(lines, pattern).reduce((earlier, later) -> later);
    }

    private static Stream<String> matches(List<String> lines, Pattern pattern) {
        return lines.stream().map(pattern::matcher).filter(Matcher::matches).map(match -> match.group(1));
    }

    private List<String> lines() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = log.length() < start ? 0 : start;
            log.seek(from);
            byte[] bytes = new byte[(int) Math.min(log.length() - from, 8 << 20)];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
