// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.SharedMaterial;
import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.KpiSeriesReader;
import io.tonalyst.kpi.Measure;
import io.tonalyst.sonify.ScoreEvent.Note;
import io.tonalyst.sonify.SoundDesign.Property;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SoundDesignTest {
    private static final AxisDomain AXIS = new AxisDomain(400, 1600, 200);
    private static final SoundDesign PRECISE = SoundPresets.precise();

    @TempDir Path folder;

    private final SoundMappingJson json = new SoundMappingJson();

    private static List<Mapping> mappings() {
        var own =
                PRECISE.named("Mine, loud")
                        .with(Property.PITCH, Channel.following("queue", 72, 60))
                        .with(Property.PAN, Channel.fixed(-0.25))
                        .with(
                                Property.BRIGHTNESS,
                                Channel.following("time", 0, 1).with(Polarity.CONCERN))
                        .in(Scale.MINOR, 9)
                        .on(Optional.of(Timbre.STRINGS))
                        .every(333)
                        .signalling(false, true);
        var all = new ArrayList<>(Mapping.all());
        all.add(new Mapping.Designed(own));
        return all;
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void aMappingComesBackFromItsFile(Mapping mapping) throws Exception {
        assertThat(json.read(json.write(mapping), "a.json")).isEqualTo(mapping);
        var store = new SoundMappingStore(folder.resolve("sounds"));
        Path file = folder.resolve("mapping.json");
        store.write(mapping, file);
        assertThat(store.find(file.toString())).isEqualTo(mapping);
    }

    @Test
    void whatAFileDoesNotSayIsAsInItsPreset() throws Exception {
        var mapping =
                json.read(
                        """
                        {"format": "tonalyst-sound-mapping", "version": 1, "preset": "musical",
                         "name": "mine", "pitch": {"low": 60}, "step_ms": 300}
                        """,
                        "mine.json");
        var musical = SoundPresets.musical();
        assertThat(mapping)
                .isEqualTo(
                        new Mapping.Designed(
                                musical.named("mine")
                                        .with(Property.PITCH, musical.pitch().within(60, 84))
                                        .every(300)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {                           | a.json is no JSON: line 1
                    {}                          | is no sound mapping: "format" has to be
                    {F, "version": 2}           | "version" has to be 1
                    {F, "preset": "loud"}       | "preset" is not known: "loud"
                    {F, "volume": 3}            | the file does not know "volume"
                    {F, "pitch": 60}            | "pitch" has to be an object
                    {F, "pitch": {"top": 60}}   | "pitch" does not know "top"
                    {F, "pitch": {"low": "C"}}  | "low" of "pitch" is a number
                    {F, "pitch": {"low": 2}}    | Pitch lies between 24.0 and 96.0, not from 2.0
                    {F, "pan": {"fixed": 3}}    | Left and right lies between -1.0 and 1.0
                    {F, "pan": {"source": ""}}  | has to be the name of something measured
                    {F, "pan": {"polarity": "x"}} | "polarity" of "pan" is up or concern
                    {F, "scale": "blue"}        | "scale" is not known: "blue"
                    {F, "tonic": "H"}           | "tonic" is one of C, C#, D
                    {F, "instrument": "gong"}   | "instrument" is auto or one of marimba
                    {F, "step_ms": 10}          | A step lasts 60 to 2000 ms, not 10 ms.
                    {F, "step_ms": 1e99}        | "step_ms" is a whole number
                    {F, "earcons": "yes"}       | "earcons" is true or false
                    {F, "name": ""}             | A design has a name
                    {F, "preset": "reference-simple", "ticks": true} | takes no other settings
                    """)
    void whatIsWrongWithAFileIsToldInOneSentence(String text, String sentence) {
        String format =
                "\"format\": \"tonalyst-sound-mapping\""
                        + (text.contains("version") ? "" : ", \"version\": 1");
        assertThatThrownBy(() -> json.read(text.replace("F,", format + ","), "a.json"))
                .isInstanceOf(SoundMappingException.class)
                .hasMessageContaining(sentence)
                .hasMessageStartingWith("a.json");
    }

    @Test
    void savedDesignsAreFoundByNameAndBrokenFilesPassedOver() throws Exception {
        var store = new SoundMappingStore(folder.resolve("sounds"));
        assertThat(store.saved()).isEmpty();
        Path file = store.save(PRECISE.named("Team talk / June"));
        assertThat(file).hasFileName("team-talk-june.json").exists();
        Files.writeString(folder.resolve("sounds/broken.json"), "{");
        Files.write(folder.resolve("sounds/latin.json"), new byte[] {(byte) 0xe4});
        assertThat(store.saved()).extracting(Mapping::title).containsExactly("Team talk / June");
        assertThat(store.find("team TALK / june").key()).isEqualTo("Team talk / June");
        assertThatThrownBy(() -> store.find("none"))
                .hasMessage(
                        "A sound mapping is one of precise, reference-simple, reference-varied,"
                                + " musical, concern, a saved one or a file, not 'none'.");
    }

    @ParameterizedTest
    @CsvSource({
        "precise, 23, 14",
        "concern, 23, 14",
        "musical, 10, 10",
        "reference-varied, 7, 7",
        "reference-simple, 2, 2"
    })
    void ofTheGoldenMonthSoManyPitchesAreHeard(String key, int pitches, int apart)
            throws Exception {
        Path csv = SharedMaterial.require("golden/kpi/agent-32400-2017-01.csv");
        var series = KpiSeriesReader.read(csv, Measure.AHT);
        var levels = SonificationScore.of(series, 900, Mapping.ofKey(key).orElseThrow()).levels();
        assertThat(levels.pitches()).isEqualTo(pitches);
        assertThat(levels.values()).isEqualTo(23);
        assertThat(levels.apart()).isEqualTo(apart);
    }

    @Test
    void aScaleHasOnlyItsNotesAndSaysHowMany() {
        var major = new Mapping.Designed(PRECISE.in(Scale.MAJOR, 2));
        double[] values = new double[31];
        Arrays.setAll(values, i -> 400 + 40 * i);
        var score = score(major, values);
        assertThat(score.notes())
                .extracting(n -> Math.floorMod((int) n.pitch() - 2, 12))
                .isSubsetOf(0, 2, 4, 5, 7, 9, 11);
        assertThat(score.notes()).allMatch(n -> n.pitch() == Math.rint(n.pitch()));
        assertThat(score.levels().available()).isEqualTo(OptionalInt.of(21));
        assertThat(score.sentence()).contains("in 21 steps of the D major scale:");
        assertThat(score.levels().inWords())
                .isEqualTo(
                        "31 different values sound as 21 different pitches, 21 of them at least a"
                                + " quarter tone apart; the mapping has 21 pitches.");
    }

    @Test
    void everyPropertyCanFollowTheValue() {
        var design =
                PRECISE.with(Property.LOUDNESS, Channel.following("value", 20, 120))
                        .with(Property.PAN, Channel.following("value", -1, 1))
                        .with(Property.BRIGHTNESS, Channel.following("value", 0, 1))
                        .with(Property.DURATION, Channel.following("value", 50, 150));
        var notes = score(new Mapping.Designed(design), 400, 1000, 1600).notes();
        assertThat(notes).extracting(Note::velocity).containsExactly(20, 70, 120);
        assertThat(notes).extracting(n -> n.tone().pan()).containsExactly(-1.0, 0.0, 1.0);
        assertThat(notes).extracting(n -> n.tone().brightness()).containsExactly(0.0, 0.5, 1.0);
        assertThat(notes).extracting(Note::length).containsExactly(2_400L, 4_800L, 7_200L);
    }

    @Test
    void theSentenceTellsAllThatIsHeard() {
        var design =
                PRECISE.with(Property.PITCH, Channel.following("value", 84, 48))
                        .with(Property.PAN, Channel.following("time", -1, 1))
                        .with(Property.LOUDNESS, Channel.following("queue", 100, 40))
                        .with(Property.DURATION, Channel.following("none of these", 50, 150))
                        .signalling(false, false);
        assertThat(score(new Mapping.Designed(design), 400, 1000, 1600).sentence())
                .isEqualTo(
                        "Pitch falls with AHT: 400 s sounds as C6 (1,047 Hz), 1,600 s as C3 (131"
                                + " Hz); a day lasts 250 ms, later days sound further to the"
                                + " right, days without calls are silent, a higher queue time"
                                + " sounds quieter.");
    }

    @Test
    void aSeriesThatIsNoKeyFigureIsHeardWithTheSameDesigns() {
        var anger = List.of(0.1, 0.2, 0.9, 0.7);
        var series =
                new SoundSeries(
                        "call.wav, anger",
                        "call.wav",
                        "anger",
                        "",
                        "window",
                        "",
                        4,
                        List.of(
                                new SoundSeries.Point(0, 0.1, "0:00 anger 0.1"),
                                new SoundSeries.Point(1, 0.2, "0:01 anger 0.2"),
                                new SoundSeries.Point(2, 0.9, "0:02 anger 0.9"),
                                new SoundSeries.Point(3, 0.7, "0:03 anger 0.7")),
                        new Dimension("value", "anger", true, 0, 1, anger),
                        List.of(),
                        OptionalDouble.of(0.5),
                        OptionalDouble.of(1),
                        Timbre.FLUTE,
                        List.of());
        for (Mapping mapping : Mapping.all()) {
            var score = SonificationScore.of(series, mapping);
            assertThat(score.notes()).hasSize(4);
            assertThat(new Synth().render(score).frames()).isEqualTo(score.frames());
        }
        assertThat(SonificationScore.of(series, Mapping.precise()).sentence())
                .isEqualTo(
                        "Pitch rises with anger: 0 sounds as C3 (131 Hz), 1 as C6 (1,047 Hz); a"
                                + " window lasts 250 ms, and two quick notes rise where anger gets"
                                + " worse than 0.5 and fall where it recovers.");
        assertThat(SpokenSummary.of(series))
                .isEqualTo(
                        "call.wav, anger: 4 of 4 windows have a value. Lowest: 0:00 anger 0.1."
                                + " Highest: 0:02 anger 0.9. On the whole rising, from about 0.2"
                                + " in the first half to 0.8 in the second: worse. 2 windows at or"
                                + " above 0.5, in 1 stretch; the longest lasts 2 windows.");
    }

    @Test
    void theSummaryOfNothingSaysSo() {
        var score = score(Mapping.precise());
        assertThat(SpokenSummary.of(score.series())).contains("nothing to be heard");
        assertThat(score.notes()).isEmpty();
        assertThat(score.levels().pitches()).isZero();
    }

    private static SonificationScore score(Mapping mapping, double... values) {
        return SonificationScore.of(Months.of(Measure.AHT, values), 900, mapping, AXIS);
    }
}
