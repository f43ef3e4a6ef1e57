// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.session.Recovery;
import io.tonalyst.session.SessionDocument;
import io.tonalyst.session.SessionFile;
import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for session files, and offers the last session on the start page. */
final class SessionMenu {
    private final SessionDesk desk;
    private final Runnable showRecordings;
    private final Supplier<@Nullable Window> owner;

    SessionMenu(SessionDesk desk, Runnable showRecordings, Supplier<@Nullable Window> owner) {
        this.desk = desk;
        this.showRecordings = showRecordings;
        this.owner = owner;
    }

    MenuItem openItem() {
        return WindowBar.item("Open session…", "Shortcut+Shift+O", this::chooseToOpen);
    }

    MenuItem saveItem() {
        return WindowBar.item("Save session as…", "Shortcut+Shift+S", this::chooseToSave);
    }

    /** Opens a session file and shows its recordings. */
    void open(Path file) {
        showRecordings.run();
        desk.open(file);
    }

    /** Offers a session that an ended program left. */
    void offer(Recovery.Offer offer, LandingView landing) {
        landing.showOffer(
                "Continue the last session",
                text(offer),
                () -> {
                    landing.hideOffer();
                    showRecordings.run();
                    desk.take(offer);
                });
    }

    private static String text(Recovery.Offer offer) {
        SessionDocument session = offer.session();
        return String.format(
                Locale.ROOT,
                "%s, %s, saved %s",
                count(session.recordings().size(), "recording"),
                count(session.remarks(), "correction or note", "corrections and notes"),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(Locale.UK)
                        .withZone(ZoneId.systemDefault())
                        .format(offer.saved()));
    }

    private static String count(int number, String one) {
        return count(number, one, one + "s");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private void chooseToOpen() {
        File file = chooser("Open a session").showOpenDialog(owner.get());
        if (file != null) {
            open(file.toPath());
        }
    }

    private void chooseToSave() {
        FileChooser chooser = chooser("Save the session");
        chooser.setInitialFileName(
                desk.file()
                        .map(f -> String.valueOf(f.getFileName()))
                        .orElse("calls" + SessionFile.ENDING));
        File file = chooser.showSaveDialog(owner.get());
        if (file != null) {
            desk.saveAs(file.toPath());
        }
    }

    private static FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                "Tonalyst sessions", "*" + SessionFile.ENDING));
        return chooser;
    }
}
