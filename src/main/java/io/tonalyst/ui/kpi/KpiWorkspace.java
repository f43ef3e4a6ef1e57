// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.LatestDaySums;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.playback.Playback;
import io.tonalyst.session.KpiState;
import io.tonalyst.sonify.SoundMappingStore;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.ui.Workspace;
import io.tonalyst.ui.kpi.calls.CallRecordings;
import io.tonalyst.ui.kpi.calls.CallsModel;
import io.tonalyst.ui.kpi.calls.CallsPage;
import io.tonalyst.ui.kpi.calls.JoinBar;
import io.tonalyst.ui.kpi.calls.JoinModel;
import io.tonalyst.ui.kpi.explore.AgentsPage;
import io.tonalyst.ui.kpi.explore.ExploreModel;
import io.tonalyst.ui.kpi.explore.ExplorePage;
import io.tonalyst.ui.kpi.explore.OverviewModel;
import io.tonalyst.ui.kpi.views.ChartView;
import io.tonalyst.ui.kpi.views.ChartsModel;
import io.tonalyst.work.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The KPIs of a call centre: a month of one agent as a chart that draws itself in step with its
 * sound, beside its figures.
 */
public final class KpiWorkspace implements Workspace {
    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".txt", ".tab", ".xlsx");

    /** Name of the page that is shown at first. */
    public static final String MOTION = "Charts";

    /** Name of the page with questions to the whole log. */
    public static final String EXPLORE = "Explore";

    /** Name of the page with the calls of a day. */
    public static final String CALLS = "Calls";

    /** Name of the page with all agents over many periods. */
    public static final String AGENTS = "Agents";

    private final KpiViewModel model;
    private final ScoreController player;
    private final KpiExport export;
    private final SoundModel sound;
    private final KpiView content;
    private final Imports imports;
    private final ExploreModel explore;
    private final OverviewModel overview;
    private final JoinModel joining;
    private final KpiSession session;
    private final JoinBar joinBar;
    private final CallsModel calls;
    private final CallsPage callsPage;
    private final ChartsArea charts;
    private final StackPane view = new StackPane();

    /**
     * @param logs reads call logs of known kinds
     * @param mappings what the columns of others mean
     * @param calculator makes series, score and sound
     * @param playback of this workspace alone, closed with it
     * @param jobs where work is done
     * @param palette of the window, now and after a change of theme
     * @param sample the bundled call log; it may be missing
     * @param recordings that can be joined to calls
     */
    public KpiWorkspace(
            KpiViewModel.LogSource logs,
            MappingStore mappings,
            KpiCalculator calculator,
            Playback playback,
            JobRunner jobs,
            FxExecutor ui,
            StatusReporter status,
            ObservableValue<Palette> palette,
            Path sample,
            CallRecordings recordings) {
        this.model = new KpiViewModel(logs, calculator, jobs, ui, status);
        this.player = new ScoreController(playback, ui);
        this.export = new KpiExport(jobs, status);
        this.sound =
                new SoundModel(
                        model.selection(), player, SoundMappingStore.ofUser(), jobs, ui, status);
        var files = FileChoice.dialogs(view);
        this.imports = new Imports(model, mappings, jobs, ui, status, files);
        this.explore =
                new ExploreModel(
                        model.importedProperty(), model.selection().filterProperty(), jobs, ui);
        var sums = new LatestDaySums();
        var exports = export.into(files);
        var others = new LinkedHashMap<String, Node>();
        others.put(EXPLORE, new ExplorePage(explore, palette, exports).view());
        this.overview =
                new OverviewModel(
                        model.importedProperty(),
                        model.selection().filterProperty(),
                        sums,
                        jobs,
                        ui);
        others.put(AGENTS, new AgentsPage(overview, palette, exports).view());
        this.charts = new ChartsArea(model, player, export, exports, sums, jobs, ui, palette);
        this.joining = new JoinModel(recordings, this::openCalls, model::showJoined, ui, status);
        this.callsPage =
                new CallsPage(
                        recordings,
                        () -> showPage(MOTION),
                        this::stepCalls,
                        joining.joinedProperty());
        this.calls =
                new CallsModel(
                        model.importedProperty(), model.selection().filterProperty(), callsPage);
        others.put(CALLS, callsPage.view());
        this.joinBar =
                new JoinBar(joining, () -> files.folder("Join recordings"), () -> showPage(CALLS));
        model.importedProperty().addListener((property, before, after) -> joining.follow(after));
        this.content =
                new KpiView(
                        model,
                        player,
                        sound,
                        export,
                        files,
                        imports,
                        others,
                        joinBar,
                        this::showCalls,
                        charts,
                        palette);
        charts.model().stepper().stepwiseProperty().bind(player.steppedProperty());
        content.pages().shownProperty().subscribe(this::turned);
        this.session =
                new KpiSession(
                        model,
                        joining,
                        charts.model(),
                        imports,
                        content.pages().shownProperty(),
                        status);
        var empty =
                new EmptyState(
                        () -> files.open().ifPresent(model::open),
                        imports::choose,
                        imports::openDatabase,
                        () -> model.open(sample),
                        Files.isRegularFile(sample));
        new KpiKeys(
                view,
                player,
                model.selection(),
                content.sounds(),
                this::isMotionShown,
                this::showCalls);
        view.getStyleClass().add("kpi-workspace");
        // Brought to the front it takes the keys, until a control is chosen.
        view.setFocusTraversable(true);
        view.setAccessibleRole(AccessibleRole.TEXT);
        view.setAccessibleText(
                "Key figures: Space plays the month, left and right step through its days");
        view.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) {
                                view.requestFocus();
                            }
                        });
        imports.shownProperty().subscribe(shown -> arrange(shown, empty.view()));
        model.importedProperty()
                .subscribe(imported -> arrange(imports.shownProperty().get(), empty.view()));
        model.shownProperty().addListener((property, before, after) -> play(before, after));
    }

    /** The import, the open log, or what to do before there is one. */
    private void arrange(boolean importing, Node empty) {
        Node shown = model.importedProperty().get() == null ? empty : content.view();
        view.getChildren().setAll(importing ? imports.view() : shown);
    }

    /** The keys of the motion chart belong to it alone, and it is silent when it is not seen. */
    private boolean isMotionShown() {
        return MOTION.equals(content.pages().shownProperty().get())
                && charts.followsSound()
                && !imports.shownProperty().get();
    }

    private void turned(String page) {
        explore.activeProperty().set(EXPLORE.equals(page));
        overview.activeProperty().set(AGENTS.equals(page));
        if (CALLS.equals(page)) {
            day().ifPresent(day -> calls.show(day.agent(), day.date()));
        }
        if (!MOTION.equals(page)) {
            player.pause();
            charts.model().stepper().pause();
        }
    }

    /** Shows a view of the first page: the line, or one of the charts beside it. */
    public void showView(ChartView view) {
        content.pages().show(MOTION);
        charts.show(view);
    }

    /** The charts beside the line. */
    public ChartsModel charts() {
        return charts.model();
    }

    /** Shows a page of the open log by its name, such as {@link #EXPLORE}. */
    public void showPage(String name) {
        content.pages().show(name);
    }

    /** Whether charts go from step to step while they play, without moving between them. */
    public BooleanProperty reducedMotionProperty() {
        return player.steppedProperty();
    }

    /** The agent and day under the playhead. */
    private record AgentDay(int agent, LocalDate date) {}

    private Optional<AgentDay> day() {
        KpiShown shown = model.shownProperty().get();
        if (shown == null) {
            return Optional.empty();
        }
        MotionFrame frame = shown.frame().at(player.dayPositionProperty().get());
        return Optional.of(
                new AgentDay(shown.request().query().agent(), frame.date(frame.currentDay())));
    }

    /** Goes from the chart to the calls of the day under the playhead. */
    public void showCalls() {
        showPage(CALLS);
    }

    private void stepCalls(int by) {
        calls.neighbour(by)
                .ifPresent(
                        date -> {
                            // The chart goes along, so that the way back leads to this day.
                            player.goTo(date.getDayOfMonth() - 1);
                            day().ifPresent(day -> calls.show(day.agent(), date));
                        });
    }

    private JoinModel.@Nullable OpenCalls openCalls() {
        KpiViewModel.OpenLog open = model.openLogProperty().get();
        CallLogImport read = model.importedProperty().get();
        // Recordings belong to single calls, which a log of sums does not have.
        boolean calls = read != null && !read.log().isGrouped();
        return open == null || read == null || !calls
                ? null
                : new JoinModel.OpenCalls(open.file(), read);
    }

    @Override
    public String title() {
        return "KPIs";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public boolean accepts(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return ENDINGS.stream().anyMatch(unpacked::endsWith);
    }

    @Override
    public void open(List<Path> files) {
        if (!files.isEmpty()) {
            model.open(files.getLast());
        }
    }

    @Override
    public void deactivate() {
        player.pause();
    }

    @Override
    public void close() {
        imports.close();
        explore.close();
        overview.close();
        joining.close();
        charts.close();
        sound.close();
        model.close();
        player.close();
    }

    /** What is chosen and shown. */
    public KpiViewModel model() {
        return model;
    }

    /** Importing logs whose columns have to be told. */
    public Imports imports() {
        return imports;
    }

    /** What is asked of the whole log. */
    public ExploreModel explore() {
        return explore;
    }

    /** All agents over many periods. */
    public OverviewModel overview() {
        return overview;
    }

    /** What is looked at, to be shown again later; empty before a log is open. */
    public Optional<KpiState> session() {
        return session.current();
    }

    /**
     * Shows what a session looked at, once its log has been read.
     *
     * @param recordings of the session
     */
    public void showSession(KpiState state, List<Path> recordings) {
        showPage(state.page());
        session.show(state, recordings);
    }

    /** Recordings joined to the calls of the open log. */
    public JoinModel joining() {
        return joining;
    }

    /** Shows or hides the choices for joining recordings. */
    public void showJoining(boolean on) {
        joinBar.toggle().setSelected(on);
    }

    /** The calls of a day. */
    public CallsPage calls() {
        return callsPage;
    }

    /** What is heard. */
    public ScoreController player() {
        return player;
    }

    /** How it is heard, and where. */
    public SoundModel sound() {
        return sound;
    }

    /** Writing what is shown to files. */
    public KpiExport export() {
        return export;
    }

    /**
     * Puts the sound of what is shown into the player: a new month at its end, so that the whole of
     * it is seen at first; the same month, heard differently, where the playhead is.
     */
    private void play(@Nullable KpiShown before, @Nullable KpiShown after) {
        sound.show(after);
        if (after == null) {
            player.unload();
        } else {
            if (before != null && before.isSameMonthAs(after)) {
                player.retune(after.sound(), after.score().days());
            } else {
                player.load(
                        after.sound(),
                        after.score().days(),
                        after.frame().days(),
                        charts.firstPosition(after));
            }
        }
    }
}
