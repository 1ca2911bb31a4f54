package org.undertone.architecture;

/**
 * That a class of one package uses something.
 *
 * @param from the package, below the root package
 * @param used the full name of the class used, or of the member, such as {@code java.lang.System.out}
 * @param place where, for the reader of a violation
 */
record Use(String from, String used, String place) {}
