"""Golden values for the tests of features.harmonic, by numpy and scipy, written from the definitions:

mcep.csv      mel-cepstra of true envelopes: rate, f0, c0 .. c24
minimum.csv   fminbound, which takes the steps of Forsythe, Malcolm and Moler: parameter, x, value, evaluations

Run it in its directory: python3 golden.py
"""
import numpy as np
from scipy.optimize import fminbound

N = 4096
H = N // 2


def spectrum(rate, f0):
    """Harmonic peaks of a falling envelope with two formants over a rippled floor; the test builds the same."""
    k = np.arange(H + 1)
    hertz = k * rate / N
    envelope = np.exp(-hertz / 2500) + 0.8 * np.exp(-(((hertz - 700) / 150) ** 2)) + 0.4 * np.exp(-(((hertz - 1800) / 200) ** 2))
    step = N * f0 / rate
    distance = k - step * np.round(k / step)
    return envelope * np.exp(-((distance / 6.0) ** 2)) + 1e-4 * (1.5 + np.sin(0.37 * k))


def true_envelope(log_spectrum, order, presmooth):
    order = int(np.floor(1.2 * order + 0.5))
    target = log_spectrum.copy()
    if presmooth:
        coarse = true_envelope(log_spectrum, int(np.floor(order / 2 + 0.5)), False)
        ends = int(np.floor(0.25 * N / order + 0.5))
        target[:ends] = coarse[:ends]
        target[len(target) - ends + 1:] = coarse[len(target) - ends + 1:]
    reference = target.copy()
    lifter = np.hamming(2 * order + 1)[order:]
    cepstrum = np.zeros(order + 1)
    for _ in range(200):
        c = np.fft.irfft(target, N)
        smooth = np.concatenate([[c[0]], 2 * c[1:order + 1]])
        outside = np.linalg.norm(2 * c[order + 1:H])
        inside = np.linalg.norm(smooth)
        cepstrum += (inside + outside) / inside * lifter * (smooth - cepstrum)
        curve = np.fft.rfft(cepstrum, N).real
        target = np.maximum(target, curve)
        if np.max(reference - curve) <= np.log(10 ** (2 / 20)):
            break
    return curve


def mel_cepstrum(log_envelope, rate, count):
    hertz = np.linspace(0, rate / 2, len(log_envelope))
    mel = np.log(1 + hertz / 700)
    warped = np.interp(hertz, rate / 2 * mel / mel[-1], np.exp(log_envelope))
    c = np.fft.irfft(np.log(warped), 2 * (len(log_envelope) - 1))
    return np.concatenate([[c[0]], 2 * c[1:count]])


with open("mcep.csv", "w") as out:
    for rate, f0 in [(16000, 95.0), (16000, 217.0), (16000, 460.0), (8000, 140.0), (48000, 120.0), (16000, 25.0)]:
        order = int(np.floor(0.5 * rate / f0 + 0.5))
        envelope = true_envelope(np.log(spectrum(rate, f0)), order, True)
        c = mel_cepstrum(envelope, rate, 25)
        out.write(",".join([str(rate), repr(f0)] + ["%.12g" % v for v in c]) + "\n")

with open("minimum.csv", "w") as out:
    for p in [0.5, 1.5, 2.0, 3.1, 4.7, 6.0]:
        x, value, _, count = fminbound(lambda v: np.sin(p * v) + 0.1 * v * v, 0.3, 2.5, xtol=0.01, maxfun=33, full_output=True)
        out.write("%r,%.12g,%.12g,%d\n" % (p, x, value, count))
