package org.undertone.features;

import org.undertone.features.source.Srh;
import org.undertone.signal.FrameGrid;

/** The column creak. */
final class CreakColumn {
    /** The pulses of creaky voice are slower than those of a modal one. */
    static final int LOWEST_HZ = 20;

    CreakColumn(StageSettings stages, ExtractorSettings settings) {}

    void put(double[] samples, double[] residual, Srh srh, FrameGrid grid, FrameTable table) {}
}
