package org.undertone.architecture;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Names of packages below a root package. */
final class Packages {
    private Packages() {}

    /** {@code network.kernel} for {@code org.undertone.network.kernel}. */
    static String below(String rootPackage, String name) {
        return name.startsWith(rootPackage + ".") ? name.substring(rootPackage.length() + 1) : name;
    }

    /** The longest of the packages in which a name below the root package lies. */
    static Optional<String> holding(String nameBelowRoot, Collection<String> packages) {
        return packages.stream()
                .filter(known -> nameBelowRoot.equals(known) || nameBelowRoot.startsWith(known + "."))
                .max(Comparator.comparingInt(String::length));
    }
}
