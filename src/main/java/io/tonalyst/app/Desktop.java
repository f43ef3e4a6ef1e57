// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.playback.Playback;
import io.tonalyst.session.Recovery;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.Workspace;
import io.tonalyst.ui.models.RememberedFolders;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The open program: services, window, settings and what the menus do. FX thread only. */
final class Desktop implements AutoCloseable {
    /** Recordings that are opened at once at most; more go to the library. */
    private static final int MANY = 20;

    private final Home home;
    private final SettingsStore store;
    private final FxExecutor fx = new FxExecutor();
    private final StatusPane status = new StatusPane(fx);
    private final Wiring wiring;
    private final MainWindow window;
    private final LandingView landing;
    private final SessionDesk sessions;
    private final SessionMenu sessionMenu;
    private final HelpWindow help;
    private Settings settings;
    private final Subscription systemMotion;
    private @Nullable Stage stage;

    /**
     * @param recovery where the session is kept
     * @param results where results of batches are kept
     */
    Desktop(Home home, SettingsStore store, Recovery recovery, AnalysisStore results) {
        this.home = home;
        this.store = store;
        this.settings = store.load();
        this.wiring =
                new Wiring(
                        home, fx, status, corpusFolders(), results, this::openIn, this::openCall);
        this.window = new MainWindow(wiring.workspaces(), status, settings);
        this.landing =
                new LandingView(home.samples(), this::open, this::chooseFiles, this::startTour);
        this.sessions =
                new SessionDesk(
                        wiring.recordings(), wiring.library(), wiring.kpis(), recovery, fx, status);
        this.sessionMenu =
                new SessionMenu(sessions, () -> window.show(wiring.recordings()), this::owner);
        this.help = new HelpWindow(Playback::new, this::owner);
        window.onSession(sessionMenu::open);
        window.redirect(wiring.recordings(), wiring.library(), MANY);
        fillMenus();
        sessions.findLast(offer -> sessionMenu.offer(offer, landing));
        landing.showRecent(settings.recentFiles());
        window.showInstead(landing.view());
        Theme.apply(window.scene(), settings.dark());
        wiring.darkProperty().set(settings.dark());
        systemMotion =
                Platform.getPreferences().reducedMotionProperty().subscribe(this::applyMotion);
        applyMotion();
    }

    MainWindow window() {
        return window;
    }

    Wiring wiring() {
        return wiring;
    }

    SessionDesk sessions() {
        return sessions;
    }

    void show(Stage newStage) {
        stage = newStage;
        newStage.setTitle("Tonalyst");
        newStage.setScene(window.scene());
        newStage.setMinWidth(900);
        newStage.setMinHeight(600);
        newStage.show();
        FirstPicture.then(newStage, wiring::loadModel);
    }

    /** Opens files in their workspaces and remembers them. */
    void open(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        for (Path file : window.open(files)) {
            settings = settings.withRecent(file.toAbsolutePath().toString());
        }
        landing.showRecent(settings.recentFiles());
    }

    private void openIn(Workspace workspace, List<Path> files) {
        window.show(workspace);
        workspace.open(files);
    }

    /** Shows the recording of a call where it is angriest, with a way back to the calls. */
    private void openCall(Path recording, String from) {
        openIn(wiring.recordings(), List.of(recording));
        wiring.recordings().openAt(recording, Emotion.ANGRY, true);
        window.offerBack(from, wiring.kpis());
    }

    void setDark(boolean dark) {
        settings = settings.withDark(dark);
        Theme.apply(window.scene(), dark);
        wiring.darkProperty().set(dark);
    }

    /** Chooses how much may move; it holds from now on. */
    void setMotion(Motion motion) {
        settings = settings.withMotion(motion);
        applyMotion();
    }

    private void applyMotion() {
        boolean reduced = settings.motion().isReduced(Platform.getPreferences().isReducedMotion());
        wiring.reducedMotionProperty().set(reduced);
        status.setReducedMotion(reduced);
    }

    private RememberedFolders corpusFolders() {
        return new RememberedFolders() {
            @Override
            public List<Path> get() {
                return settings.corpusFolders().stream().map(Path::of).toList();
            }

            @Override
            public void set(List<Path> folders) {
                settings =
                        settings.withCorpusFolders(
                                folders.stream().map(f -> f.toAbsolutePath().toString()).toList());
            }
        };
    }

    private void fillMenus() {
        var bar = window.bar();
        var motions = new ToggleGroup();
        bar.addMenu(
                0,
                "_File",
                WindowBar.item("Open…", "Shortcut+O", this::chooseFiles),
                WindowBar.item("Open the samples", null, () -> open(home.samples())),
                WindowBar.separator(),
                sessionMenu.openItem(),
                sessionMenu.saveItem(),
                WindowBar.separator(),
                WindowBar.item("Start page", null, () -> window.showInstead(landing.view())),
                WindowBar.separator(),
                WindowBar.item("Quit", "Shortcut+Q", this::quit));
        bar.addMenu(
                1,
                "_View",
                WindowBar.item(
                        "Dark or light theme", "Shortcut+D", () -> setDark(!settings.dark())),
                WindowBar.separator(),
                motionItem(motions, Motion.SYSTEM),
                motionItem(motions, Motion.REDUCED),
                motionItem(motions, Motion.FULL));
        bar.addMenu(
                3,
                "_Help",
                WindowBar.item("Guided tour", null, this::startTour),
                WindowBar.item("Help and keys", "F1", help::show),
                WindowBar.item("What the sound means", null, help::showLesson),
                WindowBar.item("About Tonalyst", null, this::about));
    }

    private RadioMenuItem motionItem(ToggleGroup group, Motion motion) {
        var item = new RadioMenuItem(motion.title());
        item.setToggleGroup(group);
        item.setSelected(settings.motion() == motion);
        item.setOnAction(event -> setMotion(motion));
        return item;
    }

    private void chooseFiles() {
        var chooser = new FileChooser();
        chooser.setTitle("Open recordings or a call log");
        List<File> files = chooser.showOpenMultipleDialog(stage);
        if (files != null) {
            open(files.stream().map(File::toPath).toList());
        }
    }

    /** Runs the tour in this window; its files go where the headless tour puts them. */
    private void startTour() {
        new Tour(home, this, home.tourFolder(), status::say).start();
    }

    private void about() {
        var dialog =
                new Alert(
                        Alert.AlertType.NONE,
                        "Tonalyst recognises acted expression in speech, not what a caller feels."
                                + " It makes no network connection of its own.\n\n"
                                + "Free software under the GNU General Public License, version 3"
                                + " or later.",
                        ButtonType.CLOSE);
        dialog.initOwner(stage);
        dialog.setTitle("About Tonalyst");
        dialog.show();
    }

    private @Nullable Window owner() {
        return stage;
    }

    private void quit() {
        if (stage != null) {
            stage.close();
        }
    }

    @Override
    public void close() {
        var scene = window.scene();
        store.save(settings.withSize(scene.getWidth(), scene.getHeight()));
        systemMotion.unsubscribe();
        help.close();
        sessions.close();
        wiring.close();
    }
}
