// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.NetworkImage;
import io.tonalyst.emotion.dl4j.TrainableNetwork;
import java.util.Arrays;
import java.util.List;

/** Logits of clips as they are, without augmentation. */
final class Predictor {
    private static final int BATCH = 64;
    private static final int PIXELS = NetworkImage.BANDS * NetworkImage.FRAMES;
    private static final int CLASSES = Emotion.ALL.size();

    private Predictor() {}

    /** One row of eight logits a clip. */
    static float[][] logits(TrainableNetwork network, List<ClipImage> clips) {
        float[][] rows = new float[clips.size()][];
        for (int from = 0; from < clips.size(); from += BATCH) {
            int size = Math.min(BATCH, clips.size() - from);
            float[] images = new float[size * PIXELS];
            for (int i = 0; i < size; i++) {
                clips.get(from + i).image().write(images, i * PIXELS);
            }
            float[] logits = network.logits(size, images);
            for (int i = 0; i < size; i++) {
                rows[from + i] = Arrays.copyOfRange(logits, i * CLASSES, (i + 1) * CLASSES);
            }
        }
        return rows;
    }
}
