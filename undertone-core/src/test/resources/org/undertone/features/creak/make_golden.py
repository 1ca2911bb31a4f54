#!/usr/bin/env python3
"""Writes golden.safetensors: a short signal of modal, creaky, noisy and silent stretches, and its 36 creak features by
both rules, by numpy and scipy from the description of the features. Writes network.mat, a network as scipy saves it, with
what it answers.

Needs: pip install numpy scipy safetensors (made with 2.4.6, 1.17.1 and 0.8.0)
"""
import pathlib

import numpy as np
from safetensors.numpy import save_file
from scipy import io, signal as sig

HERE = pathlib.Path(__file__).parent
FS = 16000
HOP = 160
EXTENSION = 42


def hanning(n):
    return 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(1, n + 1) / (n + 1))


def voice(rng):
    """Pulses through three formants: 120 Hz, then 60 Hz with every second pulse half as strong, then noise, then zeros."""
    x = np.zeros(int(0.8 * FS))
    t = 0.01
    while t < 0.28:
        x[int(t * FS)] = 1
        t += 1 / 120
    strong = True
    while t < 0.55:
        x[int(t * FS)] = 1 if strong else 0.4
        strong = not strong
        t += 1 / 60
    x[int(0.58 * FS):int(0.68 * FS)] = 0.2 * rng.standard_normal(int(0.68 * FS) - int(0.58 * FS))
    x += 0.003 * rng.standard_normal(len(x))
    for hertz, width in ((600, 80), (1400, 110), (2600, 160)):
        r = np.exp(-np.pi * width / FS)
        x = sig.lfilter([1 - r], [1, -2 * r * np.cos(2 * np.pi * hertz / FS), r * r], x)
    x *= 0.5 / np.abs(x).max()
    x[int(0.7 * FS):int(0.76 * FS)] = 0
    return np.round(x * 32768) / 32768


def residual(x, order, length=401, shift=80):
    out, w = np.zeros(len(x)), hanning(length)
    for start in range(0, len(x), shift):
        if not start + length < len(x):
            break
        frame = x[start:start + length] * w
        r = np.array([frame[:length - k] @ frame[k:] for k in range(order + 1)])
        if r[0] == 0:
            out[start:start + length] = np.nan
            continue
        a = np.concatenate([[1], np.linalg.solve(r[np.abs(np.subtract.outer(range(order), range(order)))], -r[1:])])
        e = sig.lfilter(a, [1], frame)
        out[start:start + length] += e * np.sqrt((frame @ frame) / (e @ e))
    return out / np.nanmax(np.abs(out))


def interpolated(times, values, at, original):
    inside = np.clip(at, times[0], times[-1])
    i = np.clip(np.searchsorted(times, inside, "right") - 1, 0, len(times) - 2)
    share = (inside - times[i]) / (times[i + 1] - times[i])
    with np.errstate(invalid="ignore"):
        # Minus infinity at a node must not reach the other.
        y = np.where(share == 0, values[i], values[i] + (values[i + 1] - values[i]) * share)
        y = np.where(share == 1, values[i + 1], y)
    if original:
        y[(at < times[0]) | (at > times[-1])] = np.nan
    return y


class Frames:
    """Starts are indices from 0, times sample numbers from 1."""

    def __init__(self, n, length, hop, original):
        self.length = length
        starts = np.arange(-4, n // hop + 1) * hop
        times = starts + (length + 2) // 2
        inside = (starts >= 0) & (starts + length <= n) if original else (times >= 0) & (times <= n)
        self.starts, self.times = starts[inside], times[inside]

    def of(self, x):
        padded = np.concatenate([np.zeros(self.length), x, np.zeros(self.length)])
        return padded[self.length + self.starts[:, None] + np.arange(self.length)]


def moving_average(v, width=9):
    out = []
    for i in range(len(v)):
        k = min(width // 2, i, len(v) - 1 - i)
        out.append(np.mean(v[i - k:i + k + 1]))
    return np.array(out)


def median(v, width):
    p = np.concatenate([np.zeros(width // 2), v, np.zeros(width // 2)])
    return np.array([np.sort(p[i:i + width])[width // 2] for i in range(len(v))])


def largest(v):
    return 0 if np.isnan(v).all() else np.nanargmax(np.abs(v))


def decibels(x, n, original):
    frames = Frames(n, 64, 32, original)
    square = (frames.of(x) ** 2).mean(axis=1)
    with np.errstate(divide="ignore"):
        p = 20 * np.log10(square if original else np.maximum(square, 2.0**-30))
    return frames.times, np.maximum(p, p[np.isfinite(p)].min())


def features(x, res, pitch_times, f0, voiced, original):
    n = len(x)
    m = n // HOP
    at = HOP * np.arange(1.0, m + 1)
    stretched = np.floor(np.linspace(1, n, m) + 0.5) if original else at
    f0_median = np.median(f0[voiced & (f0 > 20) & (f0 < 500)])
    phi = 2 * np.pi * f0_median / FS
    sharp, broad = (sig.lfilter([1], [1, -2 * rho * np.cos(phi), rho * rho], res) for rho in (0.97, 0.8))
    columns = {}

    frames = Frames(n - 1 if original else n, 800, HOP, original)
    times = np.linspace(1, n, len(frames.starts)) if original else frames.times
    lags = np.arange(1, 800)
    rates, delta = [], []
    for s, b in zip(frames.of(sharp), frames.of(broad)):
        if np.isnan(b).any():
            rates.append(FS // 5)
            delta.append(np.nan)
            continue
        r = np.correlate(b * hanning(800), b * hanning(800), "full")[799:]
        r[r <= 1e-12 * r[0]] = 0
        r = r[1:] * 799 / (799 - (lags - 1))
        below = np.nonzero(r == 0)[0]
        r[:below[0] if len(below) else 799] = 0
        rate = int(np.floor(FS / max(np.argmax(r) + 1, 5) + 0.5))
        y = s * hanning(800) ** 2
        spectrum = np.abs(np.fft.fft(np.correlate(y, y, "full")[800:], FS))
        with np.errstate(divide="ignore", invalid="ignore"):
            delta.append(20 * np.log10(spectrum[2 * rate - 1] / spectrum[rate - 1]))
        rates.append(rate)
    delta = np.array(delta)
    if not original:
        delta[~np.isfinite(delta)] = 0
    columns["H2H1"] = interpolated(times, moving_average(delta), at, original)
    columns["creakF0"] = interpolated(times, moving_average(median(np.array(rates, float), 7)), at, original)

    frames = Frames(n, 512, 80, original)
    square = ((frames.of(x) * hanning(512)) ** 2).mean(axis=1)
    with np.errstate(divide="ignore"):
        energy = np.log(square if original else np.maximum(square, 2.0**-30))
    energy_times = frames.times
    columns["enerN"] = interpolated(energy_times, energy - energy.max(), at, original)
    y = frames.of(x)
    crossings = (y[:, 1:] * y[:, :-1] < 0).sum(axis=1) / 512 / 1000 * FS
    columns["ZCR"] = interpolated(energy_times + (80 if original else 0), crossings, at, original)

    times, p = decibels(x, n, original)
    deviations = np.zeros(len(p))
    for i in range(len(p)):
        if original and (i < 16 or i + 16 >= len(p)):
            continue
        deviations[i] = np.std(p[max(0, i - 16):i + 17], ddof=1)
    columns["pow_std"] = interpolated(times, median(deviations, 13), at, original)

    per_period = 90 if f0_median > 100 else 80 if f0_median == 100 else 65 if f0_median >= 85 else 55
    width = 2 * int(np.floor(FS / per_period + 0.5))
    frames = Frames(n, width, 320, original)
    level = interpolated(energy_times, energy, frames.times, original)
    prominence = np.zeros(len(frames.starts))
    padded = np.concatenate([np.zeros(2 * width), broad, np.zeros(2 * width)])
    for i, (start, time) in enumerate(zip(frames.starts, frames.times)):
        near = energy[np.abs(energy_times - time) <= 0.4 * FS]
        if level[i] < near.max() - 4:
            continue
        peak = start + largest(padded[2 * width + start:2 * width + start + width])
        first = peak - width // 2
        if original and (first < 0 or first + width >= n):
            continue
        frame = padded[2 * width + first:2 * width + first + width + 1].copy()
        top = frame[largest(frame)]
        if top == 0:
            continue
        frame = frame / top
        blank = int(np.floor(0.2 * width + 0.5))
        frame[width // 2 - blank:width // 2 + blank + 1] = 0
        prominence[i] = np.nan if np.isnan(top) else 1 - max(np.nanmax(frame), 0)
    columns["res_p"] = np.nan_to_num(interpolated(frames.times, median(prominence, 5), at, original))

    edges = np.array([92.66096235, 1611.31922188]) / (FS / 2)
    if original:
        band = sig.filtfilt(*sig.butter(7, edges, "band"), x)
    else:
        band = sig.sosfiltfilt(sig.butter(7, edges, "band", output="sos"), x, padlen=EXTENSION)
    times, p = decibels(band, n, original)
    peaks = [
        i for i in range(3, len(p) - 3)
        if p[i - 1] < p[i] >= p[i + 1] and p[i] - max(p[i - 3], p[i + 3]) >= 2 and p[i] >= p.max() - 30
    ]
    fall = [p[i] - p[i:i + 6].min() for i in peaks]
    rise = [p[i] - p[max(0, i - 5):i + 1].min() for i in peaks]
    where = times[peaks]
    alike = np.zeros(len(peaks))
    for i in range(1, len(peaks)):
        a, b = where[i - 1] - 1, where[i] - 1
        if a - 120 >= 0 and b + 120 < n and b - a <= 1600:
            u, v = band[a - 120:a + 121], band[b - 120:b + 121]
            alike[i] = np.correlate(u, v, "full").max() / np.sqrt((u @ u) * (v @ v))
    for name, values in (("IPS", alike), ("PwP.fall", fall), ("PwP.rise", rise)):
        track = np.zeros(m)
        for i, q in enumerate(stretched):
            if original:
                candidates = [0] if q <= 560 else [k for k in range(len(peaks)) if where[k] >= q][:1]
            else:
                candidates = sorted(range(len(peaks)), key=lambda k: (abs(where[k] - q), k))[:1]
            if candidates and abs(where[candidates[0]] - q) <= 560:
                track[i] = values[candidates[0]]
        columns[name] = track

    frames = Frames(n, 512, HOP, original)
    periodicity = np.zeros(len(frames.starts))
    for i, y in enumerate(frames.of(band)):
        r = np.correlate(y, y, "full")[511:511 + 241]
        if r[0] == 0:
            continue
        r = r / r[0] * 512 / (512 - np.arange(241))
        r[:16] = 0
        period = np.argmax(r)
        peaks = [r[period]]
        for lag in range(2 * period, 241, period) if period else ():
            peaks.append(r[max(0, lag - 16):lag + 17].max())
        periodicity[i] = min(peaks)
    steady = periodicity.copy()
    for i in range(len(steady) - 2):
        if min(periodicity[i + 1], periodicity[i + 2]) < 0.5:
            steady[i] = 0
    columns["IFP"] = interpolated(frames.times, np.clip(steady, 0, 1), stretched, original)

    if original:
        columns["F0"] = np.interp(np.linspace(1, len(f0), m), np.arange(1, len(f0) + 1), f0)
    else:
        columns["F0"] = np.interp(at, pitch_times * FS, f0)
    columns["F0mean"] = np.full(m, f0_median)
    order = "H2H1 res_p ZCR IFP IPS PwP.fall PwP.rise F0 F0mean enerN pow_std creakF0".split()
    statics = np.stack([columns[name] for name in order], axis=1)
    with np.errstate(invalid="ignore"):
        deltas = np.diff(statics, axis=0, prepend=statics[:1])
        deltas[0] = 0
        second = np.diff(deltas, axis=0, prepend=deltas[:1])
        second[0] = 0
    return np.hstack([statics, deltas, second])


def main():
    rng = np.random.default_rng(11)
    x = voice(rng)
    res = residual(x, 18).astype(np.float32).astype(float)
    seconds = np.arange(800, len(x) - 799, HOP) / FS
    f0 = np.where(seconds < 0.28, 120.0, 60.0) + rng.integers(-3, 4, len(seconds))
    voiced = seconds < 0.55
    save_file(
        {
            "signal": x.astype(np.float32),
            "residual": res.astype(np.float32),
            "seconds": seconds,
            "f0": f0,
            "voiced": voiced.astype(np.int64),
            "original": features(x, res, seconds, f0, voiced, True),
            "mended": features(x, np.nan_to_num(res), seconds, f0, voiced, False),
        },
        HERE / "golden.safetensors",
    )

    net = {
        "IW": np.array([[rng.standard_normal((32, 36))], [np.zeros((0, 0))]], dtype=object),
        "LW": np.array([[np.zeros((0, 0)), np.zeros((0, 0))], [rng.standard_normal((1, 32)), np.zeros((0, 0))]], object),
        "b": np.array([[rng.standard_normal((32, 1))], [rng.standard_normal((1, 1))]], dtype=object),
        "numInputs": 1.0,
        "name": "a network",
    }
    least, greatest = rng.standard_normal(36) - 5, rng.standard_normal(36) + 5
    io.savemat(HERE / "network.mat", {"net": net, "mini": least, "maxi": greatest}, do_compression=True, oned_as="row")
    rows = rng.standard_normal((5, 36)) * 3
    rows[2, 7] = np.nan
    scaled = np.where(np.isnan(rows), -1, -1 + 2 * (rows - least) / (greatest - least))
    hidden = np.tanh(scaled @ net["IW"][0, 0].T + net["b"][0, 0].T)
    answer = 1 / (1 + np.exp(-(hidden @ net["LW"][1, 0].T + net["b"][1, 0])))
    save_file({"rows": rows, "posteriors": answer[:, 0]}, HERE / "network.safetensors")


if __name__ == "__main__":
    main()
