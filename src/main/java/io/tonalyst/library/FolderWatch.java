// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import io.tonalyst.recording.AudioFiles;
import io.tonalyst.work.CancelToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into folders at even intervals and tells of recordings that are new there. A file counts
 * once its size has stayed the same from one look to the next, so that one that is still being
 * copied is left alone. Looking works on network folders too, where notifications do not.
 */
final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final Consumer<List<Path>> found;
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final Map<Path, FileStamp> growing = new HashMap<>();
    private final Set<Path> told = new HashSet<>();
    private final CancelToken cancel = new CancelToken();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("watch").factory());

    /**
     * @param found receives new recordings, on a thread of this watch
     */
    FolderWatch(Consumer<List<Path>> found) {
        this.found = found;
    }

    void start(Duration interval) {
        var _ =
                thread.scheduleWithFixedDelay(
                        this::look,
                        interval.toMillis(),
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    Set<Path> folders() {
        return Set.copyOf(folders);
    }

    void add(Path folder) {
        folders.add(folder.toAbsolutePath().normalize());
    }

    void remove(Path folder) {
        folders.remove(folder.toAbsolutePath().normalize());
    }

    /** Looks once. */
    synchronized void look() {
        List<Path> fresh = new ArrayList<>();
        for (Path folder : folders) {
            try {
                for (Path file :
                        AudioFiles.expand(List.of(folder), LibraryModel.MAX_RECORDINGS, cancel)) {
                    if (isFresh(file)) {
                        fresh.add(file);
                    }
                }
            } catch (IOException | RuntimeException e) {
                // The folder may come back, as one on the network does.
                LOG.debug("{} cannot be looked into now", folder, e);
            }
        }
        if (!fresh.isEmpty()) {
            found.accept(fresh);
        }
    }

    private boolean isFresh(Path file) {
        if (told.contains(file)) {
            return false;
        }
        FileStamp now = FileStamp.of(file);
        if (!now.equals(growing.put(file, now)) || now.bytes() <= 0) {
            return false;
        }
        growing.remove(file);
        return told.add(file);
    }

    @Override
    public void close() {
        cancel.cancel();
        thread.shutdownNow();
    }
}
