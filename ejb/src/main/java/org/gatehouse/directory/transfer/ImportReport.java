package org.gatehouse.directory.transfer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * What became of a file.
 *
 * @param dryRun whether nothing was to be stored
 * @param lines how many lines with an account the file has
 * @param created how many accounts were made; in a dry run, how many would be
 * @param refused how many lines have something wrong
 * @param problems what is wrong, by line; not more than {@link #MOST_PROBLEMS}
 * @param truncated whether there are more problems than those
 */
public record ImportReport(boolean dryRun, int lines, int created, int refused, List<LineProblem> problems, boolean truncated) {

    /** The most problems that are listed. */
    public static final int MOST_PROBLEMS = 1000;

    /** Whether every line was good. */
    public boolean isClean() {
        return problems.isEmpty();
    }

    /** Collects problems and counts the lines that have any. */
    public static final class Draft {

        private final List<LineProblem> problems = new ArrayList<>();
        private boolean truncated;
        private final BitSet refusedLines = new BitSet();

        void add(int line, String column, String message) {
            refusedLines.set(line);
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new LineProblem(line, column, message));
            } else {
                truncated = true;
            }
        }

        boolean isClean() {
            return refusedLines.isEmpty();
        }

        ImportReport finish(boolean dryRun, int lines, int created) {
            return new ImportReport(dryRun, lines, created, refusedLines.cardinality(),
                    problems.stream().sorted(Comparator.comparingInt(LineProblem::line)).toList(), truncated);
        }
    }
}
