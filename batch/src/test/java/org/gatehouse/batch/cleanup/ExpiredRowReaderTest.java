package org.gatehouse.batch.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gatehouse.model.job.ExpiredRow;
import org.gatehouse.model.job.ExpiredRows;
import org.gatehouse.model.job.ExpiringTable;
import org.junit.jupiter.api.Test;

class ExpiredRowReaderTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Rows rows = new Rows(2_500);

    @Test
    void readsEveryRowOncePageByPage() {
        ExpiredRowReader reader = reader();
        reader.open(null);

        List<ExpiredRow> read = readAll(reader);

        assertThat(read).isEqualTo(rows.all);
        assertThat(rows.pages).isEqualTo(3);
    }

    @Test
    void continuesAfterTheCheckpoint() {
        ExpiredRowReader first = reader();
        first.open(null);
        for (int i = 0; i < 700; i++) {
            first.readItem();
        }

        ExpiredRowReader restarted = reader();
        restarted.open(first.checkpointInfo());

        assertThat(readAll(restarted)).isEqualTo(rows.all.subList(700, 2_500));
    }

    private static List<ExpiredRow> readAll(ExpiredRowReader reader) {
        List<ExpiredRow> read = new ArrayList<>();
        for (ExpiredRow row = reader.readItem(); row != null; row = reader.readItem()) {
            read.add(row);
        }
        return read;
    }

    private ExpiredRowReader reader() {
        ExpiredRowReader reader = new ExpiredRowReader();
        set(reader, "table", "oauth_token");
        set(reader, "rows", rows);
        set(reader, "clock", Clock.fixed(NOW, ZoneOffset.UTC));
        return reader;
    }

    private static void set(ExpiredRowReader reader, String name, Object value) {
        try {
            Field field = ExpiredRowReader.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(reader, value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Rows extends ExpiredRows {

        private final List<ExpiredRow> all;
        private int pages;

        Rows(int count) {
            all = IntStream.range(0, count).mapToObj(i -> new ExpiredRow(new UUID(0, i), NOW.minusSeconds(count - i))).toList();
        }

        @Override
        public List<ExpiredRow> page(ExpiringTable table, Instant now, ExpiredRow after, int size) {
            pages++;
            int start = all.indexOf(after) + 1;
            return all.subList(start, Math.min(all.size(), start + size));
        }
    }
}
