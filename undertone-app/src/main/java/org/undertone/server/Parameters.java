package org.undertone.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undertone.model.WindowSettings;

/** What a query string asks for; unknown names are refused with those there are. */
final class Parameters {
    private static final double LEAST_HOP_SECONDS = 0.1;
    private static final int MOST_OVERLAP = 32;

    private final Map<String, List<String>> values;

    Parameters(Map<String, List<String>> values, Set<String> known) throws ProblemException {
        this.values = values;
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw wrong("there is no parameter '" + shown(name) + "'; there are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    Optional<String> text(String name) throws ProblemException {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw wrong("parameter '" + name + "' is given " + given.size() + " times; give it once");
        }
        return given.stream().findFirst();
    }

    boolean flag(String name) throws ProblemException {
        String text = text(name).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong("parameter '" + name + "' must be true or false but is '" + shown(text) + "'");
        }
        return text.equals("true");
    }

    Optional<Double> number(String name) throws ProblemException {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.parseDouble(text.get()));
        } catch (NumberFormatException e) {
            throw wrong("parameter '" + name + "' must be a number but is '" + shown(text.get()) + "'");
        }
    }

    /** Length and hop of windows; empty where no window is asked for. */
    Optional<WindowSettings> windows() throws ProblemException {
        Optional<Double> window = number("window");
        Optional<Double> hop = number("hop");
        if (window.isEmpty() && hop.isEmpty()) {
            return Optional.empty();
        }
        if (window.isEmpty()) {
            throw wrong("parameter 'hop' needs 'window' beside it");
        }
        return Optional.of(windows(window.get(), hop.orElse(WindowSettings.DEFAULT.hopSeconds())));
    }

    /** What overlaps is judged many times, and what is short is much to tell: a small request must not become large work. */
    private static WindowSettings windows(double window, double hop) throws ProblemException {
        if (hop < LEAST_HOP_SECONDS || window > MOST_OVERLAP * hop) {
            throw wrong("windows may begin every " + LEAST_HOP_SECONDS + " s or less often, and " + MOST_OVERLAP
                    + " may overlap, but of " + window + " s every " + hop + " s there are more; make the hop longer");
        }
        try {
            return new WindowSettings(window, hop);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemKind.BAD_PARAMETER, sentence);
    }

    /** What somebody sent, as a sentence may repeat it. */
    static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 60 ? printable : printable.substring(0, 60) + "…";
    }
}
