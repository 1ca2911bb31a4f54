#!/usr/bin/env python3
"""Writes golden.safetensors with the reference implementation (pip install numpy safetensors)."""
import pathlib

import numpy as np
from safetensors.numpy import save_file

here = pathlib.Path(__file__).parent
save_file(
    {
        "matrix": (np.arange(12, dtype=np.float32).reshape(3, 4) - 5) / 4,
        "whole": np.array([-(2**62), -1, 0, 7], dtype=np.int64),
        "exact": np.array([0.1, -1e300], dtype=np.float64),
        "bytes": np.array([1, 2, 255], dtype=np.uint8),
        "half": np.array([0.5], dtype=np.float16),
        "scalar": np.array(2.5, dtype=np.float32),
        "none": np.zeros((0, 4), dtype=np.float32),
    },
    here / "golden.safetensors",
    metadata={"format": "np", "text": "Grüße"},
)
