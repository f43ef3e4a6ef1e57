// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.emotion.Emotion;
import java.util.List;

/** Loss, accuracy and UAR of rows of logits, for following a training. */
record QuickScore(double loss, double accuracy, double uar) {
    static QuickScore of(float[][] logits, List<ClipImage> clips) {
        if (logits.length == 0) {
            return new QuickScore(0, 0, 0);
        }
        int classes = Emotion.ALL.size();
        int[] labels = clips.stream().mapToInt(c -> c.clip().emotion().ordinal()).toArray();
        int[] right = new int[classes];
        int[] all = new int[classes];
        int hits = 0;
        for (int i = 0; i < labels.length; i++) {
            all[labels[i]]++;
            if (top(logits[i]) == labels[i]) {
                right[labels[i]]++;
                hits++;
            }
        }
        double recalls = 0;
        int present = 0;
        for (int k = 0; k < classes; k++) {
            if (all[k] > 0) {
                recalls += (double) right[k] / all[k];
                present++;
            }
        }
        return new QuickScore(
                Softmax.crossEntropy(logits, labels, 1),
                (double) hits / labels.length,
                recalls / present);
    }

    private static int top(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
