package org.undertone.features.creak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.undertone.features.creak.MatlabNumbers.Numbers;
import org.undertone.storage.FileFormatException;

/**
 * A creak network among the numbers of a MATLAB file. MATLAB's {@code network} object keeps its weights in cells: {@code
 * IW{1,1}} {@code [unit][feature]}, {@code LW{2,1}} {@code [1][unit]}, {@code b{1}} {@code [unit][1]}, {@code b{2}} {@code
 * [1][1]}; the ranges of the features are vectors beside it. Nothing depends on where in the file they are: a part
 * is known by its shape and the name it is under, and of several what is nearest to the top wins.
 */
final class MatlabNetworkFile {
    private static final int FEATURES = CreakFeatures.COLUMNS;
    private static final int LISTED = 12;

    private final Path file;
    private final List<Numbers> found;

    private MatlabNetworkFile(Path file, List<Numbers> found) {
        this.file = file;
        this.found = found.stream()
                .sorted(Comparator.comparingInt(Numbers::depth))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * Reads the network.
     *
     * @throws FileFormatException where the file is damaged, or a part of the network is not in it
     */
    static CreakNetwork read(Path file) throws IOException {
        return new MatlabNetworkFile(file, MatlabNumbers.read(file)).network();
    }

    private CreakNetwork network() throws FileFormatException {
        double[][] hidden = hidden();
        int units = hidden.length;
        double[] outputs = take(
                "output weights, " + units + " in a vector such as LW{2,1}",
                numbers -> numbers.isVector(units) && numbers.named("lw.*|w2|.*(layer|output|second).*"));
        double[] biases = take(
                "hidden biases, " + units + " in a vector such as b{1}",
                numbers -> numbers.isVector(units) && numbers.named("b|b1|.*bias.*"));
        double outputBias = take(
                "output bias, a number such as b{2}",
                numbers -> numbers.isVector(1) && numbers.named("b|b2|b_?out.*|.*bias.*"))[0];
        double[] least = take(
                "least values of the features, " + FEATURES + " in a vector such as mini",
                numbers -> numbers.isVector(FEATURES) && numbers.named(".*(min|least|low).*"));
        double[] greatest = take(
                "greatest values of the features, " + FEATURES + " in a vector such as maxi",
                numbers -> numbers.isVector(FEATURES) && numbers.named(".*(max|greatest|high).*"));
        try {
            return new CreakNetwork(least, greatest, hidden, biases, outputs, outputBias);
        } catch (IllegalArgumentException e) {
            throw new FileFormatException(file, "network", e.getMessage(), e);
        }
    }

    /** Input weights, {@code [unit][feature]}; a table with the features in rows is turned. */
    private double[][] hidden() throws FileFormatException {
        Numbers table = find(
                "hidden weights, a table of units x " + FEATURES + " features such as IW{1,1}",
                List.of(
                        numbers -> numbers.columns() == FEATURES && numbers.rows() > 1 && numbers.named("iw.*|.*w1.*"),
                        numbers -> numbers.columns() == FEATURES && numbers.rows() > 1,
                        numbers -> numbers.rows() == FEATURES && numbers.columns() > 1));
        boolean turned = table.columns() != FEATURES;
        int units = turned ? table.columns() : table.rows();
        var hidden = new double[units][FEATURES];
        for (int unit = 0; unit < units; unit++) {
            for (int feature = 0; feature < FEATURES; feature++) {
                hidden[unit][feature] = turned ? table.value(feature, unit) : table.value(unit, feature);
            }
        }
        return hidden;
    }

    private double[] take(String what, Predicate<Numbers> test) throws FileFormatException {
        return find(what, List.of(test)).values();
    }

    /** The first array that passes the first test that one passes; it is then used up. */
    private Numbers find(String what, List<Predicate<Numbers>> tests) throws FileFormatException {
        for (Predicate<Numbers> test : tests) {
            for (Numbers numbers : found) {
                if (test.test(numbers)) {
                    found.remove(numbers);
                    return numbers;
                }
            }
        }
        throw new FileFormatException(
                file,
                "variables",
                "hold no " + what + "; what else they hold is "
                        + (found.isEmpty()
                                ? "no numbers"
                                : found.stream()
                                                .limit(LISTED)
                                                .map(Numbers::describe)
                                                .collect(Collectors.joining(", "))
                                        + (found.size() > LISTED ? " and " + (found.size() - LISTED) + " more" : "")));
    }
}
