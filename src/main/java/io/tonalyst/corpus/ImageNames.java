// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.emotion.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What clips, speakers and recordings are called in a folder of images. */
final class ImageNames {
    private final Map<String, String> clips;
    private final Map<String, String> speakers;
    private final Map<String, String> recordings;

    private ImageNames(
            Map<String, String> clips,
            Map<String, String> speakers,
            Map<String, String> recordings) {
        this.clips = clips;
        this.speakers = speakers;
        this.recordings = recordings;
    }

    /** The names they have. */
    static ImageNames kept() {
        return new ImageNames(Map.of(), Map.of(), Map.of());
    }

    /**
     * Numbers in place of names, the same number for the same name. The order of the numbers says
     * nothing of the order of the names.
     */
    static ImageNames numbered(List<Clip> clips) {
        return new ImageNames(
                number(clips.stream().map(Clip::id), "clip"),
                number(clips.stream().map(Clip::speaker).filter(s -> !s.isEmpty()), "speaker"),
                number(clips.stream().map(Clip::recording), "recording"));
    }

    String clip(Clip clip) {
        return clips.getOrDefault(clip.id(), clip.id());
    }

    /** Empty where the speaker is not known. */
    String speaker(Clip clip) {
        String number = speakers.get(clip.speaker());
        return number == null ? clip.speaker() : clip.corpus().title() + "-" + number;
    }

    String recording(Clip clip) {
        return recordings.getOrDefault(clip.recording(), clip.recording());
    }

    private static Map<String, String> number(Stream<String> names, String kind) {
        Map<String, String> numbers = new HashMap<>();
        names.distinct()
                .sorted(Comparator.comparing(ImageNames::hash))
                .forEach(
                        name ->
                                numbers.put(
                                        name,
                                        String.format(
                                                Locale.ROOT, "%s-%06d", kind, numbers.size() + 1)));
        return Map.copyOf(numbers);
    }

    private static String hash(String name) {
        return Sha256.of(name.getBytes(StandardCharsets.UTF_8));
    }
}
