#!/usr/bin/env python3
"""Writes golden.safetensors: what numpy and scipy make of seeded inputs.

Needs: pip install numpy scipy safetensors (made with 2.4.6, 1.17.1 and 0.8.0)
"""
import pathlib

import numpy as np
import scipy.linalg
import scipy.signal
from safetensors.numpy import save_file

rng = np.random.default_rng(11)
golden = {}

# Spectra of one signal, cut or filled up with zeros: powers of two, odd, prime, twice a prime, longer than the signal.
signal = rng.normal(size=120)
golden["signal"] = signal
for length in (1, 2, 3, 4, 5, 15, 64, 97, 106, 120, 121, 256):
    spectrum = np.fft.rfft(signal, length)
    golden[f"spectrum.{length}.real"] = spectrum.real.copy()
    golden[f"spectrum.{length}.imaginary"] = spectrum.imag.copy()

for points in (1, 2, 5, 6, 33):
    windows = scipy.signal.windows
    golden[f"window.hanning.{points}"] = windows.hann(points + 2)[1:-1]
    golden[f"window.hann.{points}"] = windows.hann(points)
    golden[f"window.hamming.{points}"] = windows.hamming(points)
    golden[f"window.blackman.{points}"] = windows.blackman(points)
    golden[f"window.kaiser.{points}"] = windows.kaiser(points, 9.5)

# Linear prediction: the normal equations by a general solver.
order = 18
lags = np.correlate(signal, signal, "full")[len(signal) - 1 :][: order + 1]
golden["lp.autocorrelation"] = lags
golden["lp.coefficients"] = np.concatenate([[1.0], -np.linalg.solve(scipy.linalg.toeplitz(lags[:-1]), lags[1:])])
golden["lp.whitened"] = scipy.signal.lfilter(golden["lp.coefficients"], [1.0], signal)

b, a = scipy.signal.butter(4, 0.3)
golden["filter.b"], golden["filter.a"] = 2 * b, 2 * a
golden["filter.forward"] = scipy.signal.lfilter(b, a, signal)
golden["filter.both"] = scipy.signal.filtfilt(b, a, signal, padlen=12)
golden["filter.both30"] = scipy.signal.filtfilt(b, a, signal, padlen=30)
golden["filter.fir"] = scipy.signal.filtfilt([0.5, -0.25, 0.125, 1], [1], signal, padlen=9)
golden["filter.pole"] = scipy.signal.filtfilt([1], [1, -0.5, 0.25], signal, padlen=6)

nodes = np.cumsum(rng.uniform(0.1, 2, size=40))
query = rng.uniform(nodes[0] - 2, nodes[-1] + 2, size=200)
query[:40] = nodes
golden["interpolation.x"], golden["interpolation.y"] = nodes, signal[:40].copy()
golden["interpolation.query"] = query
golden["interpolation.values"] = np.interp(query, nodes, signal[:40], np.nan, np.nan)
golden["linspace"] = np.linspace(-0.7, 12.3, 17)

golden["median.filter"] = scipy.signal.medfilt(signal, 7)
golden["median.wide"] = scipy.signal.medfilt(signal[:9], 13)
golden["median.even"] = np.array([np.median(signal)])
golden["median.odd"] = np.array([np.median(signal[:-1])])

for taps in (1, 2, 31, 64, 333):
    kernel = rng.normal(size=taps)
    golden[f"kernel.{taps}"] = kernel
    golden[f"convolution.{taps}"] = np.convolve(signal, kernel)[taps // 2 :][: len(signal)]

walk = np.cumsum(rng.normal(size=300) * 1.5)
golden["phase.wrapped"] = np.angle(np.exp(1j * walk)) + rng.integers(-3, 4, size=300) * 2 * np.pi
golden["phase.unwrapped"] = np.unwrap(golden["phase.wrapped"])
golden["phase.principal"] = np.angle(np.exp(1j * walk))

# safetensors writes the memory of an array as it lies, also where a view runs backwards.
golden = {name: np.ascontiguousarray(values) for name, values in golden.items()}
save_file(golden, pathlib.Path(__file__).with_name("golden.safetensors"))
