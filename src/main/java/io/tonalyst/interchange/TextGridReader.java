// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.interchange.Tier.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads TextGrids as Praat does, whose long and short text forms hold the same values in the same
 * order: what counts are texts in quotes, numbers that stand alone, and flags in angle brackets;
 * everything else explains.
 */
final class TextGridReader {
    private static final int MAX_TIERS = 1000;

    private final String text;
    private int at;

    private TextGridReader(String text) {
        this.text = text;
    }

    /**
     * A tier as it stands in the file.
     *
     * @param intervals those with a text; points of point tiers are left out
     */
    record NamedTier(String name, List<Interval> intervals) {}

    /**
     * @throws LabelException with a reason, if it is no TextGrid or breaks off
     */
    static List<NamedTier> read(String text) throws LabelException {
        if (!text.startsWith("File type = \"ooTextFile") && !text.startsWith("\"ooTextFile")) {
            throw new LabelException("it does not begin like a Praat text file");
        }
        var reader = new TextGridReader(text);
        reader.string();
        if (!reader.string().equals("TextGrid")) {
            throw new LabelException("it holds another kind of Praat object");
        }
        reader.number();
        reader.number();
        if (!reader.flag().equals("exists")) {
            return List.of();
        }
        int size = reader.count(MAX_TIERS);
        List<NamedTier> tiers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            tiers.add(reader.tier());
        }
        return tiers;
    }

    private NamedTier tier() throws LabelException {
        boolean intervals = string().equals("IntervalTier");
        String name = string();
        number();
        number();
        // Each takes at least four characters, so that a lying count ends with the file.
        int size = count(text.length() / 4);
        List<Interval> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double start = number();
            double end = intervals ? number() : start;
            String said = string().strip();
            if (!said.isEmpty() && end > start) {
                found.add(new Interval(start, end, said));
            }
        }
        return new NamedTier(name, found);
    }

    private int count(int most) throws LabelException {
        double value = number();
        if (!(value >= 0 && value <= most)) {
            throw new LabelException("it promises " + value + " parts, which it cannot hold");
        }
        return (int) value;
    }

    private String string() throws LabelException {
        while (at < text.length() && text.charAt(at) != '"') {
            at++;
        }
        at++;
        var value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                value.append('"');
                at++;
            } else {
                return value.toString();
            }
        }
        throw new LabelException("it breaks off");
    }

    private String flag() throws LabelException {
        int open = text.indexOf('<', at);
        int close = open < 0 ? -1 : text.indexOf('>', open);
        if (close < 0) {
            throw new LabelException("it breaks off");
        }
        at = close + 1;
        return text.substring(open + 1, close);
    }

    /** The next number that stands alone: not the 1 of {@code item [1]:}. */
    private double number() throws LabelException {
        while (at < text.length()) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            String word = text.substring(start, at);
            if (word.matches("[-+]?[0-9.][0-9.eE+-]{0,30}")) {
                try {
                    double value = Double.parseDouble(word);
                    if (Double.isFinite(value)) {
                        return value;
                    }
                } catch (NumberFormatException e) {
                    throw new LabelException("it holds \"" + word + "\" in place of a number", e);
                }
            }
            if (word.startsWith("\"")) {
                throw new LabelException("it holds a text where a number belongs");
            }
        }
        throw new LabelException("it breaks off");
    }
}
