package org.undertone.experiment;

/** What part a method plays in a comparison. */
public enum MethodKind {
    /** What the experiment is about. */
    PROPOSED,
    /** What it is to be compared with. */
    BASELINE,
    /** What a gain has to be credited against. */
    CONTROL,
    /** What needs no input at all. */
    DUMMY
}
