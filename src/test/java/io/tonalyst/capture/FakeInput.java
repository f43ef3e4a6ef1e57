// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.capture;

import io.tonalyst.time.SampleRate;
import java.util.List;
import java.util.Optional;

/** An input that gives a known sound at the pace of a device, or quicker. */
public final class FakeInput implements Inputs {
    private final int hertz;
    private final int channels;
    private final double speed;
    private final long end;

    /**
     * @param speed 1 for the pace of a device; 0 for as quick as it is read
     * @param end frame at which the device is gone
     */
    public FakeInput(int hertz, int channels, double speed, long end) {
        this.hertz = hertz;
        this.channels = channels;
        this.speed = speed;
        this.end = end;
    }

    /** The sample of a frame: a gliding voice with syllables. */
    public static short sample(long frame, int channel, int hertz) {
        double t = (double) frame / hertz;
        double syllable = Math.max(0, Math.sin(2 * Math.PI * 3 * t + channel));
        double phase = t * (150 + 40 * Math.sin(t));
        double buzz = 2 * (phase - Math.floor(phase)) - 1;
        return (short) Math.round(9000 * syllable * (buzz + Math.sin(2 * Math.PI * 900 * t)));
    }

    @Override
    public List<String> devices() {
        return List.of("Fake microphone", "Other input");
    }

    @Override
    public InputLine open(Optional<String> device) throws CaptureException {
        if (device.isPresent() && !devices().contains(device.get())) {
            throw new CaptureException("No sound input is named '" + device.get() + "'.");
        }
        return new Line(device.orElse(devices().getFirst()));
    }

    private final class Line implements InputLine {
        private final String name;
        private volatile boolean open;
        private long at;

        Line(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public SampleRate sampleRate() {
            return new SampleRate(hertz);
        }

        @Override
        public int channels() {
            return channels;
        }

        @Override
        public void start() {
            open = true;
        }

        @Override
        public void stop() {
            open = false;
        }

        @Override
        public int read(short[] interleaved) {
            int count = (int) Math.min(interleaved.length / channels, end - at);
            if (!open || count <= 0) {
                return 0;
            }
            for (int i = 0; i < count; i++) {
                for (int c = 0; c < channels; c++) {
                    interleaved[i * channels + c] = sample(at + i, c, hertz);
                }
            }
            at += count;
            if (speed > 0) {
                try {
                    Thread.sleep((long) (1000.0 * count / hertz / speed));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return count;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
