// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.emotion.ModelLocator;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.library.KeptResults;
import io.tonalyst.library.ModelKey;
import io.tonalyst.library.StoredAnalysis;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where results of recordings are kept. */
final class ResultOptions {
    @Option(
            names = "--analyses",
            paramLabel = "DIR",
            description =
                    "Where results of analyses are kept and looked for: the folder analyses of"
                            + " tonalyst analyse -o (default: that of the library, in the home"
                            + " folder).")
    private @Nullable Path analyses;

    AnalysisStore store() {
        if (analyses == null) {
            return AnalysisStore.ofUser();
        }
        Path within = analyses.resolve(AnalysisExport.RESULTS);
        return new AnalysisStore(Files.isDirectory(within) ? within : analyses);
    }

    /**
     * The result of one recording by the shipped model: the kept one, or a new one, which is kept.
     *
     * @throws Exception with one sentence, if the model or the store cannot be used
     */
    StoredAnalysis of(Path file) throws Exception {
        Path model = ModelLocator.ofInstallation().shipped();
        return Objects.requireNonNull(
                new KeptResults(store(), ModelKey.of(model), () -> Dl4jEmotionModel.load(model))
                        .of(
                                List.of(file),
                                new FfmpegDecoder(),
                                1,
                                new CancelToken(),
                                ProgressSink.NONE)
                        .get(file));
    }
}
