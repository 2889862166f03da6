package org.gatehouse.directory.transfer;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV (RFC 4180) record by record. Lines may end in CR LF or LF; a field that begins with a quotation mark ends with one, may hold
 * commas and line ends, and doubles quotation marks. Blank lines are skipped.
 */
final class CsvReader {

    private static final int LONGEST_FIELD = 64 * 1024;
    private static final int MOST_FIELDS = 200;
    private static final int END = -1;

    private final PushbackReader in;
    private final char separator;
    private int line = 1;

    /**
     * A record of the file.
     *
     * @param line the line it begins on, from 1
     */
    record Line(int line, List<String> fields) {
    }

    /** The text is no CSV; what follows cannot be read. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;
        private final int line;

        Malformed(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    CsvReader(Reader text, char separator) {
        this.in = new PushbackReader(text, 1);
        this.separator = separator;
    }

    /** The next record; empty at the end of the file. */
    Optional<Line> next() throws IOException, Malformed {
        while (true) {
            int first = in.read();
            if (first == END) {
                return Optional.empty();
            }
            if (first == '\n') {
                line++;
            } else if (first != '\r') {
                in.unread(first);
                return Optional.of(record());
            }
        }
    }

    /** The line that is being read. */
    int line() {
        return line;
    }

    private Line record() throws IOException, Malformed {
        int begin = line;
        List<String> fields = new ArrayList<>();
        int end;
        do {
            if (fields.size() == MOST_FIELDS) {
                throw new Malformed(begin, "A line has at most " + MOST_FIELDS + " columns.");
            }
            StringBuilder field = new StringBuilder();
            end = field(field);
            fields.add(field.toString());
        } while (end == separator);
        return new Line(begin, fields);
    }

    /** Reads one field and says what it ended with: the separator, a line end, or the end of the file. */
    private int field(StringBuilder field) throws IOException, Malformed {
        int c = in.read();
        if (c == '"') {
            quoted(field);
            c = in.read();
            if (c == '\r') {
                c = in.read();
            }
            if (c != separator && c != '\n' && c != END) {
                throw new Malformed(line, "After a closing quotation mark a comma or the end of the line is expected.");
            }
        } else {
            while (c != separator && c != '\n' && c != END) {
                append(field, c);
                c = in.read();
            }
            if (c != separator && field.length() > 0 && field.charAt(field.length() - 1) == '\r') {
                field.setLength(field.length() - 1);
            }
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private void quoted(StringBuilder field) throws IOException, Malformed {
        int begin = line;
        while (true) {
            int c = in.read();
            if (c == END) {
                throw new Malformed(begin, "A quotation mark is opened here and never closed.");
            }
            if (c == '"') {
                int next = in.read();
                if (next != '"') {
                    if (next != END) {
                        in.unread(next);
                    }
                    return;
                }
            } else if (c == '\n') {
                line++;
            }
            append(field, c);
        }
    }

    private void append(StringBuilder field, int c) throws Malformed {
        if (c == 0) {
            throw new Malformed(line, "The file holds a null character; it is no text.");
        }
        if (field.length() == LONGEST_FIELD) {
            throw new Malformed(line, "A field has at most " + LONGEST_FIELD + " characters.");
        }
        field.append((char) c);
    }
}
