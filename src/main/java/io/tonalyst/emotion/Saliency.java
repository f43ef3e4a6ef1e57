// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.LogMel;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Explains a prediction by occlusion (Zeiler and Fergus, Visualizing and understanding
 * convolutional networks, 2014): tiles of the image are blanked one after the other, and the fall
 * of the probability of the told emotion is laid on the points of the tile. Tiles overlap by half;
 * a point gets the mean over the tiles that cover it.
 *
 * <p>A blanked tile holds the mean level of the image, as the stripes that are blanked in training.
 */
public final class Saliency {
    private static final int TILE_BANDS = 16;
    private static final int TILE_FRAMES = 16;
    private static final int BATCH = 16;

    /** Bounds the work: 17 tiles for each 8 frames. */
    private static final int MAX_FRAMES = 1000;

    private final EmotionModel model;

    public Saliency(EmotionModel model) {
        this.model = model;
    }

    private record Tile(int frame, int band) {}

    /**
     * Explains what the model tells of a clip.
     *
     * @param clip at most {@value #MAX_FRAMES} frames (16 s)
     * @throws IllegalArgumentException if the clip is longer
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public SaliencyMap of(LogMel clip, CancelToken cancel, ProgressSink progress) {
        if (clip.frames() > MAX_FRAMES) {
            throw new IllegalArgumentException("At most 16 s can be explained at once.");
        }
        EmotionDistribution told = model.predict(List.of(clip)).getFirst();
        List<Tile> tiles = tiles(clip.frames());
        float mean = mean(clip);
        float[] sum = new float[clip.db().length];
        int[] count = new int[clip.db().length];
        for (int from = 0; from < tiles.size(); from += BATCH) {
            cancel.throwIfCancelled();
            progress.report((double) from / tiles.size(), "Explaining the prediction");
            List<Tile> some = tiles.subList(from, Math.min(tiles.size(), from + BATCH));
            List<LogMel> blanked = some.stream().map(t -> blanked(clip, t, mean)).toList();
            List<EmotionDistribution> answers = model.predict(blanked);
            for (int i = 0; i < some.size(); i++) {
                float fall = told.confidence() - answers.get(i).of(told.top());
                add(some.get(i), clip.frames(), fall, sum, count);
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= count[i];
        }
        return new SaliencyMap(told.top(), told.confidence(), clip.frames(), sum);
    }

    private static List<Tile> tiles(int frames) {
        List<Tile> tiles = new ArrayList<>();
        for (int t = -TILE_FRAMES / 2; t < frames; t += TILE_FRAMES / 2) {
            for (int b = -TILE_BANDS / 2; b < LogMel.BANDS; b += TILE_BANDS / 2) {
                tiles.add(new Tile(t, b));
            }
        }
        return tiles;
    }

    private static float mean(LogMel clip) {
        double sum = 0;
        for (float db : clip.db()) {
            sum += db;
        }
        return (float) (sum / clip.db().length);
    }

    private static LogMel blanked(LogMel clip, Tile tile, float level) {
        float[] db = clip.db().clone();
        for (int t = Math.max(0, tile.frame());
                t < Math.min(clip.frames(), tile.frame() + TILE_FRAMES);
                t++) {
            for (int b = Math.max(0, tile.band());
                    b < Math.min(LogMel.BANDS, tile.band() + TILE_BANDS);
                    b++) {
                db[t * LogMel.BANDS + b] = level;
            }
        }
        return new LogMel(clip.frames(), db);
    }

    private static void add(Tile tile, int frames, float fall, float[] sum, int[] count) {
        for (int t = Math.max(0, tile.frame());
                t < Math.min(frames, tile.frame() + TILE_FRAMES);
                t++) {
            for (int b = Math.max(0, tile.band());
                    b < Math.min(LogMel.BANDS, tile.band() + TILE_BANDS);
                    b++) {
                sum[t * LogMel.BANDS + b] += fall;
                count[t * LogMel.BANDS + b]++;
            }
        }
    }
}
