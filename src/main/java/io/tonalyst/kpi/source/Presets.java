// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.CallLogException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The mappings that come with the program, written as saved ones are. */
public final class Presets {
    private static final List<String> NAMES =
            List.of("volaphone", "pwc", "technion", "scorecard", "agent-days");

    private final List<ColumnMapping> all;

    public Presets() {
        var json = new MappingJson();
        all = NAMES.stream().map(name -> load(json, name)).toList();
    }

    private static ColumnMapping load(MappingJson json, String name) {
        try (InputStream in = Presets.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("The preset " + name + " is missing");
            }
            return json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CallLogException e) {
            throw new IllegalStateException("The preset " + name + " is damaged", e);
        }
    }

    /** All of them. */
    public List<ColumnMapping> all() {
        return all;
    }

    /** The preset of a name. */
    public Optional<ColumnMapping> ofName(String name) {
        return all.stream().filter(m -> m.name().equalsIgnoreCase(name)).findFirst();
    }
}
