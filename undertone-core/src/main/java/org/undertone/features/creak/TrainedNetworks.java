package org.undertone.features.creak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.undertone.features.source.Quirks;

/** The networks that {@code bench/train-creak} made; where from and how good they are stands in their files. */
final class TrainedNetworks {
    /** Those read so far: mostly one. */
    private static final Map<Quirks, CreakNetwork> NETWORKS = new ConcurrentHashMap<>();

    private TrainedNetworks() {}

    static CreakNetwork of(Quirks quirks) {
        return NETWORKS.computeIfAbsent(
                quirks, which -> read("network-" + which.name().toLowerCase(Locale.ROOT) + ".json"));
    }

    private static CreakNetwork read(String resource) {
        try (InputStream stream = TrainedNetworks.class.getResourceAsStream(resource)) {
            JsonNode object = new JsonMapper().readTree(stream);
            var hidden = new double[object.get("hidden").size()][];
            for (int unit = 0; unit < hidden.length; unit++) {
                hidden[unit] = numbers(object.get("hidden").get(unit));
            }
            return new CreakNetwork(
                    numbers(object.get("least")),
                    numbers(object.get("greatest")),
                    hidden,
                    numbers(object.get("hiddenBias")),
                    numbers(object.get("output")),
                    numbers(object.get("outputBias"))[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " in this program is damaged", e);
        }
    }

    private static double[] numbers(JsonNode array) {
        var numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).doubleValue();
        }
        return numbers;
    }
}
