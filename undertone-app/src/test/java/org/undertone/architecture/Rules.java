package org.undertone.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the drawing and the style rules forbid, each violation in one sentence. */
final class Rules {
    static final String ROOT = "org.undertone";
    private static final String COMMAND_LINE = "cli";

    private static final Pattern STANDARD_STREAM = Pattern.compile("java\\.lang\\.System\\.(out|err)");

    /** Sources of random numbers that take no seed, or come with one that nobody chose. */
    private static final Pattern UNSEEDED = Pattern.compile("java\\.lang\\.(Strict)?Math\\.random\\(\\)"
            + "|java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)"
            + "|java\\.util\\.concurrent\\.ThreadLocalRandom(\\..*)?"
            + "|java\\.security\\.SecureRandom(\\..*)?"
            + "|java\\.util\\.UUID\\.randomUUID\\(\\)"
            + "|java\\.util\\.Collections\\.shuffle\\(List\\)"
            + "|java\\.util\\.random\\.RandomGenerator\\.(getDefault|of)\\(.*\\)"
            + "|java\\.util\\.random\\.RandomGeneratorFactory\\.create\\(\\)");

    /** Every exception is serializable by inheritance; reading and writing objects, or asking for it, is what counts. */
    private static final Pattern SERIALIZATION = Pattern.compile(
            "java\\.io\\.(Serializable|Externalizable|Object(Input|Output)(Stream)?(\\$\\w+)?)(\\..*)?");

    private static final Pattern TYPE = Pattern.compile("(?:[a-z]\\w*\\.)*[A-Z]\\w*");

    private Rules() {}

    /** Every violation of the drawing and of the style rules, each with the first place where it was seen. */
    static List<String> violations(Drawing drawing, Set<String> present, List<Use> uses) {
        var violations = new ArrayList<String>();
        for (String name : present) {
            if (!drawing.packages().contains(name)) {
                violations.add("package " + name + " is not drawn in ARCHITECTURE.md");
            }
        }
        for (String name : drawing.packages()) {
            if (!present.contains(name)) {
                violations.add("package " + name + " is drawn in ARCHITECTURE.md but is not there");
            }
        }
        List<String> cycle = drawing.cycle();
        if (!cycle.isEmpty()) {
            violations.add("the drawing has a cycle: " + String.join(" --> ", cycle));
        }
        var known = new TreeSet<>(present);
        known.addAll(drawing.packages());
        var places = new LinkedHashMap<String, String>();
        for (Use use : uses) {
            complaint(use, drawing, known).ifPresent(complaint -> places.putIfAbsent(complaint, use.place()));
        }
        places.forEach((complaint, place) -> violations.add(complaint + ": " + place));
        return violations;
    }

    private static Optional<String> complaint(Use use, Drawing drawing, Set<String> known) {
        String used = use.used();
        String begin = use.from() + " uses ";
        if (used.startsWith(ROOT + ".")) {
            String to = Packages.holding(Packages.below(ROOT, used), known).orElse("");
            return to.equals(use.from()) || drawing.allows(use.from(), to)
                    ? Optional.empty()
                    : Optional.of(
                            begin + type(used) + " without an arrow to " + (to.isEmpty() ? "a known package" : to));
        }
        if (STANDARD_STREAM.matcher(used).matches() && !use.from().equals(COMMAND_LINE)) {
            return Optional.of(begin + used + ", which belongs to cli");
        }
        if (UNSEEDED.matcher(used).matches()) {
            return Optional.of(begin + used + ", randomness without a seed");
        }
        if (SERIALIZATION.matcher(used).matches()) {
            return Optional.of(begin + used + ", the serialization of Java");
        }
        return Optional.empty();
    }

    /** The type in the name of a member: up to the first part that begins with a capital letter. */
    private static String type(String used) {
        Matcher name = TYPE.matcher(used);
        return name.lookingAt() ? name.group() : used;
    }
}
