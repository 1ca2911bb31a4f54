// Brings the parts of the page together.

import { element } from "/emotions.js";
import { LiveView } from "/live.js";
import { RecordingView } from "/recording.js";
import * as server from "/server.js";

const find = (id) => document.getElementById(id);

const say = {
  status(text) {
    find("status").textContent = text;
  },
  problem(failure) {
    find("problem").hidden = failure === null;
    find("problem").textContent = failure?.message ?? "";
    if (failure?.status === 401) {
      askForToken();
    }
  },
};

const recording = new RecordingView(say);
const live = new LiveView(say);

function choose(mode) {
  find("mode-recording").setAttribute("aria-pressed", mode === "recording");
  find("mode-live").setAttribute("aria-pressed", mode === "live");
  find("recording").hidden = mode !== "recording";
  find("live").hidden = mode !== "live";
  say.problem(null);
  say.status("");
  if (mode !== "live") {
    live.stop();
  }
}

function askForToken() {
  find("token-form").hidden = false;
  find("token").focus();
}

function facts(model) {
  const rows = [
    ["Identity", model.id.slice(0, 16)],
    ["Emotions", model.emotions.map((one) => one.emotion).join(", ")],
    ["Features", model.recipe ? `recipe ${model.recipe}` : "it learned from imported features; recordings are analysed by recipe covarep"],
    ["Longest clip", `${model.longestClipSeconds.toFixed(1)} s; of a longer one, a part is judged`],
    ["Present above", model.emotions.map((one) => `${one.emotion} ${one.presenceThreshold.toFixed(2)}`).join(", ")],
    ["Uncertainty", model.emotions.some((one) => one.uncertainty !== null)
      ? model.emotions.map((one) => `${one.emotion} ${one.uncertainty === null ? "unknown" : `± ${one.uncertainty.toFixed(2)}`}`).join(", ")
      : "was not measured for this model"],
  ];
  find("model-facts").replaceChildren(...rows.flatMap(([name, value]) => [element("dt", { text: name }), element("dd", { text: value })]));
  find("model-card").textContent = model.card || "This model has no card.";
  find("model-line").textContent = `Listens for ${model.emotions.map((one) => one.emotion).join(", ")}`;
}

async function load() {
  try {
    const model = await server.model();
    find("token-form").hidden = true;
    say.problem(null);
    facts(model);
    recording.setModel(model);
    live.setModel(model);
  } catch (failure) {
    find("model-line").textContent = "";
    say.problem(failure);
  }
}

find("mode-recording").addEventListener("click", () => choose("recording"));
find("mode-live").addEventListener("click", () => choose("live"));
find("token-form").addEventListener("submit", (event) => {
  event.preventDefault();
  server.useToken(find("token").value);
  load();
});
load();
