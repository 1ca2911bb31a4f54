#!/usr/bin/env python3
"""Writes standardizer.safetensors: frames with faults, their statistics and their standardised form, by numpy.

Needs: pip install numpy safetensors
"""
import pathlib

import numpy as np
from safetensors.numpy import save_file

rng = np.random.default_rng(5)
frames = rng.normal(size=(500, 6)) * [1, 120, 1e-3, 0, 3, 40] + [0, 180, 5e-3, -7.25, -1e4, 0]
frames = frames.astype(np.float32)
frames[::7, 1] = -np.inf
frames[::11, 2] = np.nan
frames[3, 4] = np.inf
frames[:, 5] = np.nan

exact = np.where(np.isfinite(frames), frames.astype(np.float64), np.nan)
with np.errstate(all="ignore"):
    mean = np.nan_to_num(np.nanmean(exact, axis=0))
    deviation = np.nan_to_num(np.nanstd(exact, axis=0))
dead = deviation <= 1e-6 * np.maximum(1, np.abs(mean))
scores = np.nan_to_num((exact - mean) / np.where(dead, 1, deviation), nan=-0.5)
scores = np.where(np.isfinite(exact), np.clip(scores, -2, 2), scores)
scores[:, dead] = 0
save_file(
    {
        "frames": frames,
        "mean": mean,
        "deviation": deviation,
        "missing": (~np.isfinite(frames)).sum(axis=0).astype(np.int64),
        "scores": scores.astype(np.float32),
    },
    pathlib.Path(__file__).with_name("standardizer.safetensors"),
)
