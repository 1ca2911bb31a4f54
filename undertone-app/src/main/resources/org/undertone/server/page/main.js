// Brings the parts of the page together.

import { element, number } from "/emotions.js";
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
  /** The server has swapped its model since the page asked. */
  otherModel() {
    return load();
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
  } else {
    recording.stop();
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
    ["Present above", model.emotions.map((one) => `${one.emotion} ${number(one.presenceThreshold)}`).join(", ")],
    ["Uncertainty", model.emotions.some((one) => one.uncertainty !== null)
      ? model.emotions.map((one) => `${one.emotion} ${one.uncertainty === null ? "unknown" : `± ${number(one.uncertainty)}`}`).join(", ")
      : "was not measured for this model"],
  ];
  find("model-facts").replaceChildren(...rows.flatMap(([name, value]) => [element("dt", { text: name }), element("dd", { text: value })]));
  measured(model.evaluation);
  find("model-card").textContent = model.card || "This model has no card.";
  find("model-line").textContent = `Listens for ${model.emotions.map((one) => one.emotion).join(", ")}`;
}

/** How far the model is right, beside who always says the same; said plainly where it is not known. */
function measured(evaluation) {
  const leftOut = evaluation?.["left out in training"];
  const rows = Object.entries(leftOut?.emotions ?? {});
  find("measured").hidden = rows.length === 0;
  find("measured-note").textContent = rows.length === 0
    ? "This model says nothing of how well it was measured to do. Take its scores with care."
    : `On ${leftOut.clips} clips, each judged without having learned from it. MAE is the mean distance from the listeners' label (0 to 3, lower is better); `
      + "a model is worth something where its MAE is below that of always saying 0 and of always saying the median. "
      + "CCC is agreement (1 is perfect, 0 is none); UAR is how often presence is right (0.5 is guessing).";
  const names = ["MAE", "MAE of zeros", "MAE of the median", "CCC", "UAR"];
  find("measured").replaceChildren(
    element("caption", { text: "How well it does, beside dummies" }),
    element("thead", {}, element("tr", {}, ...["emotion", ...names].map((name) => element("th", { text: name, scope: "col" })))),
    element("tbody", {}, ...rows.map(([emotion, scores]) => element(
      "tr", {}, element("th", { text: emotion, scope: "row" }),
      ...names.map((name) => element("td", { text: typeof scores[name] === "number" ? number(scores[name]) : "–" }))))));
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
