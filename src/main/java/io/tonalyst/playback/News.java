// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what happens in playback to its listeners on a thread of its own, so that the audio
 * thread neither waits for them nor allocates for them. News of a kind that have not been told yet
 * are told once.
 */
final class News implements AutoCloseable {
    /** What can happen, in the order in which it is told. */
    enum Kind {
        SINK_CHANGED,
        ENDED,
        CHANGED;

        private final int bit = 1 << ordinal();
    }

    /** Says how things stand when news are told. */
    @FunctionalInterface
    interface Teller {
        /** Tells a listener of news of this kind. */
        void tell(Kind kind, PlaybackListener listener);
    }

    private static final Logger LOG = LoggerFactory.getLogger(News.class);
    private static final Kind[] KINDS = Kind.values();

    private final CopyOnWriteArrayList<PlaybackListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger untold = new AtomicInteger();
    private final Thread thread;
    private volatile boolean closed;

    News(Teller teller) {
        thread = Thread.ofPlatform().daemon().name("playback events").unstarted(() -> run(teller));
    }

    /** Begins to tell. */
    void start() {
        thread.start();
    }

    void add(PlaybackListener listener) {
        listeners.add(listener);
    }

    void remove(PlaybackListener listener) {
        listeners.remove(listener);
    }

    /** Has the listeners told soon; from any thread, without waiting. */
    void post(Kind kind) {
        untold.accumulateAndGet(kind.bit, (before, bit) -> before | bit);
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run(Teller teller) {
        while (!closed) {
            int happened = untold.getAndSet(0);
            for (Kind kind : KINDS) {
                if ((happened & kind.bit) != 0) {
                    forEach(listener -> teller.tell(kind, listener));
                }
            }
            if (happened == 0) {
                LockSupport.park(this);
            }
        }
    }

    private void forEach(Consumer<PlaybackListener> event) {
        for (PlaybackListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("A listener of playback failed", e);
            }
        }
    }
}
