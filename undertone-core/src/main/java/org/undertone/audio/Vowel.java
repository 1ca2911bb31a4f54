package org.undertone.audio;

/**
 * Vowels by their formants: the means over men of Hillenbrand, Getty, Clark and Wheeler, "Acoustic characteristics of
 * American English vowels", JASA 97, 1995, table V, for the lowest three; 3500 and 4500 Hz above them. Bandwidths are
 * those that Klatt and Klatt (JASA 87, 1990) begin with.
 */
public enum Vowel {
    /** As in heed. */
    HEED(342, 2322, 3000),
    /** As in hid. */
    HID(427, 2034, 2684),
    /** As in head. */
    HEAD(580, 1799, 2605),
    /** As in had. */
    HAD(588, 1952, 2601),
    /** As in hod. */
    HOD(768, 1333, 2522),
    /** As in hawed. */
    HAWED(652, 997, 2538),
    /** As in hood. */
    HOOD(469, 1122, 2434),
    /** As in who'd. */
    WHOD(378, 997, 2343),
    /** As in hud. */
    HUD(623, 1200, 2550);

    private static final double FOURTH = 3500;
    private static final double FIFTH = 4500;

    private final TractState tract;

    Vowel(double first, double second, double third) {
        this.tract = new TractState(
                new double[] {first, second, third, FOURTH, FIFTH}, new double[] {60, 90, 150, 200, 250});
    }

    /** The tract that makes it, of a man of mean size. */
    public TractState tract() {
        return tract;
    }

    /** The tube without a constriction: odd multiples of 500 Hz (Fant, "Acoustic theory of speech production", 1960). */
    public static TractState neutral() {
        return new TractState(new double[] {500, 1500, 2500, FOURTH, FIFTH}, new double[] {60, 90, 150, 200, 250});
    }
}
