// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.render.BoundedCache;
import io.tonalyst.render.SpectrogramTile;
import io.tonalyst.ui.recordings.SpectrogramPicture.Piece;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Has the tiles of a spectrogram computed that are in view, from the middle outwards, and hands out
 * what there is of them. What is no longer in view is cancelled. Tiles and their images are kept up
 * to a number of bytes each, so that going back costs nothing, and other colours no transform. Used
 * on the FX thread.
 */
final class SpectrogramLoader {
    private static final long TILE_BYTES = 48L << 20;
    private static final long IMAGE_BYTES = 40L << 20;

    /**
     * Jobs at a time: few, so that a change of view is followed at once, and one processor is left
     * to what paints.
     */
    static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 4);

    private final JobRunner runner;
    private final Executor fx;
    private final Runnable changed;
    private final BoundedCache<SpectrogramTile.Key, SpectrogramTile> tiles =
            new BoundedCache<>(TILE_BYTES, SpectrogramTile::bytes);
    private final BoundedCache<SpectrogramTile.Key, Drawn> images =
            new BoundedCache<>(IMAGE_BYTES, Drawn::bytes);
    private final Map<SpectrogramTile.Key, CancelToken> running = new HashMap<>();
    private final Deque<SpectrogramTile.Key> waiting = new ArrayDeque<>();
    private @Nullable View view;

    /**
     * @param changed called when there is something new to be seen
     */
    SpectrogramLoader(JobRunner runner, Executor fx, Runnable changed) {
        this.runner = runner;
        this.fx = fx;
        this.changed = changed;
    }

    /**
     * What is to be seen.
     *
     * @param start seconds
     * @param end seconds, after {@code start}
     * @param width pixels, at least 1
     * @param rows pixels of one lane, at least 1
     */
    record View(
            Sound sound,
            double start,
            double end,
            int width,
            int rows,
            SpectrogramSettings settings) {
        private int window() {
            return settings.window(end - start, sound.hertz());
        }

        /** Keys of the tiles of one channel, the middle one first. */
        private List<SpectrogramTile.Key> keys(int channel) {
            double rate = sound.hertz();
            int level = SpectrogramTile.Key.levelFor(window(), (end - start) * rate / width);
            double span = new SpectrogramTile.Key(channel, window(), level, 0).end();
            double middle = (start + end) / 2 * rate / span - 0.5;
            List<SpectrogramTile.Key> keys = new ArrayList<>();
            for (long i = (long) (start * rate / span); i * span < end * rate; i++) {
                keys.add(new SpectrogramTile.Key(channel, window(), level, i));
            }
            keys.sort(Comparator.comparingDouble(key -> Math.abs(key.index() - middle)));
            return keys;
        }

        private List<SpectrogramTile.Key> keys() {
            List<List<SpectrogramTile.Key>> lanes = new ArrayList<>();
            for (int c = 0; c < sound.channels(); c++) {
                lanes.add(keys(c));
            }
            List<SpectrogramTile.Key> all = new ArrayList<>();
            for (int i = 0; i < lanes.getFirst().size(); i++) {
                for (List<SpectrogramTile.Key> lane : lanes) {
                    all.add(lane.get(i));
                }
            }
            return all;
        }

        private int[] pixels(SpectrogramTile tile) {
            return tile.argb(
                    rows,
                    settings.scale(),
                    sound.nyquist(),
                    settings.colours(),
                    settings.lowDb(),
                    settings.highDb());
        }

        /** Whether an image is what is wanted, drawn from what is there of the sound. */
        private boolean isServedBy(Drawn drawn) {
            return drawn.rows == rows
                    && drawn.settings.equals(settings)
                    && isUpToDate(drawn.key, drawn.known);
        }

        /** While a file is decoded, tiles are computed again as they fill, a quarter at a time. */
        private boolean isUpToDate(SpectrogramTile.Key key, long known) {
            long needed = Math.min(key.end() + key.window(), sound.samples().length());
            boolean last = sound.facts().isPresent() || needed >= key.end();
            return known >= needed || (!last && needed - known < (key.end() - key.start()) / 4);
        }
    }

    /** An image of a tile, and what it was drawn for. */
    private record Drawn(
            SpectrogramTile.Key key,
            Pixels image,
            SpectrogramSettings settings,
            int rows,
            long known) {
        long bytes() {
            return (long) Integer.BYTES * SpectrogramTile.COLUMNS * rows;
        }
    }

    private record Result(SpectrogramTile tile, int[] pixels) {}

    /** Stops work and forgets everything. */
    void clear() {
        view = null;
        waiting.clear();
        running.values().forEach(CancelToken::cancel);
        running.clear();
        tiles.clear();
        images.clear();
    }

    /** Asks for what is in view, unless it is there or on its way. */
    void want(View wanted) {
        view = wanted;
        List<SpectrogramTile.Key> missing = new ArrayList<>();
        long known = wanted.sound().samples().length();
        for (SpectrogramTile.Key key : wanted.keys()) {
            if (key.start() < known && images.get(key).filter(wanted::isServedBy).isEmpty()) {
                missing.add(key);
            }
        }
        running.forEach(
                (key, token) -> {
                    if (!missing.contains(key)) {
                        token.cancel();
                    }
                });
        waiting.clear();
        waiting.addAll(missing);
        startWaiting();
    }

    private void startWaiting() {
        View wanted = view;
        while (wanted != null && running.size() < THREADS && !waiting.isEmpty()) {
            SpectrogramTile.Key key = waiting.removeFirst();
            if (!running.containsKey(key)) {
                start(key, wanted);
            }
        }
    }

    private void start(SpectrogramTile.Key key, View wanted) {
        Optional<SpectrogramTile> kept =
                tiles.get(key).filter(tile -> wanted.isUpToDate(key, tile.known()));
        CancelToken token =
                runner.submit(
                        (cancel, progress) -> {
                            SpectrogramTile tile =
                                    kept.isPresent()
                                            ? kept.get()
                                            : SpectrogramTile.compute(
                                                    wanted.sound().samples(),
                                                    key,
                                                    cancel::isCancelled);
                            return new Result(tile, wanted.pixels(tile));
                        },
                        ProgressSink.NONE,
                        outcome -> fx.execute(() -> ended(key, wanted, outcome)));
        running.put(key, token);
    }

    private void ended(SpectrogramTile.Key key, View wanted, JobOutcome<Result> outcome) {
        View now = view;
        if (now == null || now.sound().samples() != wanted.sound().samples()) {
            return;
        }
        running.remove(key);
        switch (outcome) {
            case JobOutcome.Done<Result>(Result result) -> {
                tiles.put(key, result.tile());
                var image = new Pixels(result.pixels(), SpectrogramTile.COLUMNS);
                long known = result.tile().known();
                images.put(key, new Drawn(key, image, wanted.settings(), wanted.rows(), known));
                changed.run();
            }
            // It may have come into view again since it was cancelled.
            case JobOutcome.Cancelled<Result>() -> changed.run();
            case JobOutcome.Failed<Result> failed -> {}
        }
        startWaiting();
    }

    /** Whether all that is in view is there as it is wanted. */
    boolean isComplete() {
        View now = view;
        return now != null && waiting.isEmpty() && running.isEmpty();
    }

    /**
     * What there is of a view: its own tiles and, where they are missing, others stretched. Those
     * on another axis are left out.
     */
    SpectrogramPicture picture(View wanted) {
        List<SpectrogramTile.Key> keys = wanted.keys();
        int level = keys.isEmpty() ? 0 : keys.getFirst().level();
        int window = wanted.window();
        double rate = wanted.sound().hertz();
        boolean whole = keys.stream().allMatch(key -> images.get(key).isPresent());
        List<Drawn> drawn = new ArrayList<>();
        for (Drawn image : images.values()) {
            SpectrogramTile.Key key = image.key();
            boolean own = key.level() == level && key.window() == window;
            if ((own || !whole)
                    && image.settings().scale() == wanted.settings().scale()
                    && key.start() < wanted.end() * rate
                    && key.end() > wanted.start() * rate) {
                drawn.add(image);
            }
        }
        drawn.sort(
                Comparator.comparingDouble(
                        (Drawn d) -> -Math.abs(Math.log((double) d.key().hop() / hop(wanted)))));
        return new SpectrogramPicture(
                drawn.stream()
                        .map(
                                d ->
                                        new Piece(
                                                d.key().channel(),
                                                d.image(),
                                                d.key().start() / rate,
                                                d.key().end() / rate))
                        .toList());
    }

    private static double hop(View wanted) {
        return wanted.keys(0).getFirst().hop();
    }

    /** The level under a point in view, in dB; NaN where it is not known. */
    double level(int channel, double seconds, double heightFromBottom) {
        View now = view;
        if (now == null || channel >= now.sound().channels()) {
            return Double.NaN;
        }
        long sample = (long) (seconds * now.sound().hertz());
        double hertz = now.settings().scale().hertz(heightFromBottom, now.sound().nyquist());
        return now.keys(channel).stream()
                .filter(key -> key.start() <= sample && sample < key.end())
                .flatMap(key -> tiles.get(key).stream())
                .mapToDouble(
                        tile ->
                                tile.level(
                                        sample,
                                        hertz / now.sound().nyquist() * tile.key().window() / 2))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The highest level of the tiles in view in dB; NaN where there is none. */
    double maximum() {
        View now = view;
        return now == null
                ? Double.NaN
                : now.keys().stream()
                        .flatMap(key -> tiles.get(key).stream())
                        .mapToDouble(SpectrogramTile::maximum)
                        .max()
                        .orElse(Double.NaN);
    }
}
