// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.signal.Signal;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decodes files and remembers the last few as far as memory allows, so that the many parts of one
 * long call do not decode it as many times. Safe between threads, which take turns.
 */
final class RecentSounds {
    private static final int REMEMBERED = 4;

    private final RecordingDecoder decoder;
    private final Map<Path, SoftReference<Signal>> sounds =
            new LinkedHashMap<>(8, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Path, SoftReference<Signal>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    RecentSounds(RecordingDecoder decoder) {
        this.decoder = decoder;
    }

    synchronized Signal signal(Path file, CancelToken cancel) throws RecordingException {
        SoftReference<Signal> reference = sounds.get(file);
        Signal known = reference == null ? null : reference.get();
        if (known != null) {
            return known;
        }
        Signal decoded = decoder.decode(file, cancel, ProgressSink.NONE).signal();
        sounds.put(file, new SoftReference<>(decoded));
        return decoded;
    }
}
