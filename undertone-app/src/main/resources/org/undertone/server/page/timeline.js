// Strips of curves above each other on one time axis, with one cursor: waveform, voice, emotions.

import uPlot from "/assets/uplot/uPlot.esm.js";
import { MOST, clock, colour, element, number as shown } from "/emotions.js";

const BELOW = 26;
const LEFT = 44;

function ink(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** A timeline in an element; onSeek hears the second that was clicked. */
export class Timeline {
  #box;
  #strips = [];
  #range = [0, 1];
  #most = [0, 1];
  #head = null;
  #onSeek;
  #sync = uPlot.sync(`timeline-${Math.random()}`);

  constructor(box, onSeek) {
    this.#box = box;
    this.#onSeek = onSeek;
    new ResizeObserver(() => this.#fit()).observe(box);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#strips.forEach(({ plot }) => plot.redraw()));
  }

  /** Takes all strips away and begins with another range of seconds. */
  clear(start, end) {
    this.#strips.forEach((strip) => strip.plot.destroy());
    this.#strips = [];
    this.#box.replaceChildren();
    this.#most = [start, Math.max(end, start + 0.1)];
    this.#range = [...this.#most];
    this.#head = null;
  }

  /** Adds a strip: title, unit, height, data, series, bands, range of its axis. */
  add(strip) {
    const plotBox = element("div", { class: "plot" });
    const title = element("span", { text: strip.title });
    const value = element("small", { text: strip.unit ?? "" });
    const heading = element("div", { class: "title" }, title, value);
    this.#box.append(element("div", { class: "strip" }, heading, plotBox));
    const plot = new uPlot(this.#options(strip, plotBox), strip.data, plotBox);
    this.#strips.push({ strip, title, value, plot, plotBox });
    this.#axes();
    return this.#strips.length - 1;
  }

  setData(number, data) {
    const { plot } = this.#strips[number];
    plot.setData(data, false);
    plot.setScale("x", { min: this.#range[0], max: this.#range[1] });
  }

  setTitle(number, title, unit, range) {
    const named = this.#strips[number];
    named.title.textContent = title;
    named.strip.unit = unit;
    named.strip.range = range;
  }

  /** Shows so many seconds, as far as there are some. */
  setRange(start, end) {
    const [least, most] = this.#most;
    const width = Math.min(Math.max(end - start, 0.2), most - least);
    const from = Math.min(Math.max(start, least), most - width);
    this.#range = [from, from + width];
    this.#strips.forEach((strip) => strip.plot.setScale("x", { min: from, max: from + width }));
  }

  /** For what goes on: the whole grows. */
  setWhole(start, end) {
    this.#most = [start, Math.max(end, start + 0.1)];
    this.setRange(start, end);
  }

  zoom(factor) {
    const [from, to] = this.#range;
    const middle = this.#head !== null && this.#head >= from && this.#head <= to ? this.#head : (from + to) / 2;
    this.setRange(middle - ((middle - from) * factor), middle + ((to - middle) * factor));
  }

  /** Shows what comes before or after, by a share of what is seen. */
  pan(share) {
    const [from, to] = this.#range;
    const [least, most] = this.#most;
    const start = Math.min(Math.max(from + share * (to - from), least), most - (to - from));
    this.setRange(start, start + to - from);
  }

  zoomAll() {
    this.setRange(...this.#most);
  }

  /** Moves the line that shows what is being played. */
  setHead(seconds) {
    this.#head = seconds;
    const [from, to] = this.#range;
    if (seconds > to || seconds < from) {
      this.setRange(seconds, seconds + to - from);
    }
    this.#strips.forEach((strip) => strip.plot.redraw(false, false));
    this.#say(seconds);
  }

  /** Writes beside each strip what it is at a second. */
  #say(seconds) {
    for (const { strip, value, plot } of this.#strips) {
      value.textContent = strip.says?.(plot.data, seconds) ?? "";
    }
  }

  #options(strip, plotBox) {
    const width = Math.max(160, plotBox.clientWidth || this.#box.clientWidth);
    return {
      width,
      height: strip.height + BELOW,
      padding: [6, 20, 0, 0],
      legend: { show: false },
      cursor: { sync: { key: this.#sync.key, setSeries: false }, y: false, drag: { x: true, y: false, setScale: false }, points: { show: false } },
      select: { show: true },
      scales: { x: { time: false, range: () => this.#range }, y: { range: (plot, low, high) => strip.range?.(plot.data) ?? padded(low, high) } },
      axes: [
        { size: BELOW, stroke: () => ink("--quiet"), grid: { stroke: () => ink("--line"), width: 1 }, ticks: { show: false },
          font: "11px system-ui", values: (plot, ticks) => ticks.map(clock) },
        { size: LEFT, stroke: () => ink("--quiet"), grid: { stroke: () => ink("--line"), width: 1 }, ticks: { show: false },
          font: "11px system-ui", space: 22, ...(strip.ticks ? { splits: () => strip.ticks } : {}),
          ...(strip.hideAxis ? { values: () => [] } : {}) },
      ],
      series: [{}, ...strip.series],
      bands: strip.bands ?? [],
      hooks: {
        draw: [(plot) => this.#drawHead(plot), (plot) => strip.threshold !== undefined && drawThreshold(plot, strip.threshold)],
        setCursor: [(plot) => this.#pointed(plot)],
        setSelect: [(plot) => this.#selected(plot)],
        ready: [(plot) => plot.over.addEventListener("click", (event) => this.#clicked(plot, event))],
      },
    };
  }

  #pointed(plot) {
    // The cursors of all strips move together, so the lowest speaks for all.
    if (plot === this.#strips.at(-1)?.plot) {
      const at = plot.cursor.left >= 0 ? plot.posToVal(plot.cursor.left, "x") : this.#head;
      if (at !== null) {
        this.#say(at);
      }
    }
  }

  #selected(plot) {
    if (plot.select.width > 8) {
      this.setRange(plot.posToVal(plot.select.left, "x"), plot.posToVal(plot.select.left + plot.select.width, "x"));
      this.dragged = performance.now();
    }
    plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
  }

  #clicked(plot, event) {
    if (performance.now() - (this.dragged ?? -1000) > 300) {
      this.#onSeek?.(plot.posToVal(event.clientX - plot.over.getBoundingClientRect().left, "x"));
    }
  }

  #drawHead(plot) {
    if (this.#head === null || this.#head < this.#range[0] || this.#head > this.#range[1]) {
      return;
    }
    line(plot, ink("--ink"), [], plot.valToPos(this.#head, "x", true), plot.bbox.top, null, plot.bbox.top + plot.bbox.height);
  }

  /** Only the lowest strip says the time. */
  #axes() {
    this.#strips.forEach(({ plot, strip }, number) => {
      const last = number === this.#strips.length - 1;
      plot.axes[0].values = (drawn, ticks) => ticks.map((tick) => (last ? clock(tick) : ""));
      plot.axes[0].size = () => (last ? BELOW : 4);
      plot.setSize({ width: plot.width, height: strip.height + (last ? BELOW : 4) });
    });
  }

  #fit() {
    this.#strips.forEach(({ plot, plotBox, strip }, number) => {
      const last = number === this.#strips.length - 1;
      const width = plotBox.clientWidth;
      if (width > 0 && width !== plot.width) {
        plot.setSize({ width, height: strip.height + (last ? BELOW : 4) });
      }
    });
  }
}

function padded(low, high) {
  if (low === null || high === null || low === high) {
    const middle = low ?? 0;
    return [middle - 1, middle + 1];
  }
  return [low - 0.05 * (high - low), high + 0.05 * (high - low)];
}

function line(plot, stroke, dash, x, y, toX, toY) {
  const context = plot.ctx;
  context.save();
  context.strokeStyle = stroke;
  context.lineWidth = devicePixelRatio;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(toX ?? x, toY);
  context.stroke();
  context.restore();
}

function drawThreshold(plot, threshold) {
  const y = plot.valToPos(threshold, "y", true);
  if (y >= plot.bbox.top && y <= plot.bbox.top + plot.bbox.height) {
    line(plot, ink("--quiet"), [4 * devicePixelRatio, 4 * devicePixelRatio], plot.bbox.left, y, plot.bbox.left + plot.bbox.width, y);
  }
}

/** The strip of a waveform of loudest and softest samples. */
export function waveform(envelope) {
  const limit = Math.max(0.01, ...envelope[2].map(Math.abs), ...envelope[1].map(Math.abs));
  const wave = { stroke: () => ink("--wave"), width: 1, points: { show: false } };
  return {
    title: "Waveform", height: 64, data: envelope, hideAxis: true, range: () => [-limit, limit],
    series: [wave, wave], bands: [{ series: [2, 1], fill: () => ink("--wave") }],
  };
}

/** The number of the time that is nearest to a second, where it is as near as that; else -1. */
function nearest(times, seconds, within) {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < seconds) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const best = low > 0 && seconds - times[low - 1] < times[low] - seconds ? low - 1 : low;
  return times.length > 0 && Math.abs(times[best] - seconds) <= within ? best : -1;
}

/** The strip of one track of the voice. */
export function track(title, unit, data) {
  return {
    title, unit, height: 64, data,
    says(drawn, seconds) {
      const value = drawn[1][nearest(drawn[0], seconds, 0.02)];
      return value === undefined || value === null ? `– ${this.unit}` : `${shown(value, Math.abs(value) >= 20 ? 0 : 2)} ${this.unit}`;
    },
    series: [{ stroke: () => ink("--accent"), width: 1.5, points: { show: false }, spanGaps: false }],
  };
}

/** Middle of each window, then lower end, upper end and middle of the interval of one emotion. */
export function emotionData(stretches, number) {
  const scores = stretches.map((stretch) => stretch.emotions[number]);
  return [
    stretches.map((stretch) => (stretch.startSeconds + stretch.endSeconds) / 2),
    scores.map((score) => score.intensity - (score.uncertainty ?? 0)),
    scores.map((score) => score.intensity + (score.uncertainty ?? 0)),
    scores.map((score) => score.intensity),
  ];
}

/** The strip of one emotion. */
export function emotion(description, number, stretches) {
  const edge = { stroke: "transparent", width: 0, points: { show: false } };
  return {
    title: description.emotion, height: 60, data: emotionData(stretches, number), range: (drawn) => [Math.min(-0.3, ...drawn[3].map((score) => score - 0.2)), MOST + 0.3],
    ticks: [0, 1, 2, 3], threshold: description.presenceThreshold,
    says(drawn, seconds) {
      const at = nearest(drawn[0], seconds, Infinity);
      if (at < 0) {
        return "";
      }
      const half = drawn[2][at] - drawn[3][at];
      return shown(drawn[3][at]) + (half > 0 ? ` ± ${shown(half)}` : "");
    },
    series: [edge, edge, { stroke: () => colour(number), width: 2.5, points: { show: stretches.length < 40, size: 6, fill: () => colour(number) } }],
    bands: [{ series: [2, 1], fill: () => `${colour(number)}4d` }],
  };
}
