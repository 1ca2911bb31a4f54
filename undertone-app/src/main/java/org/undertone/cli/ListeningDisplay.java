package org.undertone.cli;

import java.io.IOException;
import java.util.Locale;
import org.undertone.model.Prediction;
import org.undertone.recognition.Hearing;
import org.undertone.recognition.ListeningListener;

/** Passes on to a view what {@code listen} hears, and says where the work does not keep up. */
final class ListeningDisplay implements ListeningListener {
    /** The work comes in pieces of a second. */
    static final double BEHIND_SECONDS = 2.5;

    private final ListeningView view;
    private final Interruption interruption;
    private boolean behind;

    ListeningDisplay(ListeningView view, Interruption interruption) {
        this.view = view;
        this.interruption = interruption;
    }

    @Override
    public void judged(Prediction prediction) throws IOException {
        view.judged(prediction);
    }

    @Override
    public void heard(Hearing hearing) throws IOException {
        if (!behind && hearing.behindSeconds() >= BEHIND_SECONDS) {
            behind = true;
            view.note(String.format(
                    Locale.ROOT,
                    "note: at %s the machine does not keep up, scores come %.1f s later than stated; a longer --hop is less"
                            + " work",
                    LiveView.clock(hearing.seconds()),
                    hearing.behindSeconds()));
        } else if (behind && hearing.behindSeconds() < 1) {
            behind = false;
            view.note("note: at " + LiveView.clock(hearing.seconds()) + " the machine keeps up again");
        }
        view.heard(hearing);
    }

    @Override
    public void lost(double atSeconds, double seconds) {
        view.note(String.format(
                Locale.ROOT,
                "note: %.1f s of sound from %s on are lost, because the machine is too slow; a longer --hop is less work",
                seconds,
                LiveView.clock(atSeconds)));
    }

    @Override
    public boolean isToEnd() {
        return interruption.requested();
    }
}
