package org.gatehouse.directory.transfer;

/**
 * Something wrong in a file.
 *
 * @param line from 1, the header included
 * @param column the column's name; empty for the line as a whole
 * @param message a sentence for whoever made the file; never the content of a field
 */
public record LineProblem(int line, String column, String message) {
}
