package org.undertone.demo;

/**
 * How large a demonstration is.
 *
 * @param speakers number of synthetic speakers, 2 to 99
 * @param clipsPerSpeaker how often each of them speaks, 1 to 999
 */
public record DemoSettings(int speakers, int clipsPerSpeaker) {
    /** What {@code undertone demo} makes: 288 clips, about 13 minutes. */
    public static final DemoSettings DEFAULT = new DemoSettings(12, 24);

    /** Checks the ranges. */
    public DemoSettings {
        if (speakers < 2 || speakers > 99) {
            throw new IllegalArgumentException("speakers must be 2 to 99 but are " + speakers);
        }
        if (clipsPerSpeaker < 1 || clipsPerSpeaker > 999) {
            throw new IllegalArgumentException("clips per speaker must be 1 to 999 but are " + clipsPerSpeaker);
        }
    }
}
