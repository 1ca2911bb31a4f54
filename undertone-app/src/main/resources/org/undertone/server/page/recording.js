// One recording: sent, judged, shown, played.

import * as emotions from "/emotions.js";
import * as microphone from "/microphone.js";
import * as server from "/server.js";
import * as timelines from "/timeline.js";

const BINS = 3000;
const NOT_YET = new Error("The server has not said yet which model it serves. Wait a moment; where it wants a token, give it first.");
const find = (id) => document.getElementById(id);

export class RecordingView {
  #model;
  #say;
  #timeline;
  #player = find("player");
  #upload = null;
  #recorder = null;
  #shown = null;
  #trackStrip = 0;
  #at = 0;

  /** say.status(text), say.problem(failure), say.otherModel() */
  constructor(say) {
    this.#say = say;
    this.#timeline = new timelines.Timeline(find("timeline"), (seconds) => this.#seek(seconds));
    find("file").addEventListener("change", (event) => event.target.files[0] && this.#judge(event.target.files[0]));
    find("record").addEventListener("click", () => (this.#recorder ? this.#stopRecording() : this.#startRecording()));
    find("cancel").addEventListener("click", () => this.#cancel());
    find("track").addEventListener("change", () => this.#showTrack());
    find("download").addEventListener("click", () => this.#download());
    find("zoom-in").addEventListener("click", () => this.#timeline.zoom(0.5));
    find("zoom-out").addEventListener("click", () => this.#timeline.zoom(2));
    find("zoom-all").addEventListener("click", () => this.#timeline.zoomAll());
    find("earlier").addEventListener("click", () => this.#timeline.pan(-0.5));
    find("later").addEventListener("click", () => this.#timeline.pan(0.5));
    find("timeline").addEventListener("keydown", (event) => this.#key(event));
    this.#listenForDrops();
    this.#followPlayer();
  }

  setModel(model) {
    this.#model = model;
    const { bodyBytes, audioSeconds } = model.limits;
    find("limits").textContent =
      `WAV, AIFF, AU, FLAC, MP3, Ogg, Opus, WebM, M4A or MP4; up to ${Math.floor(bodyBytes / 1e6)} MB and ${duration(audioSeconds)}.`;
  }

  /** Ends a recording from the microphone, such as when the page turns to live voices; it is not judged. */
  stop() {
    this.#recorder?.opened.close();
    this.#recorder = null;
    this.#recordButton(false);
  }

  #recordButton(recording) {
    find("record").textContent = recording ? "Stop and judge" : "Record from the microphone";
    find("record").classList.toggle("recording", recording);
    find("record-level").hidden = !recording;
  }

  #listenForDrops() {
    const drop = find("drop");
    for (const name of ["dragenter", "dragover"]) {
      document.addEventListener(name, (event) => {
        event.preventDefault();
        drop.classList.add("over");
      });
    }
    document.addEventListener("dragleave", (event) => event.relatedTarget || drop.classList.remove("over"));
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      const file = event.dataTransfer.files[0];
      if (file && !find("recording").hidden) {
        this.#judge(file);
      }
    });
  }

  async #startRecording() {
    if (!this.#model) {
      this.#say.problem(NOT_YET);
      return;
    }
    this.#say.problem(null);
    find("record").disabled = true;
    const pieces = [];
    const level = find("record-level");
    try {
      const opened = await microphone.open((samples, loudest) => {
        pieces.push(samples);
        level.value = loudest;
        const seconds = (pieces.length * samples.length) / opened.rate;
        this.#say.status(`Recording, ${emotions.clock(Math.floor(seconds))}`);
        if (seconds >= this.#mostSeconds(opened.rate)) {
          this.#stopRecording();
        }
      });
      if (find("recording").hidden) {
        opened.close();
        return;
      }
      this.#recorder = { opened, pieces };
      this.#recordButton(true);
    } catch (failure) {
      this.#say.problem(failure);
    } finally {
      find("record").disabled = false;
    }
  }

  /** What the server takes, in seconds of the WAV file that is made of the microphone's sound. */
  #mostSeconds(rate) {
    const { bodyBytes, audioSeconds } = this.#model.limits;
    return Math.min(audioSeconds, bodyBytes / (2 * rate)) - 1;
  }

  async #stopRecording() {
    if (!this.#recorder) {
      return;
    }
    const { opened, pieces } = this.#recorder;
    this.#recorder = null;
    this.#recordButton(false);
    await opened.close();
    if (pieces.length > 0) {
      const wav = microphone.toWav(pieces, opened.rate);
      this.#judge(new File([wav], "microphone.wav", { type: "audio/wav" }));
    }
  }

  #cancel() {
    if (this.#upload) {
      this.#upload.cancelled = true;
      this.#upload.cancel();
    }
  }

  async #judge(file) {
    if (!this.#model) {
      this.#say.problem(NOT_YET);
      return;
    }
    this.#say.problem(null);
    if (!find("window").reportValidity() || !find("hop").reportValidity()) {
      find("file").value = "";
      return;
    }
    if (file.size > this.#model.limits.bodyBytes) {
      this.#say.problem(new Error(
        `${file.name} has ${(file.size / 1e6).toFixed(1)} MB, and this server takes ${(this.#model.limits.bodyBytes / 1e6).toFixed(0)} MB at most. `
        + "Cut it, or use undertone predict on your own machine."));
      return;
    }
    this.#cancel();
    const progress = find("upload");
    progress.value = 0;
    progress.hidden = false;
    find("cancel").hidden = false;
    this.#say.status(`Sending ${file.name} …`);
    const options = { window: find("window").value, hop: find("hop").value };
    const upload = server.predict(file, options, (share) => {
      progress.value = share;
      this.#say.status(share === 1 ? `Judging ${file.name} …` : `Sending ${file.name}, ${Math.floor(100 * share)} % …`);
    });
    this.#upload = upload;
    try {
      const [answer, envelope] = await Promise.all([upload.result, waveformOf(file)]);
      if (answer.modelId !== this.#model.id) {
        await this.#say.otherModel();
      }
      if (this.#upload === upload) {
        this.#show(file, answer, envelope);
        this.#say.status(`${file.name} is judged. ${emotions.sentence(answer.clip)}`);
      }
    } catch (failure) {
      if (this.#upload === upload) {
        this.#say.status(upload.cancelled ? `${file.name} was cancelled.` : "");
        this.#say.problem(upload.cancelled ? null : failure);
      }
    } finally {
      if (this.#upload === upload) {
        this.#upload = null;
        progress.hidden = true;
        find("cancel").hidden = true;
        find("file").value = "";
      }
    }
  }

  #show(file, answer, envelope) {
    this.#shown = { name: file.name, answer };
    find("result").hidden = false;
    find("result-title").textContent = file.name;
    const { clip, windows, seconds } = answer;
    const part = clip.endSeconds - clip.startSeconds < seconds - 0.05
      ? ` The model takes ${this.#model.longestClipSeconds.toFixed(0)} s at most: the bars are about ${clip.startSeconds.toFixed(1)} to ${clip.endSeconds.toFixed(1)} s.`
      : "";
    find("result-note").textContent = `${seconds.toFixed(2)} s at ${answer.rate} Hz.${part}${envelope ? "" : " This browser cannot decode it, so there is no waveform."}`;
    emotions.show(find("summary"), clip, this.#model);
    emotions.table(find("table"), windows);
    URL.revokeObjectURL(this.#player.src);
    this.#player.src = URL.createObjectURL(file);
    this.#at = 0;
    this.#timeline.clear(0, seconds);
    if (envelope) {
      this.#timeline.add(timelines.waveform(envelope));
    }
    this.#timeline.add(timelines.track("Pitch F0", "Hz", this.#pitch()));
    this.#trackStrip = this.#timeline.add(timelines.track("Voice", "", this.#voice()));
    this.#showTrack();
    this.#model.emotions.forEach((description, number) => this.#timeline.add(timelines.emotion(description, number, windows)));
    this.#move(0);
    find("result-title").focus();
  }

  #times() {
    const { hopSeconds, F0 } = this.#shown.answer.tracks;
    return F0.map((value, frame) => frame * hopSeconds);
  }

  #voiced(values) {
    const { VUV } = this.#shown.answer.tracks;
    return values.map((value, frame) => (VUV[frame] > 0.5 ? value : null));
  }

  #pitch() {
    return [this.#times(), this.#voiced(this.#shown.answer.tracks.F0)];
  }

  #voice() {
    const name = find("track").value;
    const values = this.#shown.answer.tracks[name];
    return [this.#times(), name === "creak" ? values : this.#voiced(values)];
  }

  #showTrack() {
    if (this.#shown) {
      const [chosen] = find("track").selectedOptions;
      const range = chosen.value === "creak" ? () => [0, 1] : undefined;
      this.#timeline.setTitle(this.#trackStrip, chosen.textContent.replace(/ \(.*/, ""), chosen.dataset.unit, range);
      this.#timeline.setData(this.#trackStrip, this.#voice());
    }
  }

  #seek(seconds) {
    const second = Math.max(0, Math.min(seconds, this.#shown.answer.seconds));
    if (this.#player.readyState > 0) {
      this.#player.currentTime = second;
    }
    this.#move(second);
  }

  /** The line that is played, and the words of those who hear the page. */
  #move(second) {
    this.#at = second;
    this.#timeline.setHead(second);
    const { windows, seconds } = this.#shown.answer;
    const distance = (stretch) => Math.abs((stretch.startSeconds + stretch.endSeconds) / 2 - second);
    const nearest = windows.reduce((best, stretch) => (distance(stretch) < distance(best) ? stretch : best), windows[0]);
    const box = find("timeline");
    box.setAttribute("aria-valuemax", seconds.toFixed(1));
    box.setAttribute("aria-valuenow", second.toFixed(1));
    box.setAttribute("aria-valuetext", `${second.toFixed(1)} of ${seconds.toFixed(1)} seconds. ${emotions.sentence(nearest)}`);
    find("position").textContent = `${second.toFixed(1)} of ${seconds.toFixed(1)} s`;
  }

  #followPlayer() {
    const follow = () => {
      if (this.#shown) {
        this.#move(this.#player.currentTime);
      }
      if (!this.#player.paused) {
        requestAnimationFrame(follow);
      }
    };
    this.#player.addEventListener("play", follow);
    this.#player.addEventListener("seeked", follow);
    this.#player.addEventListener("error", () => this.#shown && this.#say.status("This browser cannot play this kind of file."));
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) {
      this.#seek(this.#at + step);
    } else if (event.key === "Home" || event.key === "End") {
      this.#seek(event.key === "Home" ? 0 : this.#shown.answer.seconds);
    } else if (event.key === "PageUp" || event.key === "PageDown") {
      this.#timeline.pan(event.key === "PageUp" ? -0.5 : 0.5);
    } else if (event.key === " ") {
      (this.#player.paused ? this.#player.play() : this.#player.pause())?.catch?.(() => {});
    } else if (event.key === "+" || event.key === "=") {
      this.#timeline.zoom(0.5);
    } else if (event.key === "-") {
      this.#timeline.zoom(2);
    } else if (event.key === "0") {
      this.#timeline.zoomAll();
    } else {
      return;
    }
    event.preventDefault();
  }

  #download() {
    const { name, answer } = this.#shown;
    emotions.download(`${name.replace(/\.[^.]*$/, "")}.csv`, emotions.csv(name, answer.windows));
  }
}

function duration(seconds) {
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/** Times, softest and loudest samples of a file; null where the browser cannot decode it. */
async function waveformOf(file) {
  const context = new AudioContext();
  try {
    const sound = await context.decodeAudioData(await file.arrayBuffer());
    const channels = Array.from({ length: sound.numberOfChannels }, (_, channel) => sound.getChannelData(channel));
    const size = Math.max(1, Math.floor(sound.length / BINS));
    const times = [];
    const low = [];
    const high = [];
    for (let from = 0; from < sound.length; from += size) {
      let least = 1;
      let most = -1;
      const to = Math.min(sound.length, from + size);
      for (const samples of channels) {
        for (let at = from; at < to; at++) {
          least = Math.min(least, samples[at]);
          most = Math.max(most, samples[at]);
        }
      }
      times.push((from + size / 2) / sound.sampleRate);
      low.push(least);
      high.push(most);
    }
    return [times, low, high];
  } catch {
    return null;
  } finally {
    context.close();
  }
}
