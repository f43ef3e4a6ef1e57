// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.corpus.EmotionNames;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Review;
import io.tonalyst.review.Reviewed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label track of Audacity: start, end and text, parted by tabs, a line each (Audacity manual,
 * "Importing and Exporting Labels"). A label is {@code [chN ]emotion[: comment]}; the model's own
 * word carries its confidence, {@code angry 65 %}, with a question mark where it is uncertain. So
 * what was edited there can be told from what was left alone.
 */
final class AudacityLabels {
    private static final Pattern TEXT =
            Pattern.compile(
                    "(?:ch(\\d{1,2})\\s+)?([^:%\\d]*?)(?:\\s+(\\d{1,3}) %("
                            + " \\?)?)?\\s*(?::\\s*(.*))?",
                    Pattern.CASE_INSENSITIVE);

    private AudacityLabels() {}

    /** The label track of a recording, a label a segment as it stands after corrections. */
    static String write(AnalysedRecording recording) {
        var text = new StringBuilder();
        for (Reviewed r : recording.reviewed()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%.6f\t%.6f\t%s\n",
                            r.startSeconds(),
                            r.endSeconds(),
                            label(recording.channelName(r.channel()), r)));
        }
        return text.toString();
    }

    private static String label(String side, Reviewed r) {
        String emotion =
                silent(r)
                        .or(() -> r.label().map(Emotion::key))
                        .or(
                                () ->
                                        r.segment()
                                                .map(
                                                        s ->
                                                                String.format(
                                                                        Locale.ROOT,
                                                                        "%s %.0f %%%s",
                                                                        s.emotion().key(),
                                                                        100 * s.confidence(),
                                                                        s.uncertain() ? " ?" : "")))
                        .or(() -> r.predicted().map(Emotion::key))
                        .orElse("note");
        String comment = PlainText.line(r.comment());
        return (side + " " + emotion).strip() + (comment.isEmpty() ? "" : ": " + comment);
    }

    private static Optional<String> silent(Reviewed r) {
        return r.isSilent() ? Optional.of(PlainText.NO_SPEECH) : Optional.empty();
    }

    /**
     * Reads a label track. Lines that begin with a backslash hold frequencies and are passed over.
     *
     * @throws LabelException with a reason, if a line is no label
     */
    static List<Label> read(String text) throws LabelException {
        List<Label> labels = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank() || line.startsWith("\\")) {
                continue;
            }
            if (labels.size() == Review.MAX_ANNOTATIONS) {
                throw new LabelException(
                        "it holds more than " + Review.MAX_ANNOTATIONS + " labels");
            }
            String[] cells = line.split("\t", 3);
            double start = seconds(cells, 0, number);
            double end = seconds(cells, 1, number);
            String said = cells.length > 2 ? cells[2].strip() : "";
            if (end > start && !said.isEmpty()) {
                labels.add(parse(start, end, said));
            }
        }
        return labels;
    }

    /** What a label says; text that names no emotion is a comment. */
    static Label parse(double start, double end, String said) {
        Matcher match = TEXT.matcher(said);
        if (match.matches()) {
            int channel = match.group(1) == null ? 0 : Integer.parseInt(match.group(1)) - 1;
            String name = match.group(2).strip();
            Optional<Emotion> emotion = EmotionNames.parse(name);
            String comment = match.group(5) == null ? "" : match.group(5).strip();
            boolean note = name.equalsIgnoreCase("note") && !comment.isEmpty();
            boolean possible = channel >= 0 && channel < Annotation.MAX_CHANNELS;
            if (possible && name.equalsIgnoreCase(PlainText.NO_SPEECH)) {
                return new Label(channel, start, end, Optional.empty(), true, false, comment);
            }
            if (possible && (emotion.isPresent() || note)) {
                return new Label(channel, start, end, emotion, match.group(3) != null, comment);
            }
        }
        return new Label(0, start, end, Optional.empty(), false, said);
    }

    private static double seconds(String[] cells, int index, int line) throws LabelException {
        try {
            double value = Double.parseDouble(cells[index].strip().replace(',', '.'));
            if (cells.length > 1 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new LabelException(notALabel(line), e);
        }
        throw new LabelException(notALabel(line));
    }

    private static String notALabel(int line) {
        return "line " + line + " is not a start, an end and a text parted by tabs";
    }
}
