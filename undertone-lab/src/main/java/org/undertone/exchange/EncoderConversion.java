package org.undertone.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.undertone.features.FrameColumns;
import org.undertone.features.Standardizer;
import org.undertone.features.StandardizerSettings;
import org.undertone.model.DenseWeights;
import org.undertone.model.EncoderDescription;
import org.undertone.model.GruEncoderSettings;
import org.undertone.model.GruEncoderWeights;
import org.undertone.model.PretrainedEncoder;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.JsonFile;
import org.undertone.storage.SafetensorsFile;

/** An encoder from weights that PyTorch or Keras trained and that were saved as safetensors. */
public final class EncoderConversion {
    private static final String MEAN = "standardizer.mean";
    private static final String DEVIATION = "standardizer.standard_deviation";

    private EncoderConversion() {}

    /**
     * Reads the weights. Layers, units and columns are read off the shapes. Of a dense layer there may be one, after the last
     * recurrent layer; without one the units themselves are the outputs. Columns are standardised by the tensors {@code
     * standardizer.mean} and {@code standardizer.standard_deviation}, and not at all where there are none.
     *
     * @throws FileFormatException where the file is damaged, is no GRU that runs forward, or holds a tensor that the encoder
     *     has no place for
     */
    public static PretrainedEncoder read(Path file, ConversionSettings settings) throws IOException {
        try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
            var saved = new SavedWeights(tensors);
            GruParts parts = settings.layout().parts(saved);
            FrameColumns columns = columns(saved, parts, settings);
            Standardizer standardizer = standardizer(saved, columns);
            if (!saved.unused().isEmpty()) {
                throw saved.fault(
                        saved.unused().get(0),
                        "has no place in an encoder, which is a GRU and one dense layer;"
                                + " leave it out of the file");
            }
            DenseWeights output = parts.output().orElseGet(() -> identity(parts.hidden()));
            try {
                return new PretrainedEncoder(
                        standardizer,
                        new GruEncoderSettings(
                                parts.inputs(), parts.hidden(), parts.layers().size(), output.bias().length),
                        new GruEncoderWeights(parts.layers(), output),
                        new EncoderDescription(settings.frameRate(), provenance(file, settings), JsonFile.object()));
            } catch (IllegalArgumentException e) {
                throw new FileFormatException(file, "tensors", e.getMessage(), e);
            }
        }
    }

    private static FrameColumns columns(SavedWeights saved, GruParts parts, ConversionSettings settings)
            throws FileFormatException {
        FrameColumns columns = settings.columns().orElse(FrameColumns.COVAREP);
        if (columns.count() != parts.inputs()) {
            throw saved.fault("are those of a GRU that takes " + parts.inputs() + " columns, but "
                    + (settings.columns().isPresent() ? "the names given are " : "COVAREP has ") + columns.count()
                    + "; name the columns it takes");
        }
        return columns;
    }

    private static Standardizer standardizer(SavedWeights saved, FrameColumns columns) throws IOException {
        int count = columns.count();
        if (saved.has(MEAN) != saved.has(DEVIATION)) {
            throw saved.fault(saved.has(MEAN) ? DEVIATION : MEAN, "is missing, although the other of the two is there");
        }
        var deviations = new double[count];
        Arrays.fill(deviations, 1);
        boolean given = saved.has(MEAN);
        double[] mean = given ? saved.doubles(MEAN, count) : new double[count];
        try {
            return new Standardizer(
                    columns, mean, given ? saved.doubles(DEVIATION, count) : deviations, StandardizerSettings.DEFAULT);
        } catch (IllegalArgumentException e) {
            throw saved.fault(e.getMessage());
        }
    }

    private static DenseWeights identity(int units) {
        var weights = new float[Math.multiplyExact(units, units)];
        for (int unit = 0; unit < units; unit++) {
            weights[unit * units + unit] = 1;
        }
        return new DenseWeights(weights, new float[units]);
    }

    private static ObjectNode provenance(Path file, ConversionSettings settings) {
        return JsonFile.object()
                .put("converted from", String.valueOf(file.getFileName()))
                .put("layout", settings.layout().label());
    }
}
