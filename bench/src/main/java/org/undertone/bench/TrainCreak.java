package org.undertone.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.undertone.features.creak.CreakNetwork;
import org.undertone.features.source.Quirks;
import org.undertone.storage.JsonFile;

/**
 * Trains our creak networks, one on features with the original's quirks and one on mended ones, on the posteriors of the
 * original for EmoDB; prints how near they come on speakers they have not seen; writes them.
 */
public final class TrainCreak {
    private static final long SEED = 3;
    /** A woman and a man in each. */
    private static final List<List<String>> FOLDS = List.of(
            List.of("03", "08"), List.of("10", "09"), List.of("11", "13"), List.of("12", "14"), List.of("15", "16"));

    private final Path data;
    private final Path target;

    private TrainCreak(Path data, Path target) {
        this.data = data;
        this.target = target;
    }

    /**
     * Trains from a directory with {@code emodb}, {@code emodb-covarep} and {@code covarep-golden} into another, both networks
     * or that for {@code kept} or {@code mended} quirks.
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2 || !Files.isDirectory(Path.of(arguments[0], "emodb-covarep"))) {
            System.err.println("train-creak: there is no 'emodb-covarep' in the data directory: "
                    + String.join(" ", arguments) + "; give the directory of the data and one for the networks");
            System.exit(1);
        }
        var training = new TrainCreak(Path.of(arguments[0]), Path.of(arguments[1]));
        for (Quirks quirks : Quirks.values()) {
            if (arguments.length == 2 || quirks.name().equalsIgnoreCase(arguments[2])) {
                training.run(quirks);
            }
        }
    }

    private void run(Quirks quirks) throws IOException {
        List<CreakExample> emoDb = CreakExample.emoDb(data, quirks);
        List<CreakExample> golden = CreakExample.golden(data, quirks);
        System.out.printf("%nquirks %s%n%-34s%9s%9s%9s%9s%9s%n", quirks, "", "frames", "creaky", "r", "MAE", "AUROC");
        Map<String, CreakScore> scores = new TreeMap<>();
        var goldenUnseen = new CreakScore();
        for (List<String> fold : FOLDS) {
            CreakNetwork network = CreakTrainer.train(
                    emoDb.stream()
                            .filter(example -> !fold.contains(example.speaker()))
                            .toList(),
                    SEED);
            var score = new CreakScore();
            emoDb.stream()
                    .filter(example -> fold.contains(example.speaker()))
                    .forEach(example -> score.add(network, example));
            golden.stream()
                    .filter(example -> fold.contains(example.speaker()))
                    .forEach(example -> goldenUnseen.add(network, example));
            print("unseen speakers " + String.join(" and ", fold), score);
            scores.put(String.join(" ", fold), score);
        }
        var all = new CreakScore();
        scores.values().forEach(all::add);
        print("all unseen speakers", all);
        CreakNetwork network = CreakTrainer.train(emoDb, SEED);
        var seen = new CreakScore();
        emoDb.forEach(example -> seen.add(network, example));
        print("written network, seen speakers", seen);
        var goldenOthers = new CreakScore();
        golden.stream().filter(example -> !example.name().startsWith("emodb")).forEach(example -> {
            var score = new CreakScore();
            score.add(network, example);
            print("  " + example.name(), score);
            goldenOthers.add(score);
        });
        print("golden but EmoDB", goldenOthers);
        goldenUnseen.add(goldenOthers);
        print("golden, speakers unseen", goldenUnseen);
        write(network, quirks, emoDb.size(), all, goldenOthers);
    }

    private static void print(String what, CreakScore score) {
        System.out.printf(
                Locale.ROOT,
                "%-34s%9d%9d%9.4f%9.4f%9.4f%n",
                what.substring(0, Math.min(34, what.length())),
                score.frames(),
                score.creakyFrames(),
                score.correlation(),
                score.meanAbsoluteError(),
                score.areaUnderCurve());
    }

    private void write(CreakNetwork network, Quirks quirks, int utterances, CreakScore unseen, CreakScore golden)
            throws IOException {
        ObjectNode object = JsonFile.object();
        ObjectNode provenance = object.putObject("provenance");
        provenance.put("made by", "bench/train-creak");
        provenance.put("features", quirks == Quirks.KEPT ? "COVAREP 1.4.2's quirks kept" : "mended");
        provenance.put("targets", "posteriors of COVAREP for " + utterances + " utterances of EmoDB");
        provenance.put("seed", SEED);
        provenance.put("epochs", CreakTrainer.EPOCHS);
        provenance.put("learning rate", CreakTrainer.LEARNING_RATE);
        provenance.put("weight decay", CreakTrainer.WEIGHT_DECAY);
        provenance.put("utterances per batch", CreakTrainer.UTTERANCES_PER_BATCH);
        provenance.put("correlation, unseen speakers of EmoDB", rounded(unseen.correlation()));
        provenance.put("correlation, other recordings", rounded(golden.correlation()));
        provenance.put("mean absolute error, unseen speakers of EmoDB", rounded(unseen.meanAbsoluteError()));
        provenance.put("area under curve, unseen speakers of EmoDB", rounded(unseen.areaUnderCurve()));
        put(object.putArray("least"), network.least());
        put(object.putArray("greatest"), network.greatest());
        ArrayNode hidden = object.putArray("hidden");
        for (double[] weights : network.hidden()) {
            put(hidden.addArray(), weights);
        }
        put(object.putArray("hiddenBias"), network.hiddenBias());
        put(object.putArray("output"), network.output());
        put(object.putArray("outputBias"), new double[] {network.outputBias()});
        JsonFile.write(target.resolve("network-" + quirks.name().toLowerCase(Locale.ROOT) + ".json"), object);
    }

    private static void put(ArrayNode array, double[] values) {
        for (double value : values) {
            array.add((float) value);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
