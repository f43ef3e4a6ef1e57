// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import io.tonalyst.kpi.CallLog;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Finds the calls whose log names the recording: by the whole path, or, for recordings that have
 * moved, by the end of the path that both have in common.
 */
final class PathMatcher {
    private final CallLog log;
    private final Path folder;
    private final Map<String, List<Integer>> byName = new HashMap<>();

    /**
     * @param folder from which relative paths in the log are resolved
     */
    PathMatcher(CallLog log, Path folder) {
        this.log = log;
        this.folder = folder.toAbsolutePath().normalize();
        for (int row = 0; row < log.size(); row++) {
            String text = log.recording(row);
            if (!text.isEmpty()) {
                byName.computeIfAbsent(lastPart(text), key -> new ArrayList<>()).add(row);
            }
        }
    }

    void match(
            List<AnalysedRecording> recordings,
            Map<Integer, JoinedLog.Match> found,
            Map<Path, String> reasons) {
        for (AnalysedRecording recording : recordings) {
            List<Integer> rows = rows(recording.file());
            if (rows.size() > 1) {
                reasons.put(
                        recording.file(),
                        rows.size() + " calls of the log name a recording like this.");
            } else if (rows.size() == 1) {
                int row = rows.getFirst();
                JoinedLog.Match taken = found.get(row);
                if (taken == null) {
                    found.put(
                            row, new JoinedLog.Match(recording.file(), row, OptionalLong.empty()));
                } else {
                    reasons.put(
                            recording.file(),
                            "Its call in the log already has " + taken.file().getFileName() + ".");
                }
            }
        }
    }

    /** The calls whose path fits best; several only if none fits better than the others. */
    private List<Integer> rows(Path file) {
        String name = lastPart(file.toString());
        List<Integer> candidates = byName.get(name);
        if (candidates == null) {
            int dot = name.lastIndexOf('.');
            candidates = byName.getOrDefault(dot > 0 ? name.substring(0, dot) : name, List.of());
        }
        var best = new ArrayList<Integer>();
        int most = 0;
        for (int row : candidates) {
            int common = isSame(log.recording(row), file) ? Integer.MAX_VALUE : common(row, file);
            if (common > most) {
                best.clear();
                most = common;
            }
            if (common == most) {
                best.add(row);
            }
        }
        return best;
    }

    private boolean isSame(String text, Path file) {
        try {
            return folder.resolve(text.replace('\\', '/')).normalize().equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Parts at the end of both paths that are equal, at least the name. */
    private int common(int row, Path file) {
        String[] wanted = parts(log.recording(row));
        String[] there = parts(file.toString());
        int same = 1;
        while (same < wanted.length
                && same < there.length
                && wanted[wanted.length - 1 - same].equals(there[there.length - 1 - same])) {
            same++;
        }
        return same;
    }

    private static String lastPart(String path) {
        String[] parts = parts(path);
        return parts.length == 0 ? "" : parts[parts.length - 1];
    }

    private static String[] parts(String path) {
        return path.strip().toLowerCase(Locale.ROOT).replace('\\', '/').split("/+");
    }
}
