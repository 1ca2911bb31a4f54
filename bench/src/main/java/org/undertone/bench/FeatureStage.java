package org.undertone.bench;

/** A stage of the extraction of the 74 columns, as a row of {@link FeatureTable}. */
enum FeatureStage {
    RESIDUAL("LP residual", "0.09"),
    POLARITY("polarity (RESKEW)", "0.18"),
    PITCH("pitch and voicing (SRH)", "0.10"),
    CLOSURES("closure instants (SEDREAMS)", "0.09"),
    FLOW("glottal flow (IAIF)", "0.17"),
    QUALITY("NAQ, QOQ, H1H2, PSP", "0.6"),
    DISPERSION("MDQ", "0.08 with peakSlope"),
    SLOPE("peakSlope", "with MDQ"),
    SINUSOIDS("sinusoids", "0.29"),
    SOURCE_SHAPE("Rd, Rd_conf (MSP)", "2.8"),
    ENVELOPE("true envelope", "0.34 with mel-cepstrum"),
    MEL_CEPSTRUM("mel-cepstrum", "with true envelope"),
    PHASES("HMPDM, HMPDD", "1.0"),
    CREAK("creak", "1.4"),
    FRAMES("tracks onto 10 ms frames", "");

    private final String title;
    private final String original;

    FeatureStage(String title, String original) {
        this.title = title;
        this.original = original;
    }

    String title() {
        return title;
    }

    /** CPU seconds per second of speech that the stage takes in the original under Octave. */
    String original() {
        return original;
    }
}
