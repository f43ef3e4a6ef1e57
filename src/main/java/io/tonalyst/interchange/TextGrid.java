// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Praat's TextGrid in its long text form (Boersma and Weenink, Praat manual, "TextGrid file
 * formats"): interval tiers that cover the whole time without gaps, empty text where nothing is
 * said.
 */
final class TextGrid {
    private TextGrid() {}

    /** The tiers of a recording as a TextGrid, in UTF-8. */
    static String write(AnalysedRecording recording) {
        List<Tier> tiers = Tier.of(recording);
        // An interval tier of no length cannot exist.
        long end = Math.max(1, Tier.micros(recording.timeline().durationSeconds()));
        for (Tier tier : tiers) {
            for (Tier.Interval interval : tier.intervals()) {
                end = Math.max(end, Tier.micros(interval.end()));
            }
        }
        var text = new StringBuilder();
        text.append("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n");
        times(text, "", 0, end);
        text.append("tiers? <exists> \nsize = ").append(tiers.size()).append(" \nitem []: \n");
        for (int i = 0; i < tiers.size(); i++) {
            text.append("    item [").append(i + 1).append("]:\n");
            tier(text, tiers.get(i), end);
        }
        return text.toString();
    }

    private record Cell(long start, long end, String text) {}

    private static void tier(StringBuilder text, Tier tier, long end) {
        List<Cell> cells = cells(tier.intervals(), end);
        text.append("        class = \"IntervalTier\" \n        name = ")
                .append(quoted(tier.name()))
                .append(" \n");
        times(text, "        ", 0, end);
        text.append("        intervals: size = ").append(cells.size()).append(" \n");
        for (int i = 0; i < cells.size(); i++) {
            text.append("        intervals [").append(i + 1).append("]:\n");
            times(text, "            ", cells.get(i).start(), cells.get(i).end());
            text.append("            text = ").append(quoted(cells.get(i).text())).append(" \n");
        }
    }

    private static List<Cell> cells(List<Tier.Interval> intervals, long end) {
        List<Cell> cells = new ArrayList<>();
        long at = 0;
        for (Tier.Interval interval : intervals) {
            long from = Math.max(at, Tier.micros(interval.start()));
            long to = Tier.micros(interval.end());
            if (to <= from) {
                continue;
            }
            if (from > at) {
                cells.add(new Cell(at, from, ""));
            }
            cells.add(new Cell(from, to, interval.text()));
            at = to;
        }
        if (at < end) {
            cells.add(new Cell(at, end, ""));
        }
        return cells;
    }

    private static void times(StringBuilder text, String indent, long start, long end) {
        text.append(indent).append("xmin = ").append(seconds(start)).append(" \n");
        text.append(indent).append("xmax = ").append(seconds(end)).append(" \n");
    }

    private static String seconds(long micros) {
        return micros == 0
                ? "0"
                : BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }

    private static String quoted(String text) {
        return '"' + PlainText.line(text).replace("\"", "\"\"") + '"';
    }
}
