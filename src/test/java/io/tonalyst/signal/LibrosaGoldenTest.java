// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tonalyst.SharedMaterial;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The features and spectra that librosa 0.11 gives for 11 clips. */
class LibrosaGoldenTest {
    private static final double RELATIVE = 1e-4;
    private static final double NEAR_ZERO = 1e-6;
    private static final Logger LOG = LoggerFactory.getLogger(LibrosaGoldenTest.class);

    @Test
    void all162FeaturesOfEachClipAreThoseOfLibrosa() throws Exception {
        Path folder = SharedMaterial.require("golden/librosa");
        JsonNode files = new ObjectMapper().readTree(folder.resolve("features.json").toFile());
        var extractor = new ReferenceFeatureExtractor();
        Map<String, Double> worst = new LinkedHashMap<>();
        for (var entry : files.get("files").properties()) {
            float[] x = read(folder.resolve(entry.getKey()));
            assertThat(x).hasSize(entry.getValue().get("samples").asInt());
            ReferenceFeatures ours = extractor.extract(x);
            double[][] groups = {
                {ours.zeroCrossingRate()}, ours.chroma(), ours.mfcc(), {ours.rms()}, ours.mel()
            };
            String[] names = {"zcr", "chroma_stft", "mfcc", "rms", "melspectrogram"};
            for (int g = 0; g < groups.length; g++) {
                JsonNode theirs = entry.getValue().get(names[g]);
                assertThat(groups[g]).hasSize(theirs.size());
                for (int i = 0; i < groups[g].length; i++) {
                    double deviation = deviation(groups[g][i], theirs.get(i).asDouble());
                    worst.merge(names[g], deviation, Math::max);
                }
            }
        }
        LOG.info("Worst deviation from librosa by group, 1 = the tolerance: {}", worst);
        assertThat(worst.values()).allSatisfy(value -> assertThat(value).isLessThanOrEqualTo(1));
    }

    @Test
    void spectraAreThoseOfLibrosaWithinATenthOfADecibel() throws Exception {
        Path folder = SharedMaterial.require("golden/librosa");
        JsonNode files = new ObjectMapper().readTree(folder.resolve("stft.json").toFile());
        var stft = new Stft(2048);
        var precise = new PreciseStft(2048);
        var room = precise.new Room();
        float[] power = new float[stft.bins()];
        float[] magnitude = new float[precise.bins()];
        double worst = 0;
        double worstPrecise = 0;
        for (var file : files.get("files").properties()) {
            float[] x = read(folder.resolve(file.getKey()));
            for (var frame : file.getValue().properties()) {
                long centre = 512L * Integer.parseInt(frame.getKey());
                stft.power(x, 0, x.length, centre, power);
                precise.magnitude(x, centre, magnitude, room);
                assertThat(power).hasSize(frame.getValue().size());
                for (int k = 0; k < power.length; k++) {
                    double db = frame.getValue().get(k).asDouble();
                    if (db > -60) {
                        double ours = 10 * Math.log10(power[k]);
                        worst = Math.max(worst, Math.abs(ours - db));
                        ours = 20 * Math.log10(magnitude[k]);
                        worstPrecise = Math.max(worstPrecise, Math.abs(ours - db));
                    }
                }
            }
        }
        LOG.info("Worst deviation of the STFT: {} dB, precise {} dB", worst, worstPrecise);
        assertThat(worst).isLessThan(0.1);
        assertThat(worstPrecise).isLessThan(0.001);
    }

    /** Difference in units of what is allowed. */
    private static double deviation(double ours, double theirs) {
        return Math.abs(ours - theirs) / Math.max(NEAR_ZERO, RELATIVE * Math.abs(theirs));
    }

    private static float[] read(Path file) throws Exception {
        return new FfmpegDecoder()
                .decode(file, new CancelToken(), ProgressSink.NONE)
                .signal()
                .mixdown();
    }
}
