// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import java.util.List;

/**
 * What was found in corpus folders and tables.
 *
 * @param clips in order of their ids, each id once
 * @param unknown number of sound files whose names belong to none of the published corpora
 * @param problems one sentence for each of the first folders, rows and files that were left out
 * @param problemCount number of all of them
 */
public record CorpusScan(List<Clip> clips, int unknown, List<String> problems, long problemCount) {
    public CorpusScan {
        clips = List.copyOf(clips);
        problems = List.copyOf(problems);
    }
}
