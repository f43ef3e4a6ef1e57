// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import io.tonalyst.corpus.Clip;
import io.tonalyst.signal.FrameFeatures;
import io.tonalyst.signal.ReferenceFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a pipeline with their values.
 *
 * <p>Rows of shorter clips are filled up with zeros, as the notebook of the frame-wise pipeline
 * does it.
 */
public final class ReferenceRows {
    private final ReferencePipeline pipeline;
    private final List<Clip> clips;
    private final Map<ReferenceRow, float[]> values = new HashMap<>();
    private final List<String> problems;

    /**
     * @param values of each variant of each clip, in the order of the pipeline's variants
     * @param problems a sentence for each clip that could not be read
     */
    ReferenceRows(
            ReferencePipeline pipeline, Map<Clip, List<float[]>> values, List<String> problems) {
        this.pipeline = pipeline;
        this.clips = List.copyOf(values.keySet());
        this.problems = List.copyOf(problems);
        values.forEach(
                (clip, ofClip) -> {
                    for (int i = 0; i < ofClip.size(); i++) {
                        this.values.put(
                                new ReferenceRow(clip, pipeline.variants().get(i)),
                                Arrays.copyOf(ofClip.get(i), inputs(pipeline)));
                    }
                });
    }

    /** Values of a row. */
    static int inputs(ReferencePipeline pipeline) {
        return switch (pipeline) {
            case FEATURES -> ReferenceFeatures.COUNT;
            case FRAMES -> FrameFeatures.count(ReferenceClipReader.fullLength());
        };
    }

    public ReferencePipeline pipeline() {
        return pipeline;
    }

    /** The clips that were read. */
    public List<Clip> clips() {
        return clips;
    }

    /** A sentence for each clip that could not be read. */
    public List<String> problems() {
        return problems;
    }

    /** All variants of the clips, clip by clip. */
    List<ReferenceRow> rowsOf(List<Clip> some) {
        List<ReferenceRow> rows = new ArrayList<>();
        for (Clip clip : some) {
            for (Variant variant : pipeline.variants()) {
                rows.add(new ReferenceRow(clip, variant));
            }
        }
        return rows;
    }

    /** The values of a row; not to be changed. */
    float[] values(ReferenceRow row) {
        float[] found = values.get(row);
        if (found == null) {
            throw new IllegalArgumentException("No row " + row.id());
        }
        return found;
    }
}
