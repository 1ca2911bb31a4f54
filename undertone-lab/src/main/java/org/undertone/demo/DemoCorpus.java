package org.undertone.demo;

import java.util.ArrayList;
import java.util.List;
import org.undertone.corpus.Seed;

/** The clips of a demonstration. */
public final class DemoCorpus {
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
                String id = String.format("%s-%02d", speaker.name(), clips.size() % settings.clipsPerSpeaker() + 1);
                clips.add(new DemoClip(id, speaker, mood, Seed.derive(seed, "clip", id)));
            }
        }
        return new DemoCorpus(List.copyOf(clips));
    }

    List<DemoClip> clips() {
        return clips;
    }
}
