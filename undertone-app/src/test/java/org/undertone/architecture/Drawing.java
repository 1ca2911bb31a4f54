package org.undertone.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mermaid graph of a markdown text: its nodes are packages below the root package, an arrow means "may import".
 *
 * <p>What can be drawn: {@code graph}, {@code subgraph name["title"]} and {@code end}, a node {@code corpus} or {@code
 * kernel["network.kernel"]} (the label is the package where there is one), arrows {@code a --> b & c}, and comments
 * {@code %%}.
 *
 * @param arrows for every drawn package what it may import, which is empty for most
 */
record Drawing(Map<String, Set<String>> arrows) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```mermaid\\s*$(.*?)^```\\s*$");
    private static final Pattern FRAME =
            Pattern.compile("(graph|flowchart)\\s+(TB|TD|BT|LR|RL)|subgraph\\s+.*|end|direction\\s+\\w+|%%.*|");
    private static final Pattern NODE = Pattern.compile("([A-Za-z][\\w.]*)(?:\\[\"?([\\w.]+)\"?])?");

    /**
     * Reads the one mermaid block of a markdown text.
     *
     * @throws IllegalArgumentException where there is no block, more than one, or a line that cannot be read
     */
    static Drawing parse(String markdown) {
        Matcher block = BLOCK.matcher(markdown);
        if (!block.find()) {
            throw new IllegalArgumentException("there is no mermaid drawing");
        }
        String graph = block.group(1);
        if (block.find()) {
            throw new IllegalArgumentException("there is more than one mermaid drawing");
        }
        // A node may be named by an arrow before the line that gives it its label.
        var labels = new HashMap<String, String>();
        graph.lines().forEach(line -> readLabels(line, labels));
        var arrows = new TreeMap<String, Set<String>>();
        graph.lines().forEach(line -> readLine(line.strip(), labels, arrows));
        return new Drawing(arrows);
    }

    private static void readLabels(String line, Map<String, String> labels) {
        if (!FRAME.matcher(line.strip()).matches()) {
            NODE.matcher(line)
                    .results()
                    .filter(node -> node.group(2) != null)
                    .forEach(node -> labels.put(node.group(1), node.group(2)));
        }
    }

    private static void readLine(String line, Map<String, String> labels, Map<String, Set<String>> arrows) {
        if (FRAME.matcher(line).matches()) {
            return;
        }
        List<String> before = List.of();
        for (String step : line.split("\\s*-->\\s*", -1)) {
            var nodes = new ArrayList<String>();
            for (String node : step.split("\\s*&\\s*", -1)) {
                Matcher name = NODE.matcher(node.strip());
                if (!name.matches()) {
                    throw new IllegalArgumentException("the drawing has a line that cannot be read: " + line);
                }
                nodes.add(labels.getOrDefault(name.group(1), name.group(1)));
            }
            nodes.forEach(node -> arrows.computeIfAbsent(node, name -> new TreeSet<>()));
            before.forEach(from -> arrows.get(from).addAll(nodes));
            before = nodes;
        }
    }

    Set<String> packages() {
        return arrows.keySet();
    }

    boolean allows(String from, String to) {
        return arrows.getOrDefault(from, Set.of()).contains(to);
    }

    /** One cycle of arrows, as its packages in order with the first repeated at the end; empty where there is none. */
    List<String> cycle() {
        var done = new TreeSet<String>();
        for (String start : packages()) {
            List<String> cycle = cycleFrom(start, new ArrayDeque<>(), done);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        return List.of();
    }

    private List<String> cycleFrom(String node, Deque<String> path, Set<String> done) {
        if (path.contains(node)) {
            var cycle = new ArrayList<>(path);
            cycle.subList(0, cycle.indexOf(node)).clear();
            cycle.add(node);
            return cycle;
        }
        if (done.contains(node)) {
            return List.of();
        }
        path.addLast(node);
        for (String next : arrows.getOrDefault(node, Set.of())) {
            List<String> cycle = cycleFrom(next, path, done);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        path.removeLast();
        done.add(node);
        return List.of();
    }
}
