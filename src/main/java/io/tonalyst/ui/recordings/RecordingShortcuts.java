// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys of this workspace. Keys that a control in focus needs itself stay with it: Space on a
 * button, arrows in a list.
 */
final class RecordingShortcuts {
    private static final double STEP = 0.02;
    private static final double LARGE_STEP = 0.25;

    /** What a page moves the view by, of its length. */
    private static final double PAGE = 0.75;

    private final PaneContext context;
    private final Runnable exportPng;
    private final Runnable exportFilm;
    private final Runnable explain;
    private final Runnable hear;
    private final EmotionWalk walk;
    private final EdgeKeys edges;

    RecordingShortcuts(
            PaneContext context,
            Runnable exportPng,
            Runnable exportFilm,
            Runnable explain,
            Runnable hear,
            EmotionWalk walk) {
        this.context = context;
        this.exportPng = exportPng;
        this.exportFilm = exportFilm;
        this.explain = explain;
        this.hear = hear;
        this.walk = walk;
        this.edges = new EdgeKeys(context);
    }

    /**
     * Takes Space before lists and tables do, which would choose the row that is chosen already.
     */
    void filter(KeyEvent event) {
        boolean inRows =
                event.getTarget() instanceof ListView || event.getTarget() instanceof TableView;
        if (event.getCode() == KeyCode.SPACE && inRows) {
            handle(event);
        }
    }

    /** Takes a key that no control wanted. */
    void handle(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || context.audible().isEmpty()) {
            return;
        }
        RecordingSession session = context.audible().get();
        boolean taken =
                event.isShortcutDown()
                        ? command(event, session)
                        : playback(event) || view(event, session);
        if (taken) {
            event.consume();
        }
    }

    private boolean command(KeyEvent event, RecordingSession session) {
        switch (event.getCode()) {
            case E -> (event.isShiftDown() ? exportFilm : exportPng).run();
            case Z -> {
                if (event.isShiftDown()) {
                    session.redo();
                } else {
                    session.undo();
                }
            }
            case Y -> session.redo();
            case LEFT -> edges.step(!event.isShiftDown(), -1);
            case RIGHT -> edges.step(!event.isShiftDown(), 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean playback(KeyEvent event) {
        PlayerModel player = context.player();
        switch (event.getCode()) {
            case SPACE -> {
                if (event.getTarget() instanceof ButtonBase
                        || event.getTarget() instanceof ComboBoxBase) {
                    return false;
                }
                player.toggle();
            }
            case ESCAPE -> {
                if (player.isPlaying()) {
                    player.stop();
                } else {
                    context.session().ifPresent(RecordingSession::clearSelection);
                }
            }
            case L -> player.setLooping(!player.isLooping());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean view(KeyEvent event, RecordingSession session) {
        TimeAxisModel axis = session.axis();
        double step = axis.span() * (event.isShiftDown() ? LARGE_STEP : STEP);
        switch (event.getCode()) {
            case HOME -> go(axis, 0);
            case END -> go(axis, axis.duration());
            case LEFT -> go(axis, context.player().position() - step);
            case RIGHT -> go(axis, context.player().position() + step);
            case PLUS, ADD, EQUALS -> zoom(2);
            case MINUS, SUBTRACT -> zoom(0.5);
            case PAGE_UP -> axis.pan(-PAGE * axis.span());
            case PAGE_DOWN -> axis.pan(PAGE * axis.span());
            case OPEN_BRACKET -> selectFrom(session, context.player().position());
            case CLOSE_BRACKET -> selectTo(session, context.player().position());
            case C -> context.nextChannel();
            case F -> axis.fit();
            case E -> explain.run();
            case H -> hear.run();
            case X -> edges.toggleSpeech();
            case I -> edges.toPlayhead(true);
            case O -> edges.toPlayhead(false);
            case G -> walk.strongest();
            case N -> walk.step(event.isShiftDown() ? -1 : 1);
            case Z -> session.selection().ifPresent(axis::show);
            case A -> session.select(new TimeRange(0, axis.duration()));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Moves the start of the selection; without one it reaches to the end of the view. */
    private static void selectFrom(RecordingSession session, double start) {
        double end =
                session.selection()
                        .map(TimeRange::end)
                        .filter(e -> e > start)
                        .orElse(session.axis().end());
        session.select(TimeRange.between(start, end));
    }

    /** Moves the end of the selection; without one it begins where the view does. */
    private static void selectTo(RecordingSession session, double end) {
        double start =
                session.selection()
                        .map(TimeRange::start)
                        .filter(s -> s < end)
                        .orElse(session.axis().start());
        session.select(TimeRange.between(start, end));
    }

    /** Zooms about the playhead when it is in view, else about the middle. */
    void zoom(double factor) {
        context.audible()
                .ifPresent(
                        session -> {
                            TimeAxisModel axis = session.axis();
                            double playhead = context.player().position();
                            boolean visible = axis.isInView(playhead);
                            axis.zoom(visible ? playhead : (axis.start() + axis.end()) / 2, factor);
                        });
    }

    private void go(TimeAxisModel axis, double seconds) {
        double time = Math.clamp(seconds, 0.0, axis.duration());
        context.player().seek(time);
        axis.reveal(time);
    }
}
