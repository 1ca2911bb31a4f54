package org.undertone.cli;

import java.nio.file.Path;

/** A kind of thing that {@code undertone inspect} can also draw. */
interface PlottableInspection extends Inspection {
    /** The drawing of one; nothing is read yet. */
    RecordingPlot plot(Path path);
}
