// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes audio files, and the sound of video files, with FFmpeg: every channel at the file's own
 * rate, encoder delay and padding removed where the file tells of them. Of several audio streams
 * the one that FFmpeg ranks best is taken. A damaged file yields what can be decoded, and samples
 * that are no numbers become 0; the recording tells of both.
 */
public final class FfmpegDecoder implements RecordingDecoder {
    private static final Logger LOG = LoggerFactory.getLogger(FfmpegDecoder.class);
    private static final int MAX_CHANNELS = 64;

    /** Below this no voice can be heard; such files are of other things, or have a bad header. */
    private static final int MIN_HERTZ = 1000;

    @Override
    public Recording decode(Path file, CancelToken cancel, ProgressSink progress)
            throws RecordingException {
        var collector = new SignalCollector(file);
        RecordingFacts facts = decode(file, collector, cancel, progress);
        return new Recording(file, collector.take(), facts.format(), facts.damage());
    }

    @Override
    public RecordingFacts decode(
            Path file, SoundReceiver receiver, CancelToken cancel, ProgressSink progress)
            throws RecordingException {
        cancel.throwIfCancelled();
        requireContent(file);
        try (var input = FfmpegInput.open(file)) {
            if (!input.next(cancel)) {
                throw silent(file);
            }
            return decodeFrames(file, input, receiver, cancel, progress);
        }
    }

    private static RecordingException silent(Path file) {
        return new RecordingException(
                file
                        + " holds no sound: not one sample of it can be decoded; it may be cut off or damaged.");
    }

    /** Hands on all frames of an input that stands on its first. */
    private static RecordingFacts decodeFrames(
            Path file,
            FfmpegInput input,
            SoundReceiver receiver,
            CancelToken cancel,
            ProgressSink progress)
            throws RecordingException {
        AVFrame first = input.frame();
        int channels = first.channels();
        int rate = first.sample_rate();
        if (channels < 1
                || channels > MAX_CHANNELS
                || rate < MIN_HERTZ
                || rate > SampleRate.MAX_HERTZ) {
            throw new RecordingException(
                    file
                            + " claims "
                            + channels
                            + " channels at "
                            + rate
                            + " Hz, which no recording has: its header is damaged.");
        }
        receiver.begin(new SampleRate(rate), channels, input.expectedSeconds(file));
        var samples = new BlockFeeder(receiver, channels);
        String message = "Reading " + file.getFileName();
        double reported = 0;
        progress.report(0, message);
        try (var converter = new FrameConverter(file, channels, rate)) {
            do {
                converter.convert(input.frame(), samples);
                if (input.fractionRead() >= reported + 0.01) {
                    reported = input.fractionRead();
                    progress.report(reported, message);
                }
            } while (input.next(cancel));
            converter.finish(samples);
            samples.flush();
        }
        progress.report(1, message);
        if (samples.frames() == 0) {
            throw silent(file);
        }
        Optional<String> damage =
                new Damage(
                                (double) samples.frames() / rate,
                                input.promisedSeconds(file),
                                input.damagedPackets(),
                                samples.replaced())
                        .sentence(file);
        damage.ifPresent(LOG::warn);
        return new RecordingFacts(input.format(), damage);
    }

    private static void requireContent(Path file) throws RecordingException {
        if (!Files.exists(file)) {
            throw new RecordingException(file + " does not exist: check the path.");
        }
        if (Files.isDirectory(file)) {
            throw new RecordingException(file + " is a folder: choose an audio file.");
        }
        if (!Files.isReadable(file)) {
            throw new RecordingException(
                    file + " may not be read: check the permissions of the file.");
        }
        try {
            if (Files.size(file) == 0) {
                throw new RecordingException(
                        file + " is empty (0 bytes): record or copy it again.");
            }
        } catch (IOException e) {
            throw new RecordingException(file + " cannot be read: check the disk it lies on.", e);
        }
    }
}
