// A voice that is followed while it speaks.

import * as emotions from "/emotions.js";
import * as microphone from "/microphone.js";
import * as server from "/server.js";
import * as timelines from "/timeline.js";

const SHOWN_SECONDS = 60;
const WAITING_SECONDS = 5;
const WHY = {
  1006: "The connection to the server was lost or refused. Check that it still runs and listen again.",
  1012: "The server is shutting down. Listen again when it is back.",
  1013: "The server has too much to do. Try again in a moment.",
};
const find = (id) => document.getElementById(id);

export class LiveView {
  #model;
  #say;
  #timeline = new timelines.Timeline(find("live-timeline"), null);
  #session = null;
  #windows = [];
  #times = [];
  #pitch = [];
  #strips = null;
  #spoken = "";

  constructor(say) {
    this.#say = say;
    find("live-start").addEventListener("click", () => this.#start());
    find("live-stop").addEventListener("click", () => this.#stop());
    find("live-download").addEventListener("click", () => emotions.download("live.csv", emotions.csv("live", this.#windows)));
  }

  setModel(model) {
    this.#model = model;
  }

  /** Ends what is going on, such as when the page turns to recordings. */
  stop() {
    this.#stop();
  }

  async #start() {
    if (!this.#model) {
      this.#say.problem(new Error("The server has not said yet which model it serves. Wait a moment; where it wants a token, give it first."));
      return;
    }
    this.#say.problem(null);
    if (!find("window").reportValidity() || !find("hop").reportValidity()) {
      return;
    }
    this.#spoken = "";
    find("live-download").hidden = true;
    this.#windows = [];
    this.#times = [];
    this.#pitch = [];
    const session = { stream: null, opened: null, sent: 0, ended: false, refused: false };
    this.#session = session;
    this.#buttons(true);
    try {
      session.opened = await microphone.open((samples, loudest) => this.#heard(session, samples, loudest));
    } catch (failure) {
      this.#finish(session);
      this.#say.problem(failure);
      return;
    }
    if (session.ended) {
      session.opened.close();
      this.#finish(session);
      return;
    }
    session.stream = server.stream({ rate: session.opened.rate, window: find("window").value, hop: find("hop").value }, {
      ready: (message) => this.#ready(message),
      window: (message) => this.#window(message),
      tracks: (message) => this.#tracks(message),
      end: (message) => this.#say.status(`Ended after ${emotions.clock(message.seconds)}.`),
      error: (message) => {
        session.refused = true;
        this.#say.problem(server.problem(message.problem));
      },
      closed: (event) => this.#closed(session, event),
    });
  }

  #heard(session, samples, loudest) {
    if (session.ended || !session.stream) {
      return;
    }
    session.stream.send(microphone.toS16(samples));
    session.sent += samples.length;
    find("live-level").value = loudest;
    find("live-clock").textContent = emotions.clock(Math.floor(session.sent / session.opened.rate));
    if (session.stream.waitingBytes() > 2 * WAITING_SECONDS * session.opened.rate) {
      this.#say.problem(new Error(`The network is more than ${WAITING_SECONDS} s behind the microphone, so listening has stopped.`));
      this.#stop();
    }
  }

  #ready(message) {
    if (message.modelId !== this.#model.id) {
      // Messages are heard in order, so the strips have to be there before the next; names of a swapped model follow.
      this.#say.otherModel();
    }
    const behind = message.windowSeconds / 2 + message.delaySeconds;
    find("live-delay").textContent =
      `A window of ${message.windowSeconds} s is judged every ${message.hopSeconds} s and shown at most ${message.delaySeconds.toFixed(1)} s after it has ended; `
      + `its curve stands at its middle, ${behind.toFixed(1)} s ago. Sound is not kept.`;
    this.#say.status("Listening.");
    this.#timeline.clear(0, 10);
    const pitch = this.#timeline.add(timelines.track("Pitch F0", "Hz", [[], []]));
    const curves = this.#model.emotions.map((description, number) => this.#timeline.add(timelines.emotion(description, number, [])));
    this.#strips = { pitch, curves };
  }

  #window(message) {
    this.#windows.push(message);
    emotions.show(find("live-summary"), message, this.#model);
    this.#speak(emotions.sentence(message));
    const seen = this.#windows.slice(-4 * SHOWN_SECONDS);
    this.#strips.curves.forEach((strip, number) => this.#timeline.setData(strip, timelines.emotionData(seen, number)));
    this.#scroll(message.endSeconds);
  }

  /** Said only when it changes, so that those who hear the page are not talked over. */
  #speak(sentence) {
    const present = sentence.replace(/[0-9.]+ of 3/g, "");
    if (present !== this.#spoken) {
      this.#spoken = present;
      find("live-spoken").textContent = sentence;
    }
  }

  #tracks(message) {
    const { hopSeconds, F0, VUV } = message.tracks;
    F0.forEach((value, frame) => {
      this.#times.push(message.startSeconds + frame * hopSeconds);
      this.#pitch.push(VUV[frame] > 0.5 ? value : null);
    });
    const most = 1.2 * SHOWN_SECONDS / hopSeconds;
    if (this.#times.length > 2 * most) {
      this.#times = this.#times.slice(-most);
      this.#pitch = this.#pitch.slice(-most);
    }
    this.#timeline.setData(this.#strips.pitch, [this.#times, this.#pitch]);
    this.#scroll(this.#times.at(-1));
  }

  #scroll(now) {
    const end = Math.max(10, now);
    this.#timeline.setWhole(Math.max(0, end - SHOWN_SECONDS), end);
  }

  /** The microphone is closed at once; what was sent is still judged. */
  async #stop() {
    const session = this.#session;
    if (!session || session.ended) {
      return;
    }
    session.ended = true;
    this.#buttons(false);
    find("live-level").value = 0;
    if (!session.stream) {
      return;
    }
    this.#say.status("Judging the last words …");
    await session.opened.close();
    session.stream.end();
  }

  #closed(session, event) {
    if (!session.refused && event.code !== 1000) {
      const why = WHY[event.code] ?? `The server ended the stream: ${event.reason || `code ${event.code}`}.`;
      this.#say.problem(new Error(`${why} What was judged so far stays here.`));
    }
    if (session.refused || event.code !== 1000) {
      this.#say.status("Not listening.");
    }
    this.#finish(session);
  }

  #finish(session) {
    if (!session.ended) {
      session.ended = true;
      session.opened?.close();
    }
    if (this.#session === session) {
      this.#session = null;
      if (!find("live-stop").hidden) {
        this.#buttons(false);
      }
      find("live-level").value = 0;
      find("live-download").hidden = this.#windows.length === 0;
    }
  }

  #buttons(listening) {
    find("live-start").hidden = listening;
    find("live-stop").hidden = !listening;
    if (!find("live").hidden) {
      (listening ? find("live-stop") : find("live-start")).focus();
    }
  }
}
