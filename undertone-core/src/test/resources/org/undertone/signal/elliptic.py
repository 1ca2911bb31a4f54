#!/usr/bin/env python3
"""Writes elliptic.json: orders, gains and two-way filtering of elliptic high-pass filters, by scipy.

Needs numpy and scipy (made with 2.4.6 and 1.17.1). Run it in this folder. Filtering is by second-order sections where the
polynomials of high order lose precision, with the steady state that scipy.signal.sosfilt_zi gives.
"""

import json
import pathlib

import numpy as np
from scipy import signal

CASES = [  # order or None, pass Hz, stop Hz, edge Hz, rate, ripple dB, stop dB
    (None, 480, 500, 480, 16000, 3, 60),
    (None, 50, 30, 50, 16000, 3, 60),
    (None, 480, 500, 480, 48000, 3, 60),
    (None, 50, 30, 50, 8000, 3, 60),
    (1, 100, 50, 100, 8000, 1, 40),
    (2, 100, 50, 100, 8000, 0.5, 40),
    (6, 1000, 900, 1000, 16000, 0.1, 80),
]

rng = np.random.default_rng(3)
x = rng.normal(size=150) + 0.5 + 0.01 * np.arange(150)
cases = []
for order, wp, ws, edge, rate, ripple, stop in CASES:
    least = int(signal.ellipord(wp / (rate / 2), ws / (rate / 2), ripple, stop)[0])
    n = order or least
    z, p, k = signal.ellip(n, ripple, stop, edge / (rate / 2), "high", output="zpk")
    sos = signal.zpk2sos(z, p, k)
    hz = [0.4 * edge, 0.8 * edge, 0.95 * edge, edge, 1.3 * edge, 0.2 * rate, 0.5 * rate * (1 - 1e-9)]
    response = signal.freqz_zpk(z, p, k, np.array(hz), fs=rate)[1]
    cases.append(
        {
            "least": least, "pass": wp, "stop": ws, "order": n, "edge": edge, "rate": rate,
            "ripple": ripple, "stopDb": stop, "hz": hz,
            "real": response.real.tolist(), "imaginary": response.imag.tolist(),
            "bothWays": signal.sosfiltfilt(sos, x, padtype="odd", padlen=3 * n).tolist(),
        }
    )

b, a = signal.ellip(5, 3, 60, 50 / 8000, "high")
out = {"signal": x.tolist(), "cases": cases, "b": b.tolist(), "a": a.tolist(),
       "bothWays": signal.filtfilt(b, a, x, padtype="odd", padlen=15).tolist()}
pathlib.Path(__file__).with_name("elliptic.json").write_text(json.dumps(out, indent=0) + "\n")
