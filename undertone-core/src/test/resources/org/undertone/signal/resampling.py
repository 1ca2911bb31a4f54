#!/usr/bin/env python3
"""Writes resampling.safetensors: noise at other rates, by scipy.signal.resample_poly with MATLAB's window.

Needs: pip install numpy scipy safetensors (made with 2.4.6, 1.17.1 and 0.8.0)
"""
import pathlib

import numpy as np
import scipy.signal
from safetensors.numpy import save_file

signal = np.random.default_rng(4).normal(size=500)
golden = {"signal": signal}
for up, down in ((1, 3), (160, 441), (320, 441), (2, 3), (3, 2), (2, 1), (1, 1)):
    golden[f"{up}.{down}"] = scipy.signal.resample_poly(signal, up, down, window=("kaiser", 5.0))
save_file(golden, pathlib.Path(__file__).with_name("resampling.safetensors"))
