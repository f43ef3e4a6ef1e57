// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.NetworkImage;
import io.tonalyst.emotion.dl4j.TrainableNetwork;
import java.util.ArrayList;
import java.util.List;

/** Logits of clips as they are, without augmentation: the mean over the windows of a clip. */
final class Predictor {
    private static final int BATCH = 64;
    private static final int PIXELS = NetworkImage.BANDS * NetworkImage.FRAMES;
    private static final int CLASSES = Emotion.ALL.size();

    private Predictor() {}

    private record Window(int clip, NetworkImage image, int number) {}

    /** One row of eight logits a clip. */
    static float[][] logits(TrainableNetwork network, List<ClipImage> clips) {
        float[][] rows = new float[clips.size()][CLASSES];
        for (int from = 0; from < clips.size(); from += BATCH) {
            List<Window> windows = new ArrayList<>();
            for (int i = from; i < Math.min(clips.size(), from + BATCH); i++) {
                NetworkImage image = clips.get(i).image();
                for (int w = 0; w < image.windows(); w++) {
                    windows.add(new Window(i, image, w));
                }
            }
            add(network, windows, rows);
        }
        return rows;
    }

    private static void add(TrainableNetwork network, List<Window> windows, float[][] rows) {
        float[] images = new float[windows.size() * PIXELS];
        for (int i = 0; i < windows.size(); i++) {
            windows.get(i).image().write(windows.get(i).number(), images, i * PIXELS);
        }
        float[] logits = network.logits(windows.size(), images);
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            for (int k = 0; k < CLASSES; k++) {
                rows[window.clip()][k] += logits[i * CLASSES + k] / window.image().windows();
            }
        }
    }
}
