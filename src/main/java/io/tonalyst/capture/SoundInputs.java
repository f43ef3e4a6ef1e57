// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/** Inputs through {@code javax.sound}: the first of a few usual formats that a device takes. */
public final class SoundInputs implements Inputs {
    private static final int[] RATES = {44_100, 48_000, 16_000, 8000};

    @Override
    public List<String> devices() {
        return mixers().stream().map(info -> info.getName()).distinct().toList();
    }

    private static List<Mixer.Info> mixers() {
        List<Mixer.Info> found = new ArrayList<>();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (format(AudioSystem.getMixer(info)).isPresent()) {
                found.add(info);
            }
        }
        return found;
    }

    private static Optional<AudioFormat> format(Mixer mixer) {
        for (int rate : RATES) {
            for (int channels = 1; channels <= 2; channels++) {
                var format = new AudioFormat(rate, Short.SIZE, channels, true, false);
                if (mixer.isLineSupported(new DataLine.Info(TargetDataLine.class, format))) {
                    return Optional.of(format);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public InputLine open(Optional<String> device) throws CaptureException {
        List<Mixer.Info> all = mixers();
        if (all.isEmpty()) {
            throw new CaptureException(
                    "This machine has no sound input that can be used: connect a microphone and"
                            + " try again.");
        }
        Mixer.Info info = device.isEmpty() ? all.getFirst() : named(device.get(), all);
        Mixer mixer = AudioSystem.getMixer(info);
        AudioFormat format =
                format(mixer).orElseThrow(() -> new CaptureException(gone(info.getName())));
        try {
            var line =
                    (TargetDataLine) mixer.getLine(new DataLine.Info(TargetDataLine.class, format));
            line.open(format, (int) format.getSampleRate() / 5 * format.getFrameSize());
            return new DeviceLine(info.getName(), line);
        } catch (LineUnavailableException | RuntimeException e) {
            throw new CaptureException(gone(info.getName()), e);
        }
    }

    private static Mixer.Info named(String name, List<Mixer.Info> all) throws CaptureException {
        String wanted = name.toLowerCase(Locale.ROOT).strip();
        List<Mixer.Info> exact =
                all.stream()
                        .filter(info -> info.getName().toLowerCase(Locale.ROOT).equals(wanted))
                        .toList();
        if (!exact.isEmpty()) {
            return exact.getFirst();
        }
        List<Mixer.Info> part =
                all.stream()
                        .filter(info -> info.getName().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList();
        if (part.size() != 1) {
            throw new CaptureException(
                    "%s sound input is named '%s'; there are: %s."
                            .formatted(
                                    part.isEmpty() ? "No" : "More than one",
                                    name,
                                    String.join(
                                            "; ", all.stream().map(i -> i.getName()).toList())));
        }
        return part.getFirst();
    }

    private static String gone(String name) {
        return "The sound input '"
                + name
                + "' cannot be opened: another program may use it, or it was unplugged.";
    }
}
