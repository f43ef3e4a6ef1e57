// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Clip;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The images of all clips that could be read. */
public final class ClipImages {
    private final Map<String, ClipImage> byId = new LinkedHashMap<>();
    private final List<String> problems;

    ClipImages(List<ClipImage> images, List<String> problems) {
        images.forEach(image -> byId.put(image.clip().id(), image));
        this.problems = List.copyOf(problems);
    }

    /** The readable clips, in order of their ids. */
    public List<Clip> clips() {
        return byId.values().stream().map(ClipImage::clip).toList();
    }

    /** One sentence for each clip that could not be read. */
    public List<String> problems() {
        return problems;
    }

    ClipImage of(Clip clip) {
        ClipImage image = byId.get(clip.id());
        if (image == null) {
            throw new IllegalArgumentException("No image of clip " + clip.id());
        }
        return image;
    }

    List<ClipImage> of(List<Clip> clips) {
        return clips.stream().map(this::of).toList();
    }
}
