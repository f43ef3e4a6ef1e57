// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NativeLibraryTest {
    @Test
    void whoIsInterruptedMeanwhileDoesNotDisturbTheStart() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var startWasInterrupted = new AtomicBoolean();
        var library =
                new NativeLibrary(
                        "Test",
                        () -> {
                            begun.countDown();
                            try {
                                startWasInterrupted.set(!goOn.await(10, TimeUnit.SECONDS));
                            } catch (InterruptedException e) {
                                startWasInterrupted.set(true);
                            }
                        });
        var keptInterruption = new AtomicBoolean();
        Thread asking =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    library.require();
                                    keptInterruption.set(Thread.currentThread().isInterrupted());
                                });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        asking.interrupt();
        goOn.countDown();
        asking.join(10_000);

        assertThat(asking.isAlive()).isFalse();
        assertThat(keptInterruption).isTrue();
        assertThat(startWasInterrupted).isFalse();
    }

    @Test
    void startsOnce() {
        var starts = new AtomicInteger();
        var library = new NativeLibrary("Test", starts::incrementAndGet);
        library.require();
        library.require();
        assertThat(starts).hasValue(1);
    }

    @Test
    void whatCannotBeLoadedIsToldInOneSentenceEveryTime() {
        var library =
                new NativeLibrary(
                        "Test",
                        () -> {
                            throw new UnsatisfiedLinkError("no room");
                        });
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(library::require)
                    .isInstanceOf(NativeLibraryException.class)
                    .hasMessageStartingWith("The native code of Test cannot be loaded; ")
                    .hasRootCauseMessage("no room");
        }
    }
}
