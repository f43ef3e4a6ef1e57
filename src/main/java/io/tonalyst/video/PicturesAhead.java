// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a film in their order, drawn one ahead of the one that is asked for: while it is
 * encoded the next is drawn.
 */
final class PicturesAhead implements AutoCloseable {
    private final ExecutorService drawer =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("film pictures").factory());
    private final PictureSource source;
    private final VideoFormat format;
    private final long count;
    private final Path file;
    private final int[][] pages;
    private long begun;
    private @Nullable Future<?> drawing;

    /**
     * @param count number of pictures
     * @param file of the film, for what is told when one cannot be drawn
     */
    PicturesAhead(PictureSource source, VideoFormat format, long count, Path file) {
        this.source = source;
        this.format = format;
        this.count = count;
        this.file = file;
        this.pages = new int[2][format.width() * format.height()];
        begin();
    }

    /**
     * The next picture; it holds until the one after it is asked for.
     *
     * @throws IOException with one sentence, if it cannot be drawn
     * @throws CancellationException if the thread is interrupted
     */
    int[] next() throws IOException {
        Future<?> waiting = drawing;
        if (waiting == null) {
            throw new IllegalStateException("There are " + count + " pictures");
        }
        long number = begun - 1;
        try {
            waiting.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException known -> throw known;
                case RuntimeException fault -> throw fault;
                case null, default ->
                        throw new IOException(
                                "The picture at %s s of %s could not be drawn."
                                        .formatted(format.seconds(number), file),
                                e);
            }
        }
        begin();
        return page(number);
    }

    private void begin() {
        if (begun == count) {
            drawing = null;
            return;
        }
        long number = begun++;
        drawing =
                drawer.submit(
                        () -> {
                            source.draw(format.seconds(number), page(number));
                            return number;
                        });
    }

    private int[] page(long number) {
        return pages[(int) (number % 2)];
    }

    /** Waits for the picture that is being drawn: what it is drawn from may be closed next. */
    @Override
    public void close() {
        drawer.close();
    }
}
