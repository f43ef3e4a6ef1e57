// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.review.Reviewed;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The picture of one channel in a report, as SVG: waveform, spectrogram, stacked probabilities and
 * segments below each other on one time axis.
 */
final class ReportChart {
    private static final double LEFT = 82;
    private static final double WIDTH = ReportPictures.COLUMNS;
    private static final double RIGHT = 16;
    private static final double WAVE = 90;
    private static final double SPECTROGRAM = 160;
    private static final double STACK = 90;
    private static final double STRIP = 26;
    private static final double GAP = 10;
    private static final double AXIS = 24;
    private static final double[] STEPS = {
        0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200
    };

    private final StringBuilder svg = new StringBuilder();
    private final double seconds;

    private ReportChart(double seconds) {
        this.seconds = Math.max(seconds, 1e-3);
    }

    static String of(
            AnalysedRecording recording,
            int channel,
            ReportPictures.Channel sound,
            double nyquist) {
        var chart = new ReportChart(recording.timeline().durationSeconds());
        chart.draw(recording, channel, sound, nyquist);
        return chart.svg.toString();
    }

    private void draw(
            AnalysedRecording recording,
            int channel,
            ReportPictures.Channel sound,
            double nyquist) {
        double height = WAVE + SPECTROGRAM + STACK + STRIP + AXIS + 4 * GAP;
        add(
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"Waveform, spectrogram and"
                        + " emotions over time; the table below holds the same segments\">",
                LEFT + WIDTH + RIGHT, height);
        double y = 0;
        frame(y, WAVE, "Waveform");
        waveform(y, sound);
        y += WAVE + GAP;
        frame(y, SPECTROGRAM, "Mel scale");
        if (sound.png().length > 0) {
            add(
                    "<image x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\""
                            + " preserveAspectRatio=\"none\" href=\"data:image/png;base64,%s\"/>",
                    LEFT, y, WIDTH, SPECTROGRAM, Base64.getEncoder().encodeToString(sound.png()));
        }
        text(LEFT - 6, y + 12, "end", "%.1f kHz".formatted(nyquist / 1000).replace(',', '.'));
        y += SPECTROGRAM + GAP;
        frame(y, STACK, "Probability");
        stack(y, recording.timeline().windows(), channel);
        y += STACK + GAP;
        text(LEFT - 6, y + STRIP / 2 + 4, "end", "Segments");
        for (Reviewed r : recording.reviewed()) {
            if (r.channel() == channel) {
                segment(y, r);
            }
        }
        ruler(y + STRIP + 4);
        svg.append("</svg>\n");
    }

    private void frame(double y, double height, String name) {
        add(
                "<rect class=\"lane\" x=\"%.0f\" y=\"%.1f\" width=\"%.0f\" height=\"%.1f\"/>",
                LEFT, y, WIDTH, height);
        text(LEFT - 6, y + height / 2 + 4, "end", name);
    }

    private void waveform(double y, ReportPictures.Channel sound) {
        float peak = 1e-6f;
        for (int i = 0; i < ReportPictures.COLUMNS; i++) {
            peak = Math.max(peak, Math.max(sound.max()[i], -sound.min()[i]));
        }
        double unit = (WAVE / 2 - 2) / peak;
        svg.append("<path class=\"wave\" d=\"");
        for (int i = 0; i < ReportPictures.COLUMNS; i++) {
            add(
                    "M%.1f %.1fV%.1f",
                    LEFT + i + 0.5,
                    y + WAVE / 2 - sound.max()[i] * unit - 0.3,
                    y + WAVE / 2 - sound.min()[i] * unit + 0.3);
        }
        svg.append("\"/>\n");
    }

    private void stack(double y, List<Window> windows, int channel) {
        List<Window> run = new ArrayList<>();
        for (Window window : windows) {
            if (window.channel() != channel) {
                continue;
            }
            if (!run.isEmpty() && window.startSeconds() - run.getLast().endSeconds() > 0.05) {
                polygons(y, run);
                run.clear();
            }
            run.add(window);
        }
        polygons(y, run);
    }

    private void polygons(double y, List<Window> run) {
        if (run.isEmpty()) {
            return;
        }
        double[] below = new double[run.size()];
        for (Emotion emotion : Emotion.ALL) {
            var lower = new StringBuilder();
            var upper = new ArrayList<String>();
            for (int i = 0; i < run.size(); i++) {
                double above = below[i] + run.get(i).distribution().of(emotion);
                for (double at : edges(run, i)) {
                    lower.append(point(at, y + STACK * (1 - below[i])));
                    upper.add(point(at, y + STACK * (1 - above)));
                }
                below[i] = above;
            }
            svg.append("<polygon fill=\"")
                    .append(EmotionColours.of(emotion))
                    .append("\" points=\"");
            svg.append(lower);
            upper.reversed().forEach(svg::append);
            svg.append("\"/>\n");
        }
    }

    /** A window stands at its middle; the outer ones reach to the ends of the run. */
    private static double[] edges(List<Window> run, int i) {
        Window w = run.get(i);
        double middle = (w.startSeconds() + w.endSeconds()) / 2;
        boolean first = i == 0;
        boolean last = i == run.size() - 1;
        if (first && last) {
            return new double[] {w.startSeconds(), w.endSeconds()};
        }
        return first
                ? new double[] {w.startSeconds(), middle}
                : last ? new double[] {middle, w.endSeconds()} : new double[] {middle};
    }

    private void segment(double y, Reviewed r) {
        double x = x(r.startSeconds());
        double width = Math.max(1.5, x(r.endSeconds()) - x - 1);
        String colour = r.emotion().map(EmotionColours::of).orElse("#ffffff");
        boolean corrected = r.annotation().isPresent();
        add(
                "<g><title>%s</title><rect class=\"segment%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\""
                        + " height=\"%.0f\" rx=\"4\" fill=\"%s\" fill-opacity=\"%.2f\""
                        + " stroke=\"%s\"/>",
                PlainText.html(HtmlReport.said(r)),
                r.isUncertain() ? " uncertain" : "",
                x,
                y,
                width,
                STRIP,
                colour,
                r.isUncertain() ? 0.12 : 0.4,
                colour);
        String word =
                PlainText.emotion(r, "note") + (corrected ? " ✎" : r.isUncertain() ? " ?" : "");
        if (width > 7.0 * word.length() + 6) {
            text(x + 5, y + STRIP / 2 + 4, "start", word);
        }
        svg.append("</g>\n");
    }

    private void ruler(double y) {
        double step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && seconds / STEPS[i] <= 14; i--) {
            step = STEPS[i];
        }
        for (int i = 0; i * step <= seconds && i < 400; i++) {
            double x = x(i * step);
            add("<path class=\"tick\" d=\"M%.1f %.1fv5\"/>", x, y);
            text(x, y + 18, "middle", HtmlReport.clock(i * step, step < 1 ? 1 : 0));
        }
    }

    private double x(double time) {
        return LEFT + WIDTH * Math.clamp(time / seconds, 0.0, 1.0);
    }

    private String point(double time, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f ", x(time), y);
    }

    private void text(double x, double y, String anchor, String text) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                x, y, anchor, PlainText.html(text));
    }

    // The annotation would be one more dependency for one private method.
    @SuppressWarnings("AnnotateFormatMethod")
    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
        if (format.startsWith("<")) {
            svg.append('\n');
        }
    }
}
