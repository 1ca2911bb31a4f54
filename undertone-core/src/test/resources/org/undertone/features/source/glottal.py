#!/usr/bin/env python3
"""Makes glottal.json: a synthetic vowel, its glottal flow, and what is measured on it, the plain way with numpy and scipy.

Written from the definitions of IAIF, NAQ, QOQ, H1H2, PSP, MDQ and peak slope, with full transforms, direct convolutions and
least squares by numpy (made with numpy 2.4.6 and scipy 1.17.1). "quirks" follows COVAREP 1.4.2, "mended" the recipe covarep.
The vowel: pulses of varying period with noise through four resonances, a pause of 0.1 s in the middle, 16 bit. The residual
for MDQ is the vowel's first difference, with 20 samples that are NaN for the quirks and 0 otherwise.
"""

import json
import os

import numpy as np
from scipy import signal

HERE = os.path.dirname(os.path.abspath(__file__))
RATE = 8000
LENGTH = 4000
STRIDE = 13


def half_up(x):
    return int(np.floor(abs(x) + 0.5)) * (1 if x >= 0 else -1)


def vowel():
    random = np.random.default_rng(7)
    pulses = np.zeros(LENGTH)
    instants, at = [], 30
    while at < LENGTH - 40:
        if not 1800 < at < 2600:
            instants.append(at)
            width = 30
            pulses[max(0, at - width) : at] += np.sin(np.pi * np.arange(width) / width)[-min(at, width) :] ** 2
            pulses[at : at + 4] -= [0.9, 0.5, 0.2, 0.1]
        at += int(random.integers(56, 90))
    source = np.diff(pulses, prepend=0) + 0.003 * random.standard_normal(LENGTH)
    speech = source
    for hertz, width in ((600, 60), (1200, 80), (2500, 120), (3400, 150)):
        r = np.exp(-np.pi * width / RATE)
        speech = signal.lfilter([1], [1, -2 * r * np.cos(2 * np.pi * hertz / RATE), r * r], speech)
    return np.round(speech / np.abs(speech).max() * 20000).astype(int), instants


def hanning(n):
    return 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(1, n + 1) / (n + 1))


def lpc(frame, order):
    r = [frame[: len(frame) - k] @ frame[k:] for k in range(order + 1)]
    matrix = np.array([[r[abs(i - j)] for j in range(order)] for i in range(order)])
    return np.concatenate([[1], np.linalg.solve(matrix, -np.array(r[1:]))])


def periods(instants, quirks):
    longest = np.inf if quirks else 0.02 * RATE
    result = []
    for i, at in enumerate(instants):
        before = at - instants[i - 1] if i > 0 else np.inf
        after = instants[i + 1] - at if i + 1 < len(instants) else np.inf
        result.append(before if i > 0 and before <= longest else after if after <= longest else int(longest))
    return result


def iaif(speech, instants, quirks):
    source_order, tract_order = 2 * half_up(RATE / 4000), 2 * half_up(RATE / 2000) + 4
    order = half_up(300 / 16000 * RATE)
    order += order % 2
    half = RATE / 2
    high_pass = signal.firls(order + 1, [0, 40 / half, 70 / half, 1], [0, 0, 1, 1])
    flow, derivative = np.zeros(LENGTH), np.zeros(LENGTH)
    for at, period in zip(instants, periods(instants, quirks)):
        centre = at - 1 if quirks else at
        first, last = max(0, centre - period), min(LENGTH - 1, centre + period)
        frame = speech[first : last + 1] * hanning(last - first + 1)
        if len(frame) <= tract_order:
            continue
        frame = signal.lfilter(high_pass, 1, np.concatenate([frame, np.zeros(order // 2)]))[order // 2 :]
        w = hanning(len(frame))
        ramp = tract_order + 1
        full = np.concatenate([np.linspace(-frame[0], frame[0], ramp), frame])
        integrate = lambda x: signal.lfilter([1], [1, -0.99], x)
        tilt = signal.lfilter(lpc(frame * w, 1), 1, full)[ramp:]
        source = integrate(signal.lfilter(lpc(tilt * w, tract_order), 1, full))[ramp:]
        tract = integrate(signal.lfilter(lpc(source * w, source_order), 1, full))[ramp:]
        result = signal.lfilter(lpc(tract * w, tract_order), 1, full)
        flow[first : last + 1] += integrate(result)[ramp:]
        derivative[first : last + 1] += result[ramp:]
    return flow, derivative


def cycles(instants, quirks):
    for i, (at, period) in enumerate(zip(instants, periods(instants, quirks))):
        yield i, at, period, 0 if quirks and i == 0 else max(0, at - period), 20 < RATE / period < 500


def pulse(flow, start, at):
    return flow[start : at + 1] - np.linspace(flow[start], flow[at], at - start + 1)


def naq(flow, derivative, start, at, period):
    end = at + half_up(0.0005 * RATE)
    return pulse(flow, start, at).max() / (np.abs(derivative[start : (end if end < LENGTH else at) + 1]).max() * period)


def qoq(flow, start, at, period):
    c = pulse(flow, start, at)
    left = right = int(np.argmax(c)) + 1
    while c[left - 1] > c.max() / 2 and left > 3:
        left -= 1
    while c[right - 1] > c.max() / 2 and right < len(c) - 2:
        right += 1
    return (right - left) / period


def h1h2(derivative, at, period):
    f0 = RATE / period
    reach = half_up(1.5 * period)
    frame = derivative[max(0, at - reach) : min(LENGTH - 1, at + reach) + 1]
    level = 20 * np.log10(np.abs(np.fft.fft(frame * np.hamming(len(frame)), RATE)))
    peaks = [k for k in range(1, RATE - 1) if level[k - 1] < level[k] > level[k + 1]]
    while True:
        close = [(a, b) for a, b in zip(peaks, peaks[1:]) if b - a <= f0 / 2]
        if not close:
            break
        lower = {b if level[b] <= level[a] else a for a, b in close}
        peaks = [k for k in peaks if k not in lower]
    if len(peaks) < 5:
        return None
    at_f0, at_2f0 = (min(peaks, key=lambda k: abs(k + 1 - f)) for f in (f0, 2 * f0))
    return level[at_f0] - level[at_2f0]


def curvature(shape):
    level = 20 * np.log10(np.abs(np.fft.fft(shape, 2048)))
    level = level[np.linspace(1, RATE, 2048) <= RATE / 2]
    for n in range(3, len(level) + 1):
        k = np.arange(n, dtype=float)
        design = np.stack([k * k, np.ones(n)], axis=1)
        fit = np.linalg.lstsq(design, level[:n], rcond=None)[0]
        if np.sum((level[:n] - design @ fit) ** 2) / np.sum(level[:n] ** 2) >= 0.01:
            break
    return fit[0]


def psp(flow, start, at, period):
    s = flow[start : at + 1] - flow[start : at + 1].min()
    return curvature(s / s.max()) / curvature(np.full(period, 1 / period))


def wavelet(i):
    n = np.arange(-1000, 1001) / 2**i
    return -np.cos(np.pi * n) * np.exp(-n * n / 2)


def band(x, i):
    # A sum skips the wavelet's zeros: what is NaN in the signal stays within the rest.
    h = wavelet(i)
    padded = np.concatenate([np.zeros(1000), x, np.zeros(1000)])
    result = np.zeros(len(x))
    for k in np.flatnonzero(h):
        result += h[k] * padded[2000 - k : 2000 - k + len(x)]
    return result


def mdq(residual, instants, quirks):
    bands = [band(residual, i) for i in range(2, 7)]
    result = []
    for _, at, period, _, _ in cycles(instants, quirks):
        reach = half_up(0.2 * period)
        if at + 1 - period > 0 and at + 1 + period <= LENGTH:
            distance = 0
            for b in bands:
                window = b[at - reach : at + reach + 1]
                largest = 1 if np.isnan(window).all() else int(np.nanargmax(window)) + 1
                distance += abs((reach if quirks else reach + 1) - largest)
            result.append((at if quirks else at + 1, distance / 5 / period))
        elif quirks:
            result.append((at, 0))
    return result


def peak_slope(speech, quirks):
    size, hop = half_up(0.04 * RATE), half_up(0.01 * RATE)
    bands = [band(speech, i) for i in range(6, -1, -1)]
    starts = range(0, LENGTH - size + 1, hop) if quirks else range(-3 * hop, LENGTH, hop)
    result = []
    for start in starts:
        middle = half_up((start + 1 + start + size) / 2) - 1 if quirks else start + (size + 1) / 2
        if not quirks and not -hop < middle - 1 < LENGTH + hop - 1:
            continue
        peaks = np.array([np.abs(b[max(0, start) : start + size]).max() for b in bands])
        with np.errstate(divide="ignore", invalid="ignore"):
            levels = np.log10(peaks if quirks else np.maximum(peaks, 1e-9))
            slope = np.sum(np.arange(-3, 4) * levels) / 28
        result.append((middle, 0 if np.isnan(slope) else slope))
    return result


def measures(speech, instants, quirks):
    flow, derivative = iaif(speech, instants, quirks)
    tracks = {name: [] for name in ("naq", "qoq", "h1h2", "psp")}
    for i, at, period, start, voiced in cycles(instants, quirks):
        values = {name: None for name in tracks}
        if voiced:
            above = pulse(flow, start, at).max() > 0
            values["naq"] = naq(flow, derivative, start, at, period) if quirks or above else None
            values["qoq"] = qoq(flow, start, at, period) if quirks or above else None
            values["h1h2"] = h1h2(derivative, at, period)
            values["psp"] = None if quirks and i == 0 else psp(flow, start, at, period)
        for name, value in values.items():
            if value is not None or quirks:
                tracks[name].append((at + 1, 0 if value is None else value))
    residual = np.diff(speech, prepend=0)
    residual[1000:1020] = np.nan if quirks else 0
    tracks["mdq"] = mdq(residual, instants, quirks)
    silent = speech.copy()
    silent[:1500] = 0
    tracks["peakSlope"] = peak_slope(silent, quirks)
    result = {"flow": flow[::STRIDE].tolist(), "derivative": derivative[::STRIDE].tolist()}
    for name, track in tracks.items():
        result[name] = {"positions": [float(p) for p, _ in track], "values": [float(v) for _, v in track]}
    return result


def main():
    speech, instants = vowel()
    golden = {"rate": RATE, "stride": STRIDE, "instants": instants, "speech": speech.tolist()}
    golden["quirks"] = measures(speech / 32768, instants, True)
    golden["mended"] = measures(speech / 32768, instants, False)
    with open(os.path.join(HERE, "glottal.json"), "w") as file:
        # Minus infinity is written as -Infinity.
        json.dump(golden, file)
        file.write("\n")


main()
