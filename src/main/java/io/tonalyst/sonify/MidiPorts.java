// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Sequencer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The MIDI devices of this machine that notes can be sent to. May block: not for the UI thread. */
public final class MidiPorts {
    private static final Logger LOG = LoggerFactory.getLogger(MidiPorts.class);

    private MidiPorts() {}

    /**
     * A device opened for sending.
     *
     * @param name of the device
     * @param receiver what takes the messages
     */
    public record Port(String name, Receiver receiver, MidiDevice device) implements AutoCloseable {
        @Override
        public void close() {
            receiver.close();
            device.close();
        }
    }

    /** Names of the devices in the order of the system; of those of one name the first counts. */
    public static List<String> names() {
        return devices().stream().map(d -> d.getDeviceInfo().getName()).distinct().toList();
    }

    /**
     * Opens a device by its name or a part of it that no other has; capitals do not matter.
     *
     * @throws SoundMappingException with one sentence, if there is none or it is in use
     */
    public static Port open(String name) throws SoundMappingException {
        List<MidiDevice> devices = devices();
        if (devices.isEmpty()) {
            throw new SoundMappingException("This machine has no MIDI device to play on.");
        }
        MidiDevice device = choose(devices, name);
        String full = device.getDeviceInfo().getName();
        try {
            device.open();
            return new Port(full, device.getReceiver(), device);
        } catch (MidiUnavailableException | IllegalArgumentException e) {
            device.close();
            throw new SoundMappingException(
                    "The MIDI device '" + full + "' cannot be opened: another program may use it.",
                    e);
        }
    }

    private static MidiDevice choose(List<MidiDevice> devices, String name)
            throws SoundMappingException {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        List<MidiDevice> alike = new ArrayList<>();
        for (MidiDevice device : devices) {
            String here = device.getDeviceInfo().getName().toLowerCase(Locale.ROOT);
            if (here.equals(wanted)) {
                return device;
            }
            if (!wanted.isEmpty() && here.contains(wanted)) {
                alike.add(device);
            }
        }
        if (alike.size() == 1) {
            return alike.getFirst();
        }
        throw new SoundMappingException(
                "%s MIDI device is named '%s'; there %s: %s."
                        .formatted(
                                alike.isEmpty() ? "No" : "More than one",
                                name,
                                devices.size() == 1 ? "is" : "are",
                                String.join(", ", names())));
    }

    private static List<MidiDevice> devices() {
        List<MidiDevice> devices = new ArrayList<>();
        for (MidiDevice.Info info : MidiSystem.getMidiDeviceInfo()) {
            try {
                MidiDevice device = MidiSystem.getMidiDevice(info);
                if (device.getMaxReceivers() != 0 && !(device instanceof Sequencer)) {
                    devices.add(device);
                }
            } catch (MidiUnavailableException | IllegalArgumentException e) {
                LOG.debug("A MIDI device is passed over: {}", info, e);
            }
        }
        return devices;
    }
}
