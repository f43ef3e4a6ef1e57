// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.Playback;
import io.tonalyst.sonify.Channel;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.ScoreVoice;
import io.tonalyst.sonify.SoundDesign.Property;
import io.tonalyst.sonify.SoundMappingStore;
import io.tonalyst.sonify.SoundPresets;
import io.tonalyst.time.Ticker;
import io.tonalyst.ui.RememberedStatus;
import io.tonalyst.work.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundModelTest {
    @TempDir Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final JobRunner jobs = new JobRunner("test", 1);
    private final KpiSelection selection = new KpiSelection(() -> {});
    private final ScoreController player =
            new ScoreController(new Playback(AudioSinks::silent, Ticker.system()), Runnable::run);

    @AfterEach
    void close() {
        player.close();
        jobs.close();
    }

    private SoundModel model() {
        return new SoundModel(
                selection,
                player,
                new SoundMappingStore(folder.resolve("sounds")),
                jobs,
                Runnable::run,
                new RememberedStatus(said, problems));
    }

    @Test
    void aVoiceThatIsSoloedIsHeardAloneAndMutesComeBackAfterwards() {
        SoundModel model = model();
        model.mute(ScoreVoice.TICKS, true);
        assertThat(selection.silentProperty().get()).isEqualTo(Set.of(ScoreVoice.TICKS));
        model.toggleSolo();
        assertThat(selection.silentProperty().get())
                .contains(ScoreVoice.EARCONS, ScoreVoice.TICKS)
                .doesNotContain(ScoreVoice.FIRST);
        model.toggleSolo();
        assertThat(selection.silentProperty().get()).isEqualTo(Set.of(ScoreVoice.TICKS));
        model.mute(ScoreVoice.TICKS, false);
        assertThat(selection.silentProperty().get()).isEmpty();
    }

    @Test
    void aDesignIsSavedUnderItsNameAndIsThereTheNextTime() throws Exception {
        SoundModel model = model();
        var design = SoundPresets.precise().with(Property.PAN, Channel.following("time", -1, 1));
        selection.mappingProperty().set(new Mapping.Designed(design.named("my mapping")));
        assertThat(model.mappings()).extracting(Mapping::key).contains("my mapping");
        model.save("precise");
        assertThat(problems)
                .containsExactly("'precise' is a mapping of the program: choose another name.");
        model.save("  team talk ");
        await(() -> Files.exists(folder.resolve("sounds/team-talk.json")));
        await(() -> selection.mappingProperty().get().key().equals("team talk"));
        Path file = folder.resolve("elsewhere.json");
        model.export(file);
        await(() -> said.contains("Wrote " + file + "."));
        selection.mappingProperty().set(Mapping.precise());
        model.open(file);
        await(() -> selection.mappingProperty().get().key().equals("team talk"));

        SoundModel next = model();
        await(() -> next.mappings().stream().anyMatch(m -> m.key().equals("team talk")));
        assertThat(next.mappings()).startsWith(Mapping.all().toArray(Mapping[]::new));
        selection.mappingProperty().set(new Mapping.ReferenceSimple());
        next.save("mine");
        assertThat(problems.getLast()).startsWith("A reference mapping is always there");
    }

    @Test
    void whatCannotBeReadOrOpenedIsToldInOneSentence() throws Exception {
        SoundModel model = model();
        Path file = folder.resolve("broken.json");
        Files.writeString(file, "{}");
        model.open(file);
        await(() -> problems.stream().anyMatch(p -> p.contains("is no sound mapping")));
        assertThat(selection.mappingProperty().get()).isEqualTo(Mapping.precise());
        model.playOn("no such device");
        await(() -> problems.stream().anyMatch(p -> p.contains("MIDI device")));
        assertThat(model.deviceProperty().get()).isEmpty();
    }

    private static void await(BooleanSupplier condition) throws Exception {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
