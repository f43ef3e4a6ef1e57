// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.capture;

import io.tonalyst.time.SampleRate;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.TargetDataLine;

/** A line of {@code javax.sound} with 16-bit samples, lowest byte first. */
final class DeviceLine implements InputLine {
    private final String name;
    private final TargetDataLine line;
    private byte[] bytes = new byte[0];

    DeviceLine(String name, TargetDataLine line) {
        this.name = name;
        this.line = line;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SampleRate sampleRate() {
        return new SampleRate((int) line.getFormat().getSampleRate());
    }

    @Override
    public int channels() {
        return line.getFormat().getChannels();
    }

    @Override
    public void start() {
        line.flush();
        line.start();
    }

    @Override
    public void stop() {
        line.stop();
        line.flush();
    }

    @Override
    public int read(short[] interleaved) {
        int size = interleaved.length / channels() * channels() * Short.BYTES;
        if (bytes.length != size) {
            bytes = new byte[size];
        }
        int count = Math.max(0, line.read(bytes, 0, size));
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(interleaved, 0, count / Short.BYTES);
        return count / Short.BYTES / channels();
    }

    @Override
    public void close() {
        line.stop();
        line.close();
    }
}
