// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.capture;

import java.util.List;
import java.util.Optional;

/** The inputs of sound of a machine. */
public interface Inputs {
    /** Names of the devices, the default one first; empty where there is none. Asks the system. */
    List<String> devices();

    /**
     * Opens a device.
     *
     * @param device one of {@link #devices}, or a part of the name of just one; empty for the
     *     default
     * @throws CaptureException with one sentence, if there is none or it is in use
     */
    InputLine open(Optional<String> device) throws CaptureException;
}
