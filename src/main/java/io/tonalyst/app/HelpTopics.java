// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the help knows: the keys, and the concepts of the user guide in a sentence or two each. */
final class HelpTopics {
    /**
     * @param area where it belongs
     * @param name a key or a concept
     */
    record Topic(String area, String name, String text) {
        private boolean has(String word) {
            return (area + " " + name + " " + text).toLowerCase(Locale.ROOT).contains(word);
        }
    }

    private static final List<Topic> CONCEPTS =
            List.of(
                    concept(
                            "Acted emotion",
                            "The model knows expression as actors show it in short English clips."
                                    + " It does not know what a caller feels: do not judge people by"
                                    + " it."),
                    concept(
                            "Uncertain",
                            "The model's best guess was not good enough to be told. Pale stretches"
                                    + " in strips mean the same."),
                    concept(
                            "No emotion",
                            "Silence, hold music, ringing and dialling tones are not judged."),
                    concept(
                            "Explain",
                            "Parts of the spectrogram are blanked one after the other; where the"
                                    + " probability falls most, the answer rests."),
                    concept(
                            "AHT, average handle time",
                            "Mean of talk time and after-call work over the day's calls, in"
                                    + " seconds. The formula stands beside the chart."),
                    concept(
                            "FCR, first call resolution",
                            "Share of the calls that were resolved, in per cent, with its number"
                                    + " of calls and a 95 % band."),
                    concept(
                            "95 % band",
                            "Where the true figure would lie in 95 of 100 such months. Few calls"
                                    + " make it wide, and the tone soft."),
                    concept(
                            "Threshold",
                            "The limit you set. Days beyond it are marked, and a signal is heard"
                                    + " where the line crosses it."),
                    concept(
                            "Control limits",
                            "How far an agent's periods lie from the mean by chance alone. Only"
                                    + " what lies outside is an alert."),
                    concept(
                            "Measured and imported emotion",
                            "Measured comes from joined recordings. Imported is a column of the"
                                    + " log; that of VolaPhone logs was drawn at random and says"
                                    + " \u201cnot measured\u201d."),
                    concept(
                            "Sound mapping",
                            "What of the series is heard as pitch, loudness, side, brightness and"
                                    + " length. One sentence under the chart tells it; \u201cWhat"
                                    + " the sound means\u201d lets you hear it."),
                    concept(
                            "Session",
                            "Recordings, corrections, library and views in one .tonalyst file. It"
                                    + " saves itself every two seconds."),
                    concept(
                            "Library",
                            "Hundreds of recordings in one table, analysed in the background."
                                    + " Dropping more than 20 files fills it."),
                    concept(
                            "Clip and speaker protocol",
                            "Judged on other clips of known voices, or on voices never heard in"
                                    + " training. Expect the second."));

    private HelpTopics() {}

    /** All topics: concepts first, then the keys of each area. */
    static List<Topic> all() {
        var topics = new ArrayList<>(CONCEPTS);
        Shortcuts.byArea()
                .forEach(
                        (area, keys) ->
                                keys.forEach(
                                        key ->
                                                topics.add(
                                                        new Topic(
                                                                "Keys: " + area,
                                                                key.keys(),
                                                                key.action()))));
        return List.copyOf(topics);
    }

    /** The topics that have every word of a search, in whatever case; all for a blank one. */
    static List<Topic> matching(String search) {
        String[] words = search.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        return all().stream().filter(t -> Arrays.stream(words).allMatch(t::has)).toList();
    }

    private static Topic concept(String name, String text) {
        return new Topic("Concepts", name, text);
    }
}
