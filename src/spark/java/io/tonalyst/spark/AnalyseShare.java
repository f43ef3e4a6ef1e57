// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;

/** Analyses a share of the recordings where Spark sends it. */
final class AnalyseShare implements FlatMapFunction<Iterator<String>, Tally> {
    private static final long serialVersionUID = 1L;

    private final BatchSettings settings;

    AnalyseShare(BatchSettings settings) {
        this.settings = settings;
    }

    @Override
    public Iterator<Tally> call(Iterator<String> recordings) throws IOException {
        var paths = new ArrayList<Path>();
        recordings.forEachRemaining(path -> paths.add(Path.of(path)));
        return paths.isEmpty()
                ? List.of(Tally.NONE).iterator()
                : List.of(new Worker(settings).analyse(paths)).iterator();
    }
}
