// How emotions look and are written. Their colours, in page.css, stand out from the paper by 3 : 1 and from each other by 35
// units of CIELAB or more, seen with three kinds of cones or with two of them; every emotion also has its own strip and name.

const COLOURS = 6;

export const MOST = 3;

export function colour(number) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--emotion-${number % COLOURS}`).trim();
}

/** A score as people read it; never minus zero. */
export function number(value, digits = 2) {
  const text = Math.abs(value).toFixed(digits);
  return (value < 0 && Number(text) !== 0 ? "\u2212" : "") + text;
}

/** Makes an element; properties are texts and attributes, never HTML. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "text") {
      made.textContent = value;
    } else {
      made.setAttribute(key, value);
    }
  }
  made.append(...children);
  return made;
}

function share(value) {
  return `${(100 * Math.max(0, Math.min(MOST, value))) / MOST}%`;
}

function place(mark, from, to) {
  mark.style.left = share(from);
  mark.style.width = `calc(${share(to)} - ${share(from)})`;
  return mark;
}

function bar(score, threshold, at) {
  const scale = element("span", { class: "scale", "aria-hidden": "true" });
  const value = place(element("i"), 0, score.intensity);
  value.style.background = `var(--emotion-${at % COLOURS})`;
  scale.append(value);
  if (score.uncertainty !== null && score.intensity + score.uncertainty > 0 && score.intensity - score.uncertainty < MOST) {
    scale.append(place(element("i", { class: "range" }), score.intensity - score.uncertainty, score.intensity + score.uncertainty));
  }
  const mark = element("i", { class: "threshold" });
  mark.style.left = share(threshold);
  scale.append(mark);
  return scale;
}

/** Fills a list with a bar for each emotion of one stretch. */
export function show(list, stretch, model) {
  list.replaceChildren(...stretch.emotions.map((score, at) => {
    const value = element("span", { class: "number", text: number(score.intensity) });
    value.append(element("small", { text: score.uncertainty === null ? "" : ` ± ${number(score.uncertainty)}` }));
    return element(
      "li", { "data-present": score.present, "data-emotion": score.emotion },
      element("span", { class: "name", text: score.emotion }),
      bar(score, model.emotions[at].presenceThreshold, at),
      value,
      element("span", { class: score.present ? "mark present" : "mark quiet", text: score.present ? "present" : "not present" }));
  }));
}

/** One stretch as a sentence, for those who hear the page. */
export function sentence(stretch) {
  const present = stretch.emotions.filter((score) => score.present);
  return present.length === 0
    ? "No emotion counts as present."
    : `Present: ${present.map((score) => `${score.emotion} ${number(score.intensity)} of ${MOST}`).join(", ")}.`;
}

export function clock(seconds) {
  const whole = Math.max(0, seconds);
  const minutes = Math.floor(whole / 60);
  const rest = whole - 60 * minutes;
  return `${minutes}:${rest < 10 ? "0" : ""}${Number.isInteger(rest) ? rest : rest.toFixed(1)}`;
}

function cell(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// A time without the noise of its last bits: frames lie on multiples of 10 ms.
function time(seconds) {
  return Math.round(seconds * 1e4) / 1e4;
}

/** Stretches as CSV, with the columns of `undertone predict --format csv`. */
export function csv(file, stretches) {
  const names = stretches[0].emotions.map((score) => score.emotion);
  const heading = ["file", "start", "end", ...names.flatMap((name) => [name, `${name}_present`, `${name}_uncertainty`].map(cell))];
  const rows = stretches.map((stretch) => [
    cell(file), time(stretch.startSeconds), time(stretch.endSeconds),
    ...stretch.emotions.flatMap((score) => [score.intensity, score.present, score.uncertainty ?? ""]),
  ]);
  return [heading, ...rows].map((row) => `${row.join(",")}\n`).join("");
}

/** Lets the browser save a text. */
export function download(name, text) {
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Fills a table with a row for each stretch. */
export function table(target, stretches) {
  const head = element("tr", {}, element("th", { text: "from", scope: "col" }), element("th", { text: "to", scope: "col" }),
    ...stretches[0].emotions.map((score) => element("th", { text: score.emotion, scope: "col" })));
  const rows = stretches.map((stretch) => element(
    "tr", {},
    element("td", { text: `${stretch.startSeconds.toFixed(2)} s` }), element("td", { text: `${stretch.endSeconds.toFixed(2)} s` }),
    ...stretch.emotions.map((score) => element("td", {
      text: number(score.intensity) + (score.present ? " *" : ""), class: score.present ? "present" : "",
    }))));
  target.replaceChildren(
    element("caption", { class: "quiet", text: "* counts as present" }), element("thead", {}, head), element("tbody", {}, ...rows));
}
