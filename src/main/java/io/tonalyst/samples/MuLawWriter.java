// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

import io.tonalyst.signal.Signal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes mu-law WAV files (ITU-T G.711, WAVE format 7), as telephone recorders do. */
final class MuLawWriter {
    private static final int FORMAT_MU_LAW = 7;
    private static final int FORMAT_BYTES = 18;
    private static final int FACT_BYTES = 4;
    private static final int BIAS = 132;
    private static final int CLIP = 32_635;

    private MuLawWriter() {}

    /** The whole file. */
    static byte[] toBytes(Signal signal) {
        int channels = signal.channels();
        int data = signal.frames() * channels;
        int hertz = signal.sampleRate().hertz();
        ByteBuffer header = ByteBuffer.allocate(58).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(50 + data + (data & 1)).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(FORMAT_BYTES);
        header.putShort((short) FORMAT_MU_LAW).putShort((short) channels);
        header.putInt(hertz).putInt(hertz * channels);
        header.putShort((short) channels).putShort((short) Byte.SIZE).putShort((short) 0);
        header.put(ascii("fact")).putInt(FACT_BYTES).putInt(signal.frames());
        header.put(ascii("data")).putInt(data);
        ByteArrayOutputStream out = new ByteArrayOutputStream(header.capacity() + data + 1);
        out.writeBytes(header.array());
        for (int i = 0; i < signal.frames(); i++) {
            for (int c = 0; c < channels; c++) {
                out.write(encode(Math.round(signal.channel(c)[i] * 32768f)));
            }
        }
        if ((data & 1) != 0) {
            out.write(0);
        }
        return out.toByteArray();
    }

    /** G.711 mu-law of a 16-bit sample. */
    static int encode(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(CLIP, Math.abs(sample)) + BIAS;
        int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
        int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return ~(sign | exponent << 4 | mantissa) & 0xFF;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
