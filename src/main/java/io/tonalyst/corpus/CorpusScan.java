// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import java.util.List;

/**
 * What was found in corpus folders.
 *
 * @param clips in order of their ids, each id once
 * @param unknown number of sound files whose names belong to none of the corpora
 */
public record CorpusScan(List<Clip> clips, int unknown) {
    public CorpusScan {
        clips = List.copyOf(clips);
    }
}
