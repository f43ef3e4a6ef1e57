// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.NetworkImage;
import io.tonalyst.emotion.dl4j.TrainableNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Logits of clips without augmentation: the mean over the looks at a clip. */
final class Predictor {
    private static final int BATCH = 64;
    private static final int PIXELS = NetworkImage.BANDS * NetworkImage.FRAMES;
    private static final int CLASSES = Emotion.ALL.size();

    private Predictor() {}

    private record Sight(int clip, NetworkImage image, NetworkImage.Look look, float share) {}

    /**
     * One row of eight logits a clip, as the shipped model tells them.
     *
     * @param networks how many predict together, this one among them
     */
    static float[][] logits(TrainableNetwork network, List<ClipImage> clips, int networks) {
        return logits(network, clips, image -> image.looks(networks));
    }

    /** One row of eight logits a clip, with plain looks: for following a training. */
    static float[][] quickLogits(TrainableNetwork network, List<ClipImage> clips) {
        return logits(network, clips, NetworkImage::plainLooks);
    }

    private static float[][] logits(
            TrainableNetwork network,
            List<ClipImage> clips,
            Function<NetworkImage, List<NetworkImage.Look>> choice) {
        float[][] rows = new float[clips.size()][CLASSES];
        for (int from = 0; from < clips.size(); from += BATCH) {
            List<Sight> sights = new ArrayList<>();
            for (int i = from; i < Math.min(clips.size(), from + BATCH); i++) {
                NetworkImage image = clips.get(i).image();
                List<NetworkImage.Look> looks = choice.apply(image);
                for (NetworkImage.Look look : looks) {
                    sights.add(new Sight(i, image, look, 1f / looks.size()));
                }
            }
            add(network, sights, rows);
        }
        return rows;
    }

    private static void add(TrainableNetwork network, List<Sight> sights, float[][] rows) {
        float[] images = new float[sights.size() * PIXELS];
        for (int i = 0; i < sights.size(); i++) {
            sights.get(i).image().write(sights.get(i).look(), images, i * PIXELS);
        }
        float[] logits = network.logits(sights.size(), images);
        for (int i = 0; i < sights.size(); i++) {
            Sight sight = sights.get(i);
            for (int k = 0; k < CLASSES; k++) {
                rows[sight.clip()][k] += logits[i * CLASSES + k] * sight.share();
            }
        }
    }
}
