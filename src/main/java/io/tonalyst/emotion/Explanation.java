// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.LogMel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Why the model tells what it tells of a stretch of a channel.
 *
 * @param channel 0 is the first
 * @param startSeconds start in the recording
 * @param endSeconds end in the recording
 * @param map weights of the image of that stretch; frame {@code f} lies {@code f * 16} ms after its
 *     start
 */
public record Explanation(int channel, double startSeconds, double endSeconds, SaliencyMap map) {
    private static final double FRAME_SECONDS = (double) LogMel.HOP / LogMel.SAMPLE_RATE;
    private static final int MOST_FOR = 3;

    /** What speaks against counts from this share of what speaks for. */
    private static final double AGAINST_SHARE = 0.3;

    /**
     * A region in the terms of the recording.
     *
     * @param lowHertz lowest frequency
     * @param highHertz highest frequency
     * @param peak largest fall of the probability when a part of it is blanked; negative where it
     *     speaks against the emotion
     */
    public record Region(
            double startSeconds,
            double endSeconds,
            double lowHertz,
            double highHertz,
            float peak) {}

    /**
     * What tells most: up to three regions that speak for the emotion, the strongest first, then
     * the one that speaks most against it, if it does so noticeably. Empty if no part decides.
     */
    public List<Region> regions() {
        SaliencyGrid grid = SaliencyGrid.of(map);
        List<Region> regions = new ArrayList<>();
        SalientRegion.speakingFor(grid, MOST_FOR).forEach(r -> regions.add(region(r)));
        if (speaksAgainst(grid)) {
            SalientRegion.speakingAgainst(grid, 1).forEach(r -> regions.add(region(r)));
        }
        return regions;
    }

    /** Whether something speaks against the emotion so much that it should be shown. */
    public static boolean speaksAgainst(SaliencyGrid grid) {
        return -grid.minimum() >= Math.max(SalientRegion.LEAST, AGAINST_SHARE * grid.maximum());
    }

    private Region region(SalientRegion r) {
        return new Region(
                clamped(r.firstFrame()),
                clamped(r.endFrame()),
                Math.max(0, LogMel.hertz(r.firstBand() - 0.5)),
                LogMel.hertz(r.endBand() - 0.5),
                r.peak());
    }

    private double clamped(int frame) {
        return Math.clamp(startSeconds + (frame - 0.5) * FRAME_SECONDS, startSeconds, endSeconds);
    }

    /** The regions in words, one a line; one line if no part decides. */
    public List<String> sentences() {
        String emotion = map.emotion().key();
        List<Region> regions = regions();
        if (regions.isEmpty()) {
            return List.of(
                    String.format(
                            Locale.ROOT,
                            "No part decides: blanking any one changes the %.0f %% for %s by less"
                                    + " than a point.",
                            100 * map.probability(),
                            emotion));
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            Region r = regions.get(i);
            String verb =
                    r.peak() < 0 ? "speaks against" : i == 0 ? "speaks most for" : "speaks for";
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%.1f-%.1f s, %s Hz %s %s (up to %.0f points)",
                            r.startSeconds(),
                            r.endSeconds(),
                            band(r.lowHertz(), r.highHertz()),
                            verb,
                            emotion,
                            100 * Math.abs(r.peak())));
        }
        return lines;
    }

    private static String band(double low, double high) {
        return rounded(low) + "-" + rounded(high);
    }

    /** To tens, above 1 kHz to hundreds: a block is wider than that. */
    private static long rounded(double hertz) {
        long step = hertz < 1000 ? 10 : 100;
        return Math.round(hertz / step) * step;
    }
}
