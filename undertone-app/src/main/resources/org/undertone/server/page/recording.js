// One recording: sent, judged, shown, played.

import * as emotions from "/emotions.js";
import * as microphone from "/microphone.js";
import * as server from "/server.js";
import * as timelines from "/timeline.js";

const BINS = 3000;
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

  /** say.status(text), say.problem(failure) */
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
    find("timeline").addEventListener("keydown", (event) => this.#key(event));
    this.#listenForDrops();
    this.#followPlayer();
  }

  setModel(model) {
    this.#model = model;
    const { bodyBytes, audioSeconds } = model.limits;
    find("limits").textContent =
      `WAV, AIFF, AU, FLAC, MP3, Ogg, Opus, WebM, M4A or MP4; up to ${Math.floor(bodyBytes / 1e6)} MB and ${emotions.clock(audioSeconds)} minutes.`;
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
    this.#say.problem(null);
    const pieces = [];
    const level = find("record-level");
    try {
      const opened = await microphone.open((samples, loudest) => {
        pieces.push(samples);
        level.value = loudest;
        const seconds = (pieces.length * samples.length) / opened.rate;
        this.#say.status(`Recording, ${emotions.clock(Math.floor(seconds))}`);
        if (seconds >= this.#model.limits.audioSeconds) {
          this.#stopRecording();
        }
      });
      this.#recorder = { opened, pieces };
      find("record").textContent = "Stop and judge";
      level.hidden = false;
    } catch (failure) {
      this.#say.problem(failure);
    }
  }

  async #stopRecording() {
    const { opened, pieces } = this.#recorder;
    this.#recorder = null;
    find("record").textContent = "Record from the microphone";
    find("record-level").hidden = true;
    await opened.close();
    if (pieces.length > 0) {
      const wav = microphone.toWav(pieces, opened.rate);
      this.#judge(new File([wav], "microphone.wav", { type: "audio/wav" }));
    }
  }

  #cancel() {
    this.#upload?.cancel();
  }

  async #judge(file) {
    this.#say.problem(null);
    if (file.size > this.#model.limits.bodyBytes) {
      this.#say.problem(new Error(
        `${file.name} has ${(file.size / 1e6).toFixed(1)} MB, and this server takes ${(this.#model.limits.bodyBytes / 1e6).toFixed(0)} MB at most. `
        + "Cut it, or use undertone predict on your own machine."));
      return;
    }
    this.#cancel();
    const progress = find("upload");
    progress.hidden = false;
    find("cancel").hidden = false;
    this.#say.status(`Sending ${file.name} …`);
    const options = { window: find("window").value, hop: find("hop").value };
    const upload = server.predict(file, options, (share) => {
      progress.value = share;
      if (share === 1) {
        this.#say.status(`Judging ${file.name} …`);
      }
    });
    this.#upload = upload;
    try {
      const [answer, envelope] = await Promise.all([upload.result, waveformOf(file)]);
      this.#show(file, answer, envelope);
      this.#say.status(`${file.name} is judged.`);
    } catch (failure) {
      this.#say.status("");
      this.#say.problem(failure);
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
    this.#timeline.clear(0, seconds);
    if (envelope) {
      this.#timeline.add(timelines.waveform(envelope));
    }
    this.#timeline.add(timelines.track("Pitch F0", "Hz", this.#pitch()));
    this.#trackStrip = this.#timeline.add(timelines.track("Voice", "", this.#voice()));
    this.#showTrack();
    this.#model.emotions.forEach((description, number) => this.#timeline.add(timelines.emotion(description, number, windows)));
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
      const chosen = find("track").selectedOptions[0].textContent;
      this.#timeline.setTitle(this.#trackStrip, chosen.replace(/ \(.*/, ""), find("track").value === "creak" ? [0, 1] : undefined);
      this.#timeline.setData(this.#trackStrip, this.#voice());
    }
  }

  #seek(seconds) {
    this.#player.currentTime = Math.max(0, Math.min(seconds, this.#shown.answer.seconds));
    this.#timeline.setHead(this.#player.currentTime);
  }

  #followPlayer() {
    const follow = () => {
      this.#timeline.setHead(this.#player.currentTime);
      if (!this.#player.paused) {
        requestAnimationFrame(follow);
      }
    };
    this.#player.addEventListener("play", follow);
    this.#player.addEventListener("seeked", follow);
    this.#player.addEventListener("error", () => this.#shown && this.#say.status("This browser cannot play this kind of file."));
  }

  #key(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) {
      this.#seek(this.#player.currentTime + step);
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

/** Times, softest and loudest samples of a file; null where the browser cannot decode it. */
async function waveformOf(file) {
  const context = new AudioContext();
  try {
    const sound = await context.decodeAudioData(await file.arrayBuffer());
    const samples = sound.getChannelData(0);
    const size = Math.max(1, Math.floor(samples.length / BINS));
    const times = [];
    const low = [];
    const high = [];
    for (let from = 0; from < samples.length; from += size) {
      let least = 1;
      let most = -1;
      for (let at = from; at < Math.min(samples.length, from + size); at++) {
        least = Math.min(least, samples[at]);
        most = Math.max(most, samples[at]);
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
