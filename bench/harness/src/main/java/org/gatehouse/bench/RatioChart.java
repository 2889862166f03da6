package org.gatehouse.bench;

import java.util.List;
import java.util.Locale;

/** The ratios as a bar chart on a logarithmic scale: bars to the right of the line are rows in which Gatehouse is ahead. */
final class RatioChart {

    private static final int LINE = 22;
    private static final int LABELS = 380;
    private static final int HALF = 220;
    /** The ratio at the end of the scale on either side. */
    private static final double END = 10;

    private RatioChart() {
    }

    static String of(List<Row> rows) {
        List<Row> shown = rows.stream().filter(row -> row.ratio(Results.GATEHOUSE, Results.PEER).isPresent()).toList();
        int height = LINE * (shown.size() + 2);
        int width = LABELS + 2 * HALF + 60;
        StringBuilder svg = new StringBuilder(String.format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"13\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n", width, height));
        svg.append(String.format("<text x=\"%d\" y=\"16\" text-anchor=\"middle\">%s / %s (right: %s ahead)</text>%n",
                LABELS + HALF, Results.GATEHOUSE, Results.PEER, Results.GATEHOUSE));
        for (int i = 0; i < shown.size(); i++) {
            svg.append(bar(shown.get(i), LINE * (i + 1) + 4));
        }
        return svg.append(String.format("<line x1=\"%1$d\" y1=\"%2$d\" x2=\"%1$d\" y2=\"%3$d\" stroke=\"black\"/>%n</svg>%n",
                LABELS + HALF, LINE, height - LINE / 2)).toString();
    }

    private static String bar(Row row, int y) {
        double ratio = row.ratio(Results.GATEHOUSE, Results.PEER).orElseThrow();
        double position = Math.max(-1, Math.min(1, Math.log(ratio) / Math.log(END)));
        int length = (int) Math.round(Math.abs(position) * HALF);
        int x = position < 0 ? LABELS + HALF - length : LABELS + HALF;
        return String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"15\" fill=\"%s\"/><text x=\"%d\" y=\"%d\">%.2f</text>%n",
                LABELS - 8, y + 13, row.title().replace("&", "&amp;").replace("<", "&lt;"), x, y, length, ratio < 1 ? "#c0504d" : "#4f81bd",
                LABELS + HALF + (position < 0 ? 6 : length + 6), y + 13, ratio);
    }
}
