// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.corpus.EmotionNames;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import io.tonalyst.interchange.TextGridReader.NamedTier;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Review;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes labels of Praat TextGrids and Audacity label tracks as corrections of a recording. */
public final class LabelImport {
    /** Largest file of labels that is read. */
    private static final long MAX_BYTES = 16L << 20;

    /** Share that a label and a segment have in common of both, from which it is about it. */
    private static final double SAME_SEGMENT = 0.3;

    private static final double SAME_EDGE = 0.0015;

    private static final Pattern TIER_NAME =
            Pattern.compile("(?:ch(\\d{1,2})\\s+)?(.*?)(?: \\d+)?", Pattern.CASE_INSENSITIVE);

    private LabelImport() {}

    /**
     * What came of an import.
     *
     * @param review the one before with the labels in it
     * @param taken labels that changed something
     * @param outside labels left out because they lie outside of the recording or on a channel it
     *     does not have
     */
    public record Outcome(Review review, int taken, int outside) {}

    /** Whether the name of a file ends like one of labels. */
    public static boolean isLabels(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".textgrid") || name.endsWith(".txt");
    }

    /**
     * Puts the labels of a file into a review. Labels that equal what the model says, as this
     * program wrote them, change nothing; others become corrections of the segment they mostly
     * cover, or stretches of their own.
     *
     * @throws LabelException with one sentence, if the file cannot be read or holds no labels
     */
    public static Outcome read(Path file, PredictionTimeline timeline, Review review)
            throws LabelException {
        String name = String.valueOf(file.getFileName());
        try {
            String text = text(file);
            List<Label> labels =
                    isTextGrid(text)
                            ? ofTiers(TextGridReader.read(text))
                            : AudacityLabels.read(text);
            if (labels.isEmpty()) {
                throw new LabelException("it holds no labels");
            }
            return merge(labels, timeline, review);
        } catch (LabelException e) {
            throw new LabelException(
                    name
                            + " cannot be used as labels: "
                            + e.getMessage()
                            + "; choose a Praat TextGrid or an Audacity label track.",
                    e);
        } catch (IOException e) {
            throw new LabelException(
                    name + " cannot be read: check that it exists and may be opened.", e);
        }
    }

    private static boolean isTextGrid(String text) {
        return text.startsWith("File type") || text.startsWith("\"ooTextFile");
    }

    private static String text(Path file) throws IOException, LabelException {
        if (Files.size(file) > MAX_BYTES) {
            throw new LabelException("it is larger than " + (MAX_BYTES >> 20) + " MB");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        boolean marked =
                bytes.length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb;
        try {
            return decode(bytes, marked ? 3 : 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            // Older Praat versions write Latin-1, in which every byte is a character.
            return decode(bytes, 0, StandardCharsets.ISO_8859_1);
        }
    }

    private static String decode(byte[] bytes, int from, Charset charset)
            throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    /**
     * Where a file has tiers named for corrections or comments only those count; else all but those
     * of the model.
     */
    static List<Label> ofTiers(List<NamedTier> tiers) {
        boolean ours = tiers.stream().anyMatch(t -> kind(t).matches("corrections?"));
        List<Label> labels = new ArrayList<>();
        for (NamedTier tier : tiers) {
            String kind = kind(tier);
            boolean comments = kind.matches("comments?|notes?");
            boolean corrections = ours ? kind.matches("corrections?") : !kind.matches(MODELS);
            for (Tier.Interval interval : tier.intervals()) {
                if (labels.size() == Review.MAX_ANNOTATIONS) {
                    return labels;
                }
                if (comments || corrections) {
                    labels.add(label(tier, interval, comments));
                }
            }
        }
        return labels;
    }

    private static final String MODELS = "predictions?|confidences?";

    private static Label label(NamedTier tier, Tier.Interval interval, boolean comment) {
        Matcher match = TIER_NAME.matcher(tier.name().strip());
        int channel =
                match.matches() && match.group(1) != null
                        ? Math.max(0, Integer.parseInt(match.group(1)) - 1)
                        : 0;
        if (comment) {
            return new Label(
                    channel,
                    interval.start(),
                    interval.end(),
                    Optional.empty(),
                    false,
                    interval.text());
        }
        Label said = AudacityLabels.parse(interval.start(), interval.end(), interval.text());
        return new Label(
                match.matches() && match.group(1) != null ? channel : said.channel(),
                interval.start(),
                interval.end(),
                EmotionNames.parse(interval.text()).or(said::emotion),
                said.silent(),
                false,
                said.comment());
    }

    private static String kind(NamedTier tier) {
        Matcher match = TIER_NAME.matcher(tier.name().strip());
        return match.matches() ? match.group(2).toLowerCase(Locale.ROOT) : "";
    }

    static Outcome merge(List<Label> labels, PredictionTimeline timeline, Review before) {
        Review review = before;
        Set<Segment> taken = new HashSet<>();
        int changed = 0;
        int outside = 0;
        for (Label label : emotionsFirst(labels)) {
            double start = Math.max(0, label.startSeconds());
            double end = Math.min(timeline.durationSeconds(), label.endSeconds());
            if (end <= start || label.channel() >= timeline.channels()) {
                outside++;
                continue;
            }
            Review next = put(label, start, end, timeline, review, taken);
            changed += next.equals(review) ? 0 : 1;
            review = next;
        }
        return new Outcome(review, changed, outside);
    }

    private static List<Label> emotionsFirst(List<Label> labels) {
        List<Label> sorted = new ArrayList<>(labels);
        sorted.sort((a, b) -> Boolean.compare(b.judges(), a.judges()));
        return sorted;
    }

    private static Review put(
            Label label,
            double start,
            double end,
            PredictionTimeline timeline,
            Review review,
            Set<Segment> taken) {
        if (!label.judges()) {
            Annotation place =
                    review.annotations().stream()
                            .filter(a -> a.channel() == label.channel())
                            .filter(a -> near(a.startSeconds(), start) && near(a.endSeconds(), end))
                            .findFirst()
                            .or(() -> untouched(label.channel(), start, end, timeline, review))
                            .orElseGet(() -> own(label.channel(), start, end));
            return review.with(place.withComment(label.comment()));
        }
        Optional<Segment> about = best(label.channel(), start, end, timeline, taken);
        about.ifPresent(taken::add);
        if (about.isEmpty()) {
            return review.with(
                    own(label.channel(), start, end)
                            .withLabel(label.emotion())
                            .withSilent(label.silent())
                            .withComment(label.comment()));
        }
        Segment segment = about.get();
        boolean sameEdges = near(segment.startSeconds(), start) && near(segment.endSeconds(), end);
        boolean sameEmotion = label.emotion().filter(e -> e == segment.emotion()).isPresent();
        Annotation said = review.of(segment).orElseGet(() -> Annotation.of(segment));
        Annotation edged =
                sameEdges
                        ? said.withEdges(segment.startSeconds(), segment.endSeconds())
                        : said.withEdges(start, end);
        // The model's own emotion with other edges corrects the edges only.
        boolean models = sameEmotion && (label.ofModel() || !sameEdges);
        return review.with(
                judged(edged, label, models)
                        .withComment(label.comment().isEmpty() ? said.comment() : label.comment()));
    }

    private static Annotation judged(Annotation said, Label label, boolean models) {
        return label.silent()
                ? said.withSilent(true)
                : said.withLabel(models ? Optional.empty() : label.emotion());
    }

    private static Optional<Annotation> untouched(
            int channel, double start, double end, PredictionTimeline timeline, Review review) {
        return timeline.segments().stream()
                .filter(s -> s.channel() == channel)
                .filter(s -> near(s.startSeconds(), start) && near(s.endSeconds(), end))
                .filter(s -> review.of(s).isEmpty())
                .findFirst()
                .map(Annotation::of);
    }

    private static Annotation own(int channel, double start, double end) {
        return new Annotation(channel, start, end, Optional.empty(), "", Optional.empty());
    }

    private static Optional<Segment> best(
            int channel,
            double start,
            double end,
            PredictionTimeline timeline,
            Set<Segment> taken) {
        Segment best = null;
        double most = SAME_SEGMENT;
        for (Segment s : timeline.segments()) {
            double common = Math.min(end, s.endSeconds()) - Math.max(start, s.startSeconds());
            double all = Math.max(end, s.endSeconds()) - Math.min(start, s.startSeconds());
            if (s.channel() == channel && common / all > most && !taken.contains(s)) {
                best = s;
                most = common / all;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < SAME_EDGE;
    }
}
