package org.undertone.server;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;

/** The columns of the voice source over time, as a page draws them. */
final class Tracks {
    private static final List<String> NAMES =
            List.of("F0", "VUV", "NAQ", "QOQ", "H1H2", "PSP", "MDQ", "peakSlope", "Rd", "creak");
    private static final int[] COLUMNS =
            NAMES.stream().mapToInt(FrameColumns.COVAREP::index).toArray();
    private static final double DIGITS = 4;

    /** {@code [time][track]}. */
    private float[] values = new float[NAMES.size() * 64];

    private int count;

    void add(Frames frames) {
        for (int frame = 0; frame < frames.count(); frame++) {
            if (count + NAMES.size() > values.length) {
                values = Arrays.copyOf(values, 2 * values.length);
            }
            for (int column : COLUMNS) {
                values[count++] = (float) frames.value(frame, column);
            }
        }
    }

    /** An object: seconds from a value to the next, and an array for each track. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("hopSeconds", Frames.HOP_SECONDS);
        for (int track = 0; track < NAMES.size(); track++) {
            json.writeArrayFieldStart(NAMES.get(track));
            for (int at = track; at < count; at += NAMES.size()) {
                writeRounded(json, values[at]);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeRounded(JsonGenerator json, double value) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNull();
            return;
        }
        double scale = Math.pow(10, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value))));
        double rounded = value == 0 || !(scale < 1e300) ? 0 : Math.rint(value * scale) / scale;
        if (rounded == Math.rint(rounded) && Math.abs(rounded) < 1e9) {
            json.writeNumber((long) rounded);
        } else {
            json.writeNumber(rounded);
        }
    }
}
