// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.ClipReader;
import io.tonalyst.corpus.CorpusScanner;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCacheTest {
    @TempDir private Path folder;

    @Test
    void keepsWhatItReadAndSkipsWhatCannotBeRead() throws Exception {
        TinyCorpus.write(folder.resolve("corpus"), 2);
        Files.writeString(folder.resolve("corpus/1050_IEO_SAD_XX.png"), "no picture");
        Files.writeString(folder.resolve("corpus/1051_IEO_SAD_XX.wav"), "no sound");
        List<Clip> clips = new CorpusScanner().scan(List.of(folder.resolve("corpus"))).clips();
        var cache = new ImageCache(folder.resolve("cache"), new ClipReader(new FfmpegDecoder()));

        ClipImages first = cache.load(clips, new CancelToken(), ProgressSink.NONE);
        ClipImages again = cache.load(clips, new CancelToken(), ProgressSink.NONE);

        assertThat(first.clips()).hasSize(12);
        assertThat(first.problems()).hasSize(2);
        assertThat(again.clips()).isEqualTo(first.clips());
        assertThat(again.problems()).isEqualTo(first.problems());
        for (Clip clip : first.clips()) {
            assertThat(again.of(clip).levels()).isEqualTo(first.of(clip).levels());
        }
        assertThat(folder.resolve("cache")).isDirectoryContaining("glob:**.bin");
    }

    @Test
    void aDamagedCacheIsMadeAnew() throws Exception {
        TinyCorpus.write(folder.resolve("corpus"), 1);
        List<Clip> clips = new CorpusScanner().scan(List.of(folder.resolve("corpus"))).clips();
        var cache = new ImageCache(folder.resolve("cache"), new ClipReader(new FfmpegDecoder()));
        cache.load(clips, new CancelToken(), ProgressSink.NONE);
        try (var files = Files.list(folder.resolve("cache"))) {
            Files.writeString(files.findFirst().orElseThrow(), "rubbish");
        }

        assertThat(cache.load(clips, new CancelToken(), ProgressSink.NONE).clips()).hasSize(6);
    }
}
