package org.undertone.corpus;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Maps that always list their entries in the same order, so that files made from them have the same bytes. */
final class Ordered {
    private Ordered() {}

    static <V> Map<String, V> copyOf(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
