#!/usr/bin/env python3
"""Writes pitch.safetensors: polarity, residuals, pitch and closure instants of made-up signals, the plain way.

Needs: pip install numpy scipy safetensors (made with 2.4.6, 1.17.1 and 0.8.0). Whole transforms of rate points, the normal
equations by a general solver, filters of scipy. "kept" and "mended" say what becomes of the quirks of COVAREP 1.4.2.
"""
import pathlib

import numpy as np
import scipy.linalg
import scipy.signal
import scipy.stats
from safetensors.numpy import save_file


def rnd(x):
    return np.sign(x) * np.floor(np.abs(x) + 0.5)


def made_up(rate, seconds, seed):
    """Pulses of rising pitch through three formants, digital silence, noise; 16 bit."""
    rng = np.random.default_rng(seed)
    n = int(rate * seconds)
    voiced, quiet = int(0.55 * n), int(0.7 * n)
    phase = np.cumsum((110 + 60 * np.arange(n) / n) / rate)
    source = -np.diff(np.floor(phase), prepend=0)
    source[voiced:] = 0
    source[quiet:] = 0.05 * rng.normal(size=n - quiet)
    source += 0.002 * rng.normal(size=n)
    for hz, width in ((600, 80), (1300, 100), (2500, 140)):
        radius = np.exp(-np.pi * width / rate)
        source = scipy.signal.lfilter([1], [1, -2 * radius * np.cos(2 * np.pi * hz / rate), radius**2], source)
    source[voiced:quiet] = 0
    return (rnd(20000 * source / np.max(np.abs(source))) / 32768).astype(np.float32)


def residual(analysed, filtered, rate, order, mended):
    length, shift = int(rnd(0.025 * rate)) + 1, int(rnd(0.005 * rate))
    window = scipy.signal.windows.hann(length + 2)[1:-1]
    out = np.zeros(len(filtered))
    start = 0
    while start + length < len(filtered) or (mended and start + length == len(filtered)):
        cut = slice(start, start + length)
        model, frame = analysed[cut] * window, filtered[cut] * window
        start += shift
        if not np.any(model) or not np.any(frame):
            if not mended:
                out[cut] = np.nan
            continue
        lags = np.correlate(model, model, "full")[length - 1 :][: order + 1]
        a = np.concatenate([[1], -scipy.linalg.solve(scipy.linalg.toeplitz(lags[:-1]), lags[1:])])
        error = scipy.signal.lfilter(a, [1], frame)
        out[cut] += error * np.sqrt(np.sum(frame**2) / np.sum(error**2))
    return out / np.nanmax(np.abs(out))


def highpass(order, edge, rate, x):
    z, p, k = scipy.signal.ellip(order, 3, 60, edge / (rate / 2), "high", output="zpk")
    return scipy.signal.sosfiltfilt(scipy.signal.zpk2sos(z, p, k), x, padtype="odd", padlen=3 * order)


def polarity(x, res, rate, mended):
    excitation = residual(highpass(9, 480, rate, x), x, rate, int(rnd(rate / 1000)) + 2, mended)
    return np.sign(scipy.stats.skew(np.nan_to_num(res)) - scipy.stats.skew(np.nan_to_num(excitation)))


def grid(rate, n):
    return np.arange(int(rnd(0.005 * rate)), n + 1, int(rnd(0.01 * rate)))


def srh(x, rate, mended):
    analysis, y = rate, x
    if rate > 16000:
        common = np.gcd(rate, 16000)
        y = scipy.signal.resample_poly(x, 16000 // common, rate // common, window=("kaiser", 5.0))
        analysis = 16000
    res = residual(y, y, analysis, int(rnd(0.75 * analysis / 1000)), mended)
    half = int(rnd((rnd(0.1 * analysis) - 2) / 2))
    hop = int(rnd(0.01 * analysis))
    centres = np.arange(half + 1, len(res) - half + 1, hop)
    whole = np.ones(len(centres), bool)
    if mended:
        instants = grid(rate, len(x))
        lattice = np.arange(half + 1 - 100 * hop, len(res) + 100 * hop, hop)
        at = rnd((lattice - 1) / analysis * rate) + 1
        first = np.max(np.flatnonzero(at <= instants[0]))
        last = np.min(np.flatnonzero(at >= instants[-1]))
        centres = lattice[first : last + 1]
        whole = (centres > half) & (centres <= len(res) - half)
    padded = np.concatenate([np.zeros(2 * half), res, np.zeros(2 * half)])
    window = scipy.signal.windows.blackman(2 * half)
    sums = np.zeros((len(centres), 501))
    for i, centre in enumerate(centres):
        frame = padded[centre + half - 1 : centre + 3 * half - 1] * window
        frame = frame - frame.mean()
        if not np.all(np.isfinite(frame)) or not np.any(frame):
            continue
        spectrum = np.abs(np.fft.fft(frame, analysis))[: analysis // 2]
        spectrum /= np.linalg.norm(spectrum)
        bins = spectrum if mended else np.concatenate([[np.nan], spectrum])
        for f in range(50, 501):
            sums[i, f] = sum(bins[k * f] for k in range(1, 6)) - sum(
                bins[int(rnd((k + 0.5) * f))] for k in range(1, 5)
            )

    def pick(low, high):
        window = np.where((np.arange(501) >= low) & (np.arange(501) <= high), sums, 0)
        strength = window.max(axis=1)
        f0 = np.where(strength > 0, window.argmax(axis=1), 0 if mended else 1)
        return f0.astype(float), strength

    f0, strength = pick(50, 500)
    clear = whole & (strength > 0.1)
    if clear.any():
        median = np.median(f0[clear])
        f0, strength = pick(max(50, rnd(0.5 * median)), min(500, rnd(2 * median)))
    threshold = 0.085 if np.std(strength[whole], ddof=1) > 0.05 else 0.07
    numbers = rnd((centres - 1) / analysis * rate) + 1 if mended else rnd(centres / analysis * rate)
    return numbers, f0, strength, strength > threshold


def closures(x, res, rate, median, mended):
    res = np.nan_to_num(res)
    half = int(rnd(1.7 * rnd(rate / median) / 2))
    window = scipy.signal.windows.blackman(2 * half + 1) / (2 * half + 1)
    mean = np.convolve(x, window, "same")
    if not mended:
        mean[:half] = 0
        mean[-half:] = 0
    mean = highpass(5, 50, rate, mean)
    low = scipy.signal.argrelmin(mean)[0]
    high = scipy.signal.argrelmax(mean)[0]
    high = high[high > low[0]]
    low = low[low < high[-1]]
    peaks = np.flatnonzero(res > 0.4)
    nearest = np.abs(peaks[:, None] - low[None, :]).argmin(axis=1)
    length = high - low
    ratio = np.median((peaks - low[nearest]) / length[nearest]) if len(peaks) else 0
    found = []
    for k, start in enumerate(low):
        first = max(0, int(start + rnd((ratio - 0.35) * length[k])))
        last = min(len(res) - 1, int(start + rnd((ratio + 0.35) * length[k])))
        if first <= last:
            found.append(first + int(np.argmax(res[first : last + 1])))
    return np.array(found)


golden = {}
for name, rate, seconds in (("wide", 16000, 0.62), ("odd", 22050, 0.5), ("narrow", 8000, 0.81)):
    signal = made_up(rate, seconds, rate)
    golden[f"{name}.signal"] = signal
    x = signal.astype(np.float64)
    for quirks in ("kept", "mended"):
        mended = quirks == "mended"
        res = residual(x, x, rate, int(rnd(rate / 1000)) + 2, mended)
        turn = polarity(x, res, rate, mended)
        numbers, f0, strength, voiced = srh(x, rate, mended)
        median = np.median(f0[voiced & (f0 > 50) & (f0 < 500)])
        instants = closures(turn * x, turn * res, rate, median, mended)
        offset = 1 if mended else 0
        near = np.interp(np.unique(instants) + offset, numbers, voiced.astype(float), 0, 0) >= 0.5
        queries = grid(rate, len(x))
        key = f"{name}.{quirks}"
        golden[f"{key}.residual"] = res[::29].copy()
        golden[f"{key}.polarity"] = np.array([turn])
        golden[f"{key}.numbers"], golden[f"{key}.f0"], golden[f"{key}.strength"] = numbers, f0, strength
        golden[f"{key}.voiced"] = voiced.astype(np.float64)
        golden[f"{key}.voicing"] = (np.interp(queries, numbers, voiced.astype(float), 0, 0) >= 0.5).astype(np.float64)
        golden[f"{key}.closures"] = instants.astype(np.float64)
        golden[f"{key}.chosen"] = np.unique(instants)[near].astype(np.float64)
        if not mended:
            golden[f"{key}.grid"] = np.interp(queries, numbers, f0, 0, 0)
        print(key, turn, median, len(f0), voiced.sum(), len(instants), near.sum())
save_file(golden, pathlib.Path(__file__).with_name("pitch.safetensors"))
