package org.undertone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.undertone.audio.WavFile;
import org.undertone.corpus.Seed;
import org.undertone.extraction.GeneratedAudio;
import org.undertone.extraction.Recording;

/** The clips of a demonstration. */
public final class DemoCorpus {
    /** What every result of it has to say first. */
    public static final String NOTE =
            "The voices are synthetic: a program says random syllables and changes its voice by"
                    + " rules from the literature on emotional speech. Scores tell that the software works, and nothing about"
                    + " people.";

    /** Number of the rules by which the voices speak; another one wherever a sample comes out differently. */
    static final int RULES = 1;

    private static final int EXAMPLE_SPEAKERS = 2;

    private final List<DemoClip> clips;

    private DemoCorpus(List<DemoClip> clips) {
        this.clips = clips;
    }

    /** The clips of a size and a seed, always the same. */
    public static DemoCorpus of(DemoSettings settings, long seed) {
        var clips = new ArrayList<DemoClip>();
        for (int number = 0; number < settings.speakers(); number++) {
            SpeakerProfile speaker = SpeakerProfile.of(number, seed);
            var chance = new Chance(Seed.derive(seed, "moods", number));
            for (Mood mood : Mood.series(settings.clipsPerSpeaker(), chance)) {
                String id = String.format(
                        Locale.ROOT, "%s-%02d", speaker.name(), clips.size() % settings.clipsPerSpeaker() + 1);
                clips.add(new DemoClip(id, speaker, mood, Seed.derive(seed, "clip", id)));
            }
        }
        return new DemoCorpus(List.copyOf(clips));
    }

    /** The clips as recordings that are made when their samples are asked for. */
    public List<Recording> recordings() {
        return clips.stream().map(DemoCorpus::recording).toList();
    }

    private static Recording recording(DemoClip clip) {
        String recipe = "synthetic voice, rules " + RULES + ", seed " + clip.seed() + ", " + clip.speaker() + ", "
                + clip.mood().labels();
        var audio = new GeneratedAudio(
                clip.id(), recipe, Delivery.RATE, clip.delivery().sampleCount(), clip::samples);
        return Recording.whole(clip.id(), clip.speaker().name(), clip.labels(), audio);
    }

    /** What the frames depend on besides the samples, and that nobody spoke. */
    public Map<String, String> description() {
        return Map.of("voice", NOTE);
    }

    /**
     * Writes what the first two speakers say without emotion and with each at its strongest as WAV files, to be listened
     * to: {@code voice-01-anger.wav}.
     */
    public void writeExamples(Path directory) throws IOException {
        for (DemoClip clip : clips) {
            Optional<String> what = clip.mood().example();
            Path file = directory.resolve(clip.speaker().name() + "-" + what.orElse("") + ".wav");
            if (what.isPresent() && clip.speaker().number() < EXAMPLE_SPEAKERS && !Files.exists(file)) {
                WavFile.write(file, clip.samples(), Delivery.RATE);
            }
        }
    }

    List<DemoClip> clips() {
        return clips;
    }
}
