// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tonalyst.emotion.Emotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsTest {
    private final List<Clip> clips = clips();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void clipSplitTakesAQuarterOfEachCorpusAndEmotion(long seed) {
        Fold fold = Splits.byClip(clips, seed);

        assertPartition(fold);
        Map<String, Integer> all = counts(clips);
        Map<String, Integer> test = counts(fold.test());
        all.forEach(
                (stratum, n) ->
                        assertThat(test.getOrDefault(stratum, 0))
                                .as(stratum)
                                .isBetween((int) (n * 0.25 - 1), (int) (n * 0.25 + 2)));
        assertThat(fold.validation().size())
                .isBetween((int) (clips.size() * 0.06), (int) (clips.size() * 0.09));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bothFilesOfOneRecordingStayTogether(long seed) {
        Fold fold = Splits.byClip(clips, seed);

        for (List<Clip> part : List.of(fold.train(), fold.validation(), fold.test())) {
            long copies =
                    part.stream().filter(c -> c.recording().equals("03-01-03-01-02-01-07")).count();
            assertThat(copies).isIn(0L, 2L);
        }
    }

    @Test
    void speakerFoldsTestEachClipOnceAndShareNoSpeaker() {
        List<Fold> folds = Splits.bySpeaker(clips, 1);

        assertThat(folds).hasSize(4);
        List<Clip> tested = folds.stream().flatMap(f -> f.test().stream()).toList();
        assertThat(tested).containsExactlyInAnyOrderElementsOf(clips);
        for (Fold fold : folds) {
            assertPartition(fold);
            assertThat(speakers(fold.train())).doesNotContainAnyElementsOf(speakers(fold.test()));
            assertThat(speakers(fold.validation()))
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(speakers(fold.test()))
                    .doesNotContainAnyElementsOf(speakers(fold.train()));
        }
    }

    @Test
    void speakerFoldsAreBalanced() {
        List<Fold> folds = Splits.bySpeaker(clips, 1);

        for (Fold fold : folds) {
            Set<String> speakers = speakers(fold.test());
            assertThat(of(speakers, "SAVEE")).hasSize(1);
            assertThat(of(speakers, "TESS")).hasSize(fold.index() < 2 ? 1 : 0);
            assertThat(of(speakers, "CREMA-D")).hasSizeBetween(22, 23);
            List<Clip> ravdess =
                    fold.test().stream().filter(c -> c.corpus() == Corpus.RAVDESS).toList();
            Map<Clip.Sex, Set<String>> bySex = new HashMap<>();
            ravdess.forEach(
                    c ->
                            bySex.computeIfAbsent(c.sex(), s -> new java.util.HashSet<>())
                                    .add(c.speaker()));
            assertThat(bySex.get(Clip.Sex.MALE)).hasSize(3);
            assertThat(bySex.get(Clip.Sex.FEMALE)).hasSize(3);
        }
    }

    @Test
    void shippingKeepsAFewSpeakersForValidation() {
        Fold fold = Splits.forShipping(clips, 1);

        assertThat(fold.test()).isEmpty();
        assertPartition(fold);
        assertThat(speakers(fold.validation())).hasSize(7);
        assertThat(speakers(fold.train())).doesNotContainAnyElementsOf(speakers(fold.validation()));
    }

    @Test
    void theSameSeedGivesTheSameSplitInWhateverOrderClipsCome() {
        List<Clip> shuffled = new ArrayList<>(clips);
        Collections.shuffle(shuffled, new Random(9));

        assertThat(Set.copyOf(Splits.byClip(shuffled, 5).test()))
                .isEqualTo(Set.copyOf(Splits.byClip(clips, 5).test()));
        assertThat(Set.copyOf(Splits.bySpeaker(shuffled, 5).get(2).test()))
                .isEqualTo(Set.copyOf(Splits.bySpeaker(clips, 5).get(2).test()));
        assertThat(Splits.byClip(clips, 6).test()).isNotEqualTo(Splits.byClip(clips, 5).test());
    }

    @Test
    void theSpeakerProtocolSaysThatItNeedsSpeakers() {
        List<Clip> mixed = new ArrayList<>(clips);
        mixed.add(own("calls/a.wav", "", Emotion.ANGRY, "calls/a.wav"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.bySpeaker(mixed, 1))
                .withMessageContaining("needs to know who speaks")
                .withMessageContaining("calls/a.wav");
        assertThat(Splits.byClip(mixed, 1).train()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void partsOfOneRecordingStayTogetherWhateverTheirEmotion(long seed) {
        List<Clip> parts = new ArrayList<>();
        for (int call = 0; call < 12; call++) {
            for (Emotion emotion : List.of(Emotion.ANGRY, Emotion.NEUTRAL)) {
                String recording = "calls/" + call + ".wav";
                parts.add(own(recording + emotion, "", emotion, recording));
            }
        }

        Fold fold = Splits.byClip(parts, seed);

        assertThat(recordings(fold.test())).isNotEmpty();
        assertThat(recordings(fold.train()))
                .doesNotContainAnyElementsOf(recordings(fold.test()))
                .doesNotContainAnyElementsOf(recordings(fold.validation()));
    }

    @Test
    void ownClipsAreValidatedOnWholeSpeakersWhereTheyAreKnown() {
        List<Clip> known = new ArrayList<>();
        List<Clip> unknown = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Emotion emotion = i % 2 == 0 ? Emotion.HAPPY : Emotion.SAD;
            known.add(own("k" + i, "mine-" + i % 10, emotion, "k" + i));
            unknown.add(own("u" + i, "", emotion, "u" + i));
        }

        Fold bySpeaker = Splits.forOwn(known, 1);
        assertThat(speakers(bySpeaker.validation()))
                .hasSize(2)
                .doesNotContainAnyElementsOf(speakers(bySpeaker.train()));
        Fold byClip = Splits.forOwn(unknown, 1);
        assertThat(byClip.validation()).hasSize(10);
        assertThat(byClip.validation()).filteredOn(c -> c.emotion() == Emotion.HAPPY).hasSize(5);
        assertThat(Splits.forShipping(unknown, 1)).isEqualTo(byClip);
    }

    private static Set<String> recordings(List<Clip> clips) {
        return clips.stream().map(Clip::recording).collect(Collectors.toSet());
    }

    private static Clip own(String id, String speaker, Emotion emotion, String recording) {
        return new Clip(
                id,
                Corpus.own("mine"),
                speaker,
                emotion,
                Path.of(id),
                ClipKind.AUDIO,
                recording,
                ClipPart.WHOLE);
    }

    private void assertPartition(Fold fold) {
        assertThat(
                        Stream.of(fold.train(), fold.validation(), fold.test())
                                .flatMap(Collection::stream))
                .containsExactlyInAnyOrderElementsOf(clips);
    }

    private static Set<String> speakers(List<Clip> clips) {
        return clips.stream().map(Clip::speaker).collect(Collectors.toSet());
    }

    private static List<String> of(Set<String> speakers, String corpus) {
        return speakers.stream().filter(s -> s.startsWith(corpus)).toList();
    }

    private static Map<String, Integer> counts(List<Clip> clips) {
        Map<String, Integer> counts = new HashMap<>();
        clips.forEach(c -> counts.merge(c.corpus() + " " + c.emotion(), 1, Integer::sum));
        return counts;
    }

    /** The corpora in small: all speakers, few clips each. */
    private static List<Clip> clips() {
        List<String> names = new ArrayList<>();
        for (int actor = 1; actor <= 24; actor++) {
            for (int emotion = 1; emotion <= 8; emotion++) {
                for (int take = 1; take <= 2; take++) {
                    names.add("03-01-0%d-01-02-0%d-%02d.wav".formatted(emotion, take, actor));
                }
            }
        }
        for (int actor = 1001; actor <= 1091; actor++) {
            for (String emotion : List.of("ANG", "DIS", "FEA", "HAP", "NEU", "SAD")) {
                names.add(actor + "_IEO_" + emotion + "_LO.wav");
                names.add(actor + "_DFA_" + emotion + "_XX.wav");
            }
        }
        for (String speaker : List.of("OAF", "YAF")) {
            for (Emotion e : Emotion.ALL) {
                for (String word : List.of("back", "bar", "base", "bath")) {
                    String key = e == Emotion.SURPRISE ? "ps" : e.key();
                    names.add(speaker + "_" + word + "_" + key + ".wav");
                }
            }
        }
        for (String speaker : List.of("DC", "JE", "JK", "KL")) {
            for (String code : List.of("a", "d", "f", "h", "n", "sa", "su")) {
                names.add(speaker + "_" + code + "01.wav");
                names.add(speaker + "_" + code + "02.wav");
            }
        }
        return names.stream().flatMap(n -> ClipNames.parse(Path.of(n)).stream()).toList();
    }
}
