// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.review.Reviewed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Labelled stretches of one channel that do not overlap, as Praat and ELAN draw them.
 *
 * @param name such as {@code prediction}, or {@code ch2 correction} where there are several
 *     channels
 * @param channel 0 is the first
 * @param kind what the labels say
 * @param intervals in order of time
 */
record Tier(String name, int channel, Kind kind, List<Interval> intervals) {
    /** What the labels of a tier say. */
    enum Kind {
        /** The model's emotion. */
        PREDICTION,
        /** How sure the model is, such as {@code 0.65}, or {@code 0.31 uncertain}. */
        CONFIDENCE,
        /** The emotion and edges as a person corrected or confirmed them. */
        CORRECTION,
        /** What a person wrote. */
        COMMENT;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A labelled stretch in seconds.
     *
     * @param end after {@code start}
     */
    record Interval(double start, double end, String text) {}

    Tier {
        intervals = List.copyOf(intervals);
    }

    /**
     * The tiers of a recording; corrections and comments even where there are none, to be filled.
     */
    static List<Tier> of(AnalysedRecording recording) {
        List<Tier> tiers = new ArrayList<>();
        List<Reviewed> all = recording.reviewed();
        for (int c = 0; c < recording.timeline().channels(); c++) {
            int channel = c;
            List<Reviewed> lane = all.stream().filter(r -> r.channel() == channel).toList();
            for (Kind kind : Kind.values()) {
                add(tiers, recording.channelName(c), c, kind, intervals(lane, kind));
            }
        }
        return tiers;
    }

    private static void add(
            List<Tier> tiers, String side, int channel, Kind kind, List<Interval> intervals) {
        List<List<Interval>> layers = layers(intervals);
        for (int i = 0; i < layers.size(); i++) {
            String name = (side + " " + kind.key() + (i == 0 ? "" : " " + (i + 1))).strip();
            tiers.add(new Tier(name, channel, kind, layers.get(i)));
        }
    }

    private static List<Interval> intervals(List<Reviewed> lane, Kind kind) {
        List<Interval> intervals = new ArrayList<>();
        for (Reviewed r : lane) {
            r.segment()
                    .ifPresent(
                            s -> {
                                String text =
                                        switch (kind) {
                                            case PREDICTION -> s.emotion().key();
                                            case CONFIDENCE ->
                                                    String.format(
                                                            Locale.ROOT,
                                                            "%.2f%s",
                                                            s.confidence(),
                                                            s.uncertain() ? " uncertain" : "");
                                            default -> "";
                                        };
                                add(intervals, s.startSeconds(), s.endSeconds(), text);
                            });
            r.annotation()
                    .ifPresent(
                            a -> {
                                boolean corrected =
                                        a.label().isPresent() || a.isMoved() || a.silent();
                                String text =
                                        switch (kind) {
                                            case CORRECTION ->
                                                    corrected ? PlainText.emotion(r, "") : "";
                                            case COMMENT -> PlainText.line(a.comment());
                                            default -> "";
                                        };
                                add(intervals, a.startSeconds(), a.endSeconds(), text);
                            });
        }
        return intervals;
    }

    private static void add(List<Interval> intervals, double start, double end, String text) {
        if (!text.isEmpty()) {
            intervals.add(new Interval(start, end, text));
        }
    }

    /** Puts stretches into as few layers without overlap as a greedy choice gives; at least one. */
    static List<List<Interval>> layers(List<Interval> intervals) {
        List<List<Interval>> layers = new ArrayList<>();
        layers.add(new ArrayList<>());
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(java.util.Comparator.comparingDouble(Interval::start));
        for (Interval interval : sorted) {
            layers.stream()
                    .filter(
                            l ->
                                    l.isEmpty()
                                            || micros(l.getLast().end())
                                                    <= micros(interval.start()))
                    .findFirst()
                    .orElseGet(
                            () -> {
                                List<Interval> fresh = new ArrayList<>();
                                layers.add(fresh);
                                return fresh;
                            })
                    .add(interval);
        }
        return layers;
    }

    /** Whole microseconds: what the text formats keep of a time. */
    static long micros(double seconds) {
        return Math.round(seconds * 1e6);
    }
}
