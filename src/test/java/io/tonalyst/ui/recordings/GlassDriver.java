// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.ClipboardAssistance;
import com.sun.glass.ui.View;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.stage.Stage;

/**
 * Drives the native view of a window where the headless platform's robot falls short: drags that
 * carry their button, wheels, dropped files. FX thread only; coordinates are those of the scene.
 */
final class GlassDriver {
    private static final int MOUSE_DOWN = 221;
    private static final int MOUSE_UP = 222;
    private static final int MOUSE_DRAG = 223;
    private static final int MOUSE_MOVE = 224;
    private static final int NO_BUTTON = 211;
    private static final int LEFT = 212;
    private static final int LEFT_DOWN = 1 << 5;
    private static final Class<?>[] MOUSE = {
        int.class,
        int.class,
        int.class,
        int.class,
        int.class,
        int.class,
        int.class,
        boolean.class,
        boolean.class
    };
    private static final Class<?>[] SCROLL = {
        int.class,
        int.class,
        int.class,
        int.class,
        double.class,
        double.class,
        int.class,
        int.class,
        int.class,
        int.class,
        int.class,
        double.class,
        double.class
    };
    private static final Class<?>[] DROP = {int.class, int.class, int.class, int.class, int.class};

    private final com.sun.glass.ui.Window window;
    private final View view;

    GlassDriver(Stage stage) throws ReflectiveOperationException {
        Method getPeer = javafx.stage.Window.class.getDeclaredMethod("getPeer");
        getPeer.setAccessible(true);
        Object peer = getPeer.invoke(stage);
        window = (com.sun.glass.ui.Window) platformWindow(peer.getClass()).invoke(peer);
        view = window.getView();
    }

    private static Method platformWindow(Class<?> type) throws NoSuchMethodException {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            try {
                Method method = c.getDeclaredMethod("getPlatformWindow");
                method.setAccessible(true);
                return method;
            } catch (NoSuchMethodException declaredHigherUp) {
                continue;
            }
        }
        throw new NoSuchMethodException("getPlatformWindow");
    }

    void move(double x, double y) throws ReflectiveOperationException {
        mouse(MOUSE_MOVE, NO_BUTTON, x, y, 0);
    }

    /** Presses the left button, drags to another point in small steps, and releases. */
    void drag(double fromX, double y, double toX) throws ReflectiveOperationException {
        mouse(MOUSE_MOVE, NO_BUTTON, fromX, y, 0);
        mouse(MOUSE_DOWN, LEFT, fromX, y, LEFT_DOWN);
        double step = Math.copySign(3, toX - fromX);
        for (double x = fromX; Math.abs(toX - x) > 3; x += step) {
            mouse(MOUSE_DRAG, LEFT, x, y, LEFT_DOWN);
        }
        mouse(MOUSE_DRAG, LEFT, toX, y, LEFT_DOWN);
        mouse(MOUSE_UP, LEFT, toX, y, 0);
    }

    /** Presses and releases in one place. */
    void click(double x, double y) throws ReflectiveOperationException {
        mouse(MOUSE_MOVE, NO_BUTTON, x, y, 0);
        mouse(MOUSE_DOWN, LEFT, x, y, LEFT_DOWN);
        mouse(MOUSE_UP, LEFT, x, y, 0);
    }

    /** Turns the wheel, away from the user for positive steps. */
    void wheel(double x, double y, double steps) throws ReflectiveOperationException {
        call(
                view,
                "notifyScroll",
                SCROLL,
                (int) x,
                (int) y,
                screenX(x),
                screenY(y),
                0.0,
                steps,
                0,
                1,
                0,
                0,
                0,
                40.0,
                40.0);
    }

    /**
     * Drops files.
     *
     * @return whether the window took them
     */
    @SuppressWarnings("unchecked")
    boolean drop(double x, double y, List<Path> files) throws ReflectiveOperationException {
        var field = Clipboard.class.getDeclaredField("clipboards");
        field.setAccessible(true);
        var constructor = Clipboard.class.getDeclaredConstructor(String.class);
        constructor.setAccessible(true);
        Clipboard board = constructor.newInstance("TEST-DND");
        ((Map<String, Clipboard>) field.get(null)).put(Clipboard.DND, board);
        HashMap<String, Object> data = new HashMap<>();
        data.put(
                Clipboard.FILE_LIST_TYPE,
                files.stream().map(Path::toString).toArray(String[]::new));
        Method share =
                Clipboard.class.getDeclaredMethod(
                        "setSharedData", ClipboardAssistance.class, HashMap.class, int.class);
        share.setAccessible(true);
        share.invoke(board, null, data, Clipboard.ACTION_COPY_OR_MOVE);
        int action = 0;
        for (String step : List.of("notifyDragEnter", "notifyDragOver", "notifyDragDrop")) {
            action =
                    (int)
                            call(
                                    view,
                                    step,
                                    DROP,
                                    (int) x,
                                    (int) y,
                                    screenX(x),
                                    screenY(y),
                                    Clipboard.ACTION_COPY);
        }
        return action == Clipboard.ACTION_COPY;
    }

    private void mouse(int type, int button, double x, double y, int modifiers)
            throws ReflectiveOperationException {
        call(
                view,
                "notifyMouse",
                MOUSE,
                type,
                button,
                (int) x,
                (int) y,
                screenX(x),
                screenY(y),
                modifiers,
                false,
                false);
    }

    private int screenX(double x) {
        return (int) x + window.getX();
    }

    private int screenY(double y) {
        return (int) y + window.getY();
    }

    private static Object call(Object target, String name, Class<?>[] types, Object... arguments)
            throws ReflectiveOperationException {
        Method method = View.class.getDeclaredMethod(name, types);
        method.setAccessible(true);
        return method.invoke(target, arguments);
    }
}
