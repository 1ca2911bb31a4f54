package org.undertone.media;

import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/** The lines that sound comes in by: what is used of the Java library, so that tests can have lines of their own. */
interface SoundLines {
    /** Names of what has a line to record from. */
    List<String> names();

    /** Whether one can record in a format. */
    boolean supports(String name, AudioFormat format);

    /** Opens the line of one; it is not started. */
    TargetDataLine open(String name, AudioFormat format, int bufferBytes) throws LineUnavailableException;

    /** The lines of this machine. */
    static SoundLines ofMachine() {
        return new SoundLines() {
            @Override
            public List<String> names() {
                List<String> names = new ArrayList<>();
                for (Mixer.Info mixer : AudioSystem.getMixerInfo()) {
                    if (AudioSystem.getMixer(mixer).getTargetLineInfo().length > 0
                            && AudioSystem.getMixer(mixer)
                                    .isLineSupported(new DataLine.Info(TargetDataLine.class, null))) {
                        names.add(mixer.getName());
                    }
                }
                return names;
            }

            @Override
            public boolean supports(String name, AudioFormat format) {
                return mixer(name).isLineSupported(new DataLine.Info(TargetDataLine.class, format));
            }

            @Override
            public TargetDataLine open(String name, AudioFormat format, int bufferBytes)
                    throws LineUnavailableException {
                var line = (TargetDataLine) mixer(name).getLine(new DataLine.Info(TargetDataLine.class, format));
                line.open(format, bufferBytes);
                return line;
            }

            private Mixer mixer(String name) {
                for (Mixer.Info mixer : AudioSystem.getMixerInfo()) {
                    if (mixer.getName().equals(name)) {
                        return AudioSystem.getMixer(mixer);
                    }
                }
                throw new IllegalArgumentException("there is no microphone '" + name + "' any more");
            }
        };
    }
}
