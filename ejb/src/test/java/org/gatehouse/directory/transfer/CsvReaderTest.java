package org.gatehouse.directory.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.directory.transfer.CsvReader.Line;
import org.gatehouse.directory.transfer.CsvReader.Malformed;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    @Test
    void readsQuotedFieldsWithCommasLineEndsAndQuotationMarks() throws Exception {
        assertThat(read("a,b\r\n\"1,2\",\"say \"\"x\"\"\"\n\"two\nlines\",\n")).containsExactly(
                new Line(1, List.of("a", "b")), new Line(2, List.of("1,2", "say \"x\"")), new Line(3, List.of("two\nlines", "")));
    }

    @Test
    void countsLinesThroughBlankOnesAndThoseInsideOfFields() throws Exception {
        assertThat(read("a\n\n\r\n\"x\n\ny\"\nz").stream().map(Line::line)).containsExactly(1, 4, 7);
    }

    @Test
    void readsTheLastLineWithoutItsEnd() throws Exception {
        assertThat(read("a,b")).containsExactly(new Line(1, List.of("a", "b")));
        assertThat(read("a,")).containsExactly(new Line(1, List.of("a", "")));
        assertThat(read("\"a\"\r\n\"b\"")).containsExactly(new Line(1, List.of("a")), new Line(2, List.of("b")));
        assertThat(read("")).isEmpty();
    }

    @Test
    void saysInWhichLineItIsBroken() {
        assertThatThrownBy(() -> read("a\nb\n\"open\nnever closed")).isInstanceOfSatisfying(Malformed.class, broken -> assertThat(broken.line()).isEqualTo(3));
        assertThatThrownBy(() -> read("a\n\"x\"y")).isInstanceOfSatisfying(Malformed.class, broken -> assertThat(broken.line()).isEqualTo(2));
        assertThatThrownBy(() -> read("a\nb\0")).isInstanceOf(Malformed.class);
    }

    @Test
    void boundsFieldsAndColumns() {
        assertThatThrownBy(() -> read("x".repeat(64 * 1024 + 1))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> read(",".repeat(200))).isInstanceOf(Malformed.class);
    }

    private static List<Line> read(String text) throws IOException, Malformed {
        CsvReader reader = new CsvReader(new StringReader(text), ',');
        List<Line> lines = new ArrayList<>();
        for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
            lines.add(line.get());
        }
        return lines;
    }
}
