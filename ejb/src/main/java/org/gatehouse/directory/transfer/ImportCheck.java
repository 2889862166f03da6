package org.gatehouse.directory.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.Permissions;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.UserRepository;

/** Reads a file to its end, finds what is wrong, and hands on the good lines in batches. */
@ApplicationScoped
class ImportCheck {

    static final int BATCH = 500;
    private static final int MOST_LINES = 1_000_000;

    @Inject
    private ImportLines lines;

    @Inject
    private GroupRepository groups;

    @Inject
    private UserRepository users;

    @Inject
    private Permissions permissions;

    @Inject
    private GrantLimits limits;

    /**
     * What a file holds.
     *
     * @param lines how many accounts
     * @param good how many of them nothing is wrong with
     * @param broken whether the file could not be read to its end, or its header not at all
     */
    record Result(int lines, int good, boolean broken) {
    }

    Result read(Actor actor, ImportFile file, ImportReport.Draft report) throws IOException {
        return read(actor, file, report, batch -> { });
    }

    /** As {@link #read}, handing on the good lines. */
    Result read(Actor actor, ImportFile file, ImportReport.Draft report, Consumer<List<ImportedUser>> goodOnes) throws IOException {
        char separator = ',';
        Pass pass = new Pass(actor, report, goodOnes);
        try {
            separator = file.separator();
        } catch (CharacterCodingException noText) {
            // Told below, with the line.
        }
        try (Reader text = file.open()) {
            pass.run(new CsvReader(text, separator));
        } catch (CharacterCodingException noText) {
            pass.breakOff(file.firstUnreadableLine(), "The line is not UTF-8 text. Save the file as UTF-8.");
        }
        return pass.result();
    }

    /** One reading of one file. */
    private final class Pass {

        private final Actor actor;
        private final ImportReport.Draft report;
        private final Consumer<List<ImportedUser>> goodOnes;
        private final ImportGroups known;
        private final ImportNames names = new ImportNames(users);
        private List<ImportedUser> batch = new ArrayList<>();
        private int count;
        private int good;
        private boolean broken;

        Pass(Actor actor, ImportReport.Draft report, Consumer<List<ImportedUser>> goodOnes) {
            this.actor = actor;
            this.report = report;
            this.goodOnes = goodOnes;
            this.known = new ImportGroups(actor, groups, permissions, limits);
        }

        void run(CsvReader csv) throws IOException {
            try {
                Optional<CsvReader.Line> first = csv.next();
                if (first.isEmpty()) {
                    breakOff(1, "The file is empty. Its first line names the columns.");
                    return;
                }
                ImportHeader header = ImportHeader.read(first.get(), report);
                if (!report.isClean()) {
                    broken = true;
                    return;
                }
                for (Optional<CsvReader.Line> line = csv.next(); line.isPresent() && !broken; line = csv.next()) {
                    take(header, line.get());
                }
            } catch (CsvReader.Malformed malformed) {
                breakOff(malformed.line(), malformed.getMessage());
            }
            hand();
        }

        private void take(ImportHeader header, CsvReader.Line line) {
            count++;
            if (count > MOST_LINES) {
                breakOff(line.line(), "A file has at most " + MOST_LINES + " lines; split it.");
                return;
            }
            lines.read(actor, header, line, known, report).ifPresent(batch::add);
            if (batch.size() == BATCH) {
                hand();
            }
        }

        private void hand() {
            if (!batch.isEmpty()) {
                List<ImportedUser> free = names.free(batch, report);
                good += free.size();
                goodOnes.accept(free);
                batch = new ArrayList<>();
            }
        }

        void breakOff(int line, String message) {
            report.add(line, "", message);
            broken = true;
        }

        Result result() {
            return new Result(count, good, broken);
        }
    }
}
