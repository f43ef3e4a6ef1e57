// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings the clips of several sources together: each sound once, each id once. */
final class ClipCollector {
    private final Map<String, Clip> byId = new TreeMap<>();
    private final Map<String, String> idBySound = new HashMap<>();
    private final Map<Path, String> recordings = new HashMap<>();
    private final Set<String> titles = new HashSet<>();
    private final SourceProblems problems = new SourceProblems();
    private int unknown;

    SourceProblems problems() {
        return problems;
    }

    /** Counts a sound file whose name belongs to none of the published corpora. */
    void addUnknown() {
        unknown++;
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    CorpusScan scan() {
        return new CorpusScan(
                new ArrayList<>(byId.values()), unknown, problems.described(), problems.count());
    }

    /**
     * A name for a user's corpus that no source before has taken and that is none of the published
     * corpora.
     */
    String newTitle(String wanted) {
        String name = fit(wanted).isEmpty() ? "own" : fit(wanted);
        boolean published =
                Corpus.PUBLISHED.stream().anyMatch(c -> c.title().equalsIgnoreCase(name));
        String base = published ? name + "-own" : name;
        String title = base;
        for (int n = 2; !titles.add(title.toLowerCase(Locale.ROOT)); n++) {
            title = base + "-" + n;
        }
        return title;
    }

    /**
     * A name as it can stand in the project's own tables and as a file name: without delimiters,
     * quotation marks and control characters.
     */
    static String fit(String name) {
        return name.replaceAll("[,;\"|<>?*:\\p{Cntrl}]", "_").strip();
    }

    /** A place in a corpus as it can stand in an id, with forward slashes and no way out. */
    static String fitPlace(String place) {
        return Stream.of(place.replace('\\', '/').split("/"))
                .filter(step -> !step.isBlank() && !step.equals(".") && !step.equals(".."))
                .map(ClipCollector::fit)
                .collect(Collectors.joining("/"));
    }

    /** The name of the recording a file holds, the same for every source that names the file. */
    String recording(Path file, String wanted) {
        return recordings.computeIfAbsent(
                file.toAbsolutePath().normalize(),
                f -> ClipNames.parse(f).map(Clip::recording).orElse(wanted));
    }

    /**
     * Adds a clip of a published corpus. Where one is found more than once, sound wins over an
     * image, then the first.
     */
    void addPublished(Clip clip) {
        Clip before = byId.get(clip.id());
        if (before != null
                && !(before.kind() == ClipKind.LOG_MEL && clip.kind() == ClipKind.AUDIO)) {
            return;
        }
        byId.put(clip.id(), clip);
        idBySound.put(sound(clip), clip.id());
    }

    /**
     * Adds a user's clip. Where the same sound has been added before, it takes the place of that
     * one: corrections come after what they correct.
     */
    void addOwn(Clip clip) {
        String sound = sound(clip);
        String before = idBySound.get(sound);
        if (before != null) {
            Clip replaced = byId.remove(before);
            if (replaced != null && replaced.emotion() != clip.emotion()) {
                problems.add(
                        "%s is labelled twice, first %s; the later label %s is used."
                                .formatted(
                                        clip.id(), replaced.emotion().key(), clip.emotion().key()));
            }
        }
        Clip named = clip;
        for (int n = 2; byId.containsKey(named.id()); n++) {
            named = named(clip, clip.id() + "~" + n);
        }
        byId.put(named.id(), named);
        idBySound.put(sound, named.id());
    }

    private static Clip named(Clip clip, String id) {
        return new Clip(
                id,
                clip.corpus(),
                clip.speaker(),
                clip.emotion(),
                clip.path(),
                clip.kind(),
                clip.recording(),
                clip.part());
    }

    private static String sound(Clip clip) {
        return clip.path().toAbsolutePath().normalize() + clip.part().suffix();
    }
}
