// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of the window. */
final class Shortcuts {
    /**
     * A key and what it does.
     *
     * @param keys such as {@code Ctrl+O}
     */
    record Key(String keys, String action) {}

    private static final List<Key> EVERYWHERE =
            List.of(
                    new Key("Ctrl+O", "Open files"),
                    new Key("Ctrl+Shift+O, S", "Open, save a session"),
                    new Key("Ctrl+1, 2, 3, 4", "Recordings, KPIs, Models, Library"),
                    new Key("Ctrl+D", "Dark or light theme"),
                    new Key("F1", "Help"),
                    new Key("Space", "Play or pause"),
                    new Key("Home / End", "To the start / the end"),
                    new Key("L", "Loop"));

    private static final List<Key> RECORDINGS =
            List.of(
                    new Key("+ / -, wheel", "Zoom in / out, by wheel at the pointer"),
                    new Key("Page Up / Page Down, Shift+wheel, middle drag", "Pan"),
                    new Key("[ / ], drag", "Start / end of the selection at the playhead"),
                    new Key("C", "The next channel, for notes on it"),
                    new Key("F / Z", "Fit the whole / zoom to the selection"),
                    new Key("A / Esc", "Select all / nothing, or stop"),
                    new Key("Left / Right, click", "Move the playhead; with Shift further"),
                    new Key("G", "Go to the angriest stretch, or of the emotion chosen in Go to"),
                    new Key("N / Shift+N", "Next segment of that emotion / the one before"),
                    new Key("I / O", "Segment begins / ends at the playhead"),
                    new Key("X", "The segment is no speech, or is after all"),
                    new Key("Ctrl+Left, Right", "Begin of the segment 20 ms; with Shift its end"),
                    new Key("Drag an edge", "Move it, in the rows of segments"),
                    new Key("E", "What speaks for the emotion of the selection"),
                    new Key("H", "Hear the emotions as tones instead of the recording"),
                    new Key("Ctrl+R", "Record from a microphone"),
                    new Key("Ctrl+Z / Ctrl+Shift+Z", "Undo / redo a correction"),
                    new Key("Ctrl+E / Ctrl+Shift+E", "Picture of the view / film with its sound"));

    private static final List<Key> KPIS =
            List.of(
                    new Key("Left / Right", "Step a day, with its tone; with Shift a week"),
                    new Key("Up / Down", "Agent before / after"),
                    new Key(", / .", "Slower / faster"),
                    new Key("M", "Mute"),
                    new Key("A / B", "Start / end of the loop at this day"),
                    new Key("S", "The notes alone, or with all that belongs to them"),
                    new Key("[ / ]", "To the lowest / highest value"),
                    new Key("R", "Read out what is to be heard"),
                    new Key("Page Up / Page Down", "A step of a chart without sound"),
                    new Key("Enter, double click", "The calls of the day; there, its recording"),
                    new Key("Esc / Alt+Left", "Back to the chart / to the calls"),
                    new Key("Arrows, Home / End", "Walk the chart of Explore or Agents"));

    private static final List<Key> MODELS =
            List.of(
                    new Key("Arrows, Home / End", "Walk the items of the chart in focus"),
                    new Key("Esc", "Leave them"),
                    new Key("Ctrl+C", "Copy the table in focus"));

    private Shortcuts() {}

    /** The keys of each area, in the order in which they are shown. */
    static Map<String, List<Key>> byArea() {
        var areas = new LinkedHashMap<String, List<Key>>();
        areas.put("Everywhere", EVERYWHERE);
        areas.put("Recordings", RECORDINGS);
        areas.put("KPIs", KPIS);
        areas.put("Models", MODELS);
        return areas;
    }
}
