// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.review.AngerCourse;
import io.tonalyst.review.Reviewed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One page on one recording: summary, pictures and the table of segments, with a player that refers
 * to the recording. The page holds all it shows, loads nothing but the recording, and forbids any
 * script but its own, which it names by its hash.
 */
final class HtmlReport {
    private static final String DISCLAIMER =
            "Tonalyst recognises acted expression in speech, not what a speaker feels. Do not judge"
                    + " people by it.";

    private final StringBuilder html = new StringBuilder();
    private final AnalysedRecording recording;
    private final List<Reviewed> reviewed;

    private HtmlReport(AnalysedRecording recording) {
        this.recording = recording;
        this.reviewed = recording.reviewed();
    }

    /**
     * @param folder where the page will lie, which the recording is named relative to
     */
    static String write(AnalysedRecording recording, ReportPictures pictures, Path folder) {
        var report = new HtmlReport(recording);
        report.page(pictures, folder);
        return report.html.toString();
    }

    private void page(ReportPictures pictures, Path folder) {
        String css = resource("report.css");
        String script = resource("report.js");
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .append(" img-src data:; media-src 'self' file:; style-src ")
                .append(hash(css))
                .append("; script-src ")
                .append(hash(script))
                .append("; base-uri 'none'; form-action 'none'\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<title>").append(PlainText.html(recording.name())).append("</title>\n");
        html.append("<style>").append(css).append("</style>\n</head>\n<body>\n");
        head(folder);
        summary();
        for (int c = 0; c < pictures.channels().size(); c++) {
            html.append("<section>\n<h2>").append(channelTitle(c)).append("</h2>\n<figure>\n");
            html.append(
                    ReportChart.of(recording, c, pictures.channels().get(c), pictures.nyquist()));
            html.append("</figure>\n</section>\n");
        }
        legend();
        table();
        html.append("<footer><p>").append(DISCLAIMER).append("</p></footer>\n");
        html.append("<script>").append(script).append("</script>\n</body>\n</html>\n");
    }

    private void head(Path folder) {
        html.append("<header>\n<h1>").append(PlainText.html(recording.name())).append("</h1>\n");
        String details =
                "%s · %s · %,d Hz · %d channel%s · model %s"
                        .formatted(
                                clock(recording.timeline().durationSeconds(), 1),
                                recording.format(),
                                recording.sampleRate(),
                                recording.timeline().channels(),
                                recording.timeline().channels() == 1 ? "" : "s",
                                recording.model());
        paragraph("muted", details);
        recording.damage().ifPresent(d -> paragraph("damage", d));
        html.append("<audio id=\"player\" controls preload=\"metadata\" src=\"")
                .append(PlainText.html(MediaLink.of(folder, recording.file())))
                .append("\"></audio>\n");
        paragraph(
                "muted small",
                "The player needs the recording where it lay when this page was written; the page"
                        + " itself holds no sound.");
        if (!recording.review().note().isBlank()) {
            html.append("<h2>Note</h2>\n");
            paragraph("note", recording.review().note());
        }
        html.append("</header>\n");
    }

    private void summary() {
        html.append("<section>\n<h2>Whole recording</h2>\n");
        Optional<EmotionDistribution> overall = recording.timeline().overall();
        if (overall.isEmpty()) {
            paragraph("", "No speech was found.");
            html.append("</section>\n");
            return;
        }
        html.append(
                        "<table class=\"shares\">\n"
                                + "<thead><tr><th>Emotion</th><th>Mean probability</th>")
                .append("<th></th><th>Time</th><th>Share of speech</th></tr></thead>\n<tbody>\n");
        double all = Emotion.ALL.stream().mapToDouble(this::seconds).sum();
        for (Emotion emotion : Emotion.ALL) {
            double p = overall.get().of(emotion);
            double time = seconds(emotion);
            html.append(
                    String.format(
                            Locale.ROOT,
                            "<tr><th scope=\"row\">%s</th><td>%.0f %%</td><td class=\"bar\"><svg"
                                    + " viewBox=\"0 0 200 12\" aria-hidden=\"true\"><rect"
                                    + " class=\"lane\" width=\"200\" height=\"12\" rx=\"3\"/><rect"
                                    + " width=\"%.1f\" height=\"12\" rx=\"3\" fill=\"%s\"/></svg>"
                                    + "</td><td>%s</td><td>%.0f %%</td></tr>%n",
                            emotion.title(),
                            100 * p,
                            200 * p,
                            EmotionColours.of(emotion),
                            clock(time, 1),
                            all > 0 ? 100 * time / all : 0));
        }
        html.append("</tbody>\n</table>\n");
        paragraph("muted small", facts());
        html.append("</section>\n");
    }

    private String facts() {
        AngerCourse anger = AngerCourse.of(recording.timeline(), recording.review());
        long corrected = reviewed.stream().filter(r -> r.annotation().isPresent()).count();
        return anger.first()
                        .map(one -> "First anger at " + clock(one.startSeconds(), 1) + ". ")
                        .orElse("No anger told. ")
                + anger.longest()
                        .map(
                                one ->
                                        "It lasts longest, %s, from %s. "
                                                .formatted(
                                                        clock(one.seconds(), 1),
                                                        clock(one.startSeconds(), 1)))
                        .orElse("")
                + anger.trendInWords()
                        .map(
                                trend ->
                                        "From the first third of the call to the last "
                                                + trend
                                                + ". ")
                        .orElse("")
                + (corrected == 0
                        ? "Nothing was corrected by a person."
                        : corrected
                                + " of "
                                + reviewed.size()
                                + " segments were looked at by a person; times count what the"
                                + " person said.");
    }

    private double seconds(Emotion emotion) {
        return reviewed.stream()
                .filter(r -> is(r, emotion))
                .mapToDouble(r -> r.endSeconds() - r.startSeconds())
                .sum();
    }

    private static boolean is(Reviewed r, Emotion emotion) {
        return r.emotion().filter(e -> e == emotion).isPresent();
    }

    private void legend() {
        html.append("<p class=\"legend\">");
        for (Emotion emotion : Emotion.ALL) {
            html.append(
                    "<span><svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><rect width=\"12\""
                            + " height=\"12\" rx=\"3\" fill=\"%s\"/></svg>%s</span> "
                                    .formatted(EmotionColours.of(emotion), emotion.title()));
        }
        html.append("</p>\n");
    }

    private void table() {
        html.append("<section>\n<h2>Segments</h2>\n<table>\n<thead><tr><th></th><th>Start</th>")
                .append("<th>End</th><th>Channel</th><th>Emotion</th><th>Model</th>")
                .append("<th>Confidence</th><th>Comment</th></tr></thead>\n<tbody>\n");
        for (Reviewed r : reviewed) {
            html.append(
                    String.format(
                            Locale.ROOT,
                            "<tr><td><button type=\"button\" data-from=\"%.3f\" data-to=\"%.3f\""
                                    + " aria-label=\"Play from %s\">▶</button></td>",
                            r.startSeconds(),
                            r.endSeconds(),
                            clock(r.startSeconds(), 1)));
            cell(clock(r.startSeconds(), 2));
            cell(clock(r.endSeconds(), 2));
            cell(channelTitle(r.channel()));
            cell(
                    (r.isSilent() ? "No speech" : r.emotion().map(Emotion::title).orElse("–"))
                            + (r.label().isPresent() || r.isSilent()
                                    ? " ✎"
                                    : r.isUncertain() ? " ?" : ""));
            cell(r.predicted().map(Emotion::key).orElse("–"));
            cell(
                    r.segment()
                            .map(
                                    s ->
                                            String.format(
                                                    Locale.ROOT,
                                                    "%.0f %%%s",
                                                    100 * s.confidence(),
                                                    s.uncertain() ? ", uncertain" : ""))
                            .orElse("–"));
            cell(r.comment());
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</section>\n");
    }

    /** What is said of a segment, in one line. */
    static String said(Reviewed r) {
        List<String> parts = new ArrayList<>();
        parts.add(clock(r.startSeconds(), 1) + " – " + clock(r.endSeconds(), 1));
        if (r.isSilent()) {
            parts.add("no speech by a person");
        }
        r.label().ifPresent(e -> parts.add(e.key() + " by a person"));
        r.segment()
                .ifPresent(
                        s ->
                                parts.add(
                                        String.format(
                                                Locale.ROOT,
                                                "%s by the model, %.0f %%",
                                                s.emotion().key(),
                                                100 * s.confidence())));
        if (!r.comment().isBlank()) {
            parts.add(r.comment());
        }
        return String.join(" · ", parts);
    }

    private String channelTitle(int channel) {
        return switch (recording.timeline().channels()) {
            case 1 -> "Mono";
            case 2 -> channel == 0 ? "Left" : "Right";
            default -> "Channel " + (channel + 1);
        };
    }

    private void cell(String text) {
        html.append("<td>").append(PlainText.html(text)).append("</td>");
    }

    private void paragraph(String style, String text) {
        html.append("<p class=\"%s\">".formatted(style))
                .append(PlainText.html(text))
                .append("</p>\n");
    }

    /** A time such as {@code 1:02:03.4}. */
    static String clock(double seconds, int decimals) {
        double unit = Math.pow(10, decimals);
        double rounded = Math.round(seconds * unit) / unit;
        long minutes = (long) (rounded / 60);
        String rest =
                String.format(
                        Locale.ROOT,
                        "%0" + (decimals == 0 ? 2 : 3 + decimals) + "." + decimals + "f",
                        rounded - 60.0 * minutes);
        return minutes < 60
                ? minutes + ":" + rest
                : String.format(Locale.ROOT, "%d:%02d:%s", minutes / 60, minutes % 60, rest);
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in =
                HtmlReport.class.getResourceAsStream("/io/tonalyst/interchange/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
