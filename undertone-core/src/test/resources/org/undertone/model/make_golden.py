#!/usr/bin/env python3
"""Writes a model directory of format version 1 and what that model must answer, computed by numpy in double.

The recurrent layers follow the equations of PyTorch's GRU (gates in the order reset, update, new; h' = (1 - z) n + z h),
written out one step at a time. Needs: pip install numpy safetensors
"""
import json
import pathlib

import numpy as np
from safetensors.numpy import save_file

INPUTS, HIDDEN, LAYERS, OUTPUTS, EMOTIONS = 7, 19, 2, 6, 3
FRAMES, MAXIMUM_STEPS = 60, 40
here = pathlib.Path(__file__).parent
rng = np.random.default_rng(11)


def weights(*shape):
    return rng.normal(scale=0.4, size=shape).astype(np.float32)


tensors = {
    "standardizer.mean": rng.normal(scale=10, size=INPUTS),
    "standardizer.standard_deviation": rng.uniform(0.5, 5, size=INPUTS),
}
tensors["standardizer.standard_deviation"][4] = 0
for layer in range(LAYERS):
    tensors[f"encoder.gru.weight_ih_l{layer}"] = weights(3 * HIDDEN, INPUTS if layer == 0 else HIDDEN)
    tensors[f"encoder.gru.weight_hh_l{layer}"] = weights(3 * HIDDEN, HIDDEN)
    tensors[f"encoder.gru.bias_ih_l{layer}"] = weights(3 * HIDDEN)
    tensors[f"encoder.gru.bias_hh_l{layer}"] = weights(3 * HIDDEN)
tensors["encoder.output.weight"] = weights(OUTPUTS, HIDDEN)
tensors["encoder.output.bias"] = weights(OUTPUTS)
tensors["head.weight"] = weights(EMOTIONS, OUTPUTS)
tensors["head.bias"] = weights(EMOTIONS)
flat_head = weights(EMOTIONS, MAXIMUM_STEPS * OUTPUTS)

frames = (tensors["standardizer.mean"] + 3 * rng.normal(size=(FRAMES, INPUTS))).astype(np.float32)
frames[5, 2] = -np.inf
frames[6, 0] = np.nan


def exact(name):
    return tensors[name].astype(np.float64)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def standardise(raw):
    x = raw.astype(np.float64)
    deviation = tensors["standardizer.standard_deviation"]
    scores = (x - tensors["standardizer.mean"]) / np.where(deviation > 0, deviation, 1)
    scores = np.where(np.isfinite(x), scores, 0)
    scores[:, deviation == 0] = 0
    return scores


def encode(raw):
    sequence = standardise(raw)
    for layer in range(LAYERS):
        w_i, w_h = exact(f"encoder.gru.weight_ih_l{layer}"), exact(f"encoder.gru.weight_hh_l{layer}")
        b_i, b_h = exact(f"encoder.gru.bias_ih_l{layer}"), exact(f"encoder.gru.bias_hh_l{layer}")
        h, steps = np.zeros(HIDDEN), []
        for x in sequence:
            (i_r, i_z, i_n), (h_r, h_z, h_n) = np.split(w_i @ x + b_i, 3), np.split(w_h @ h + b_h, 3)
            r, z = sigmoid(i_r + h_r), sigmoid(i_z + h_z)
            n = np.tanh(i_n + r * h_n)
            h = (1 - z) * n + z * h
            steps.append(h)
        sequence = np.array(steps)
    return sequence @ exact("encoder.output.weight").T + exact("encoder.output.bias")


def flatten(outputs):
    padded = np.zeros((MAXIMUM_STEPS, OUTPUTS))
    padded[: len(outputs)] = outputs
    return padded.ravel()


def score(head, vector):
    return head.astype(np.float64) @ vector + exact("head.bias")


start, centre = frames[:MAXIMUM_STEPS], frames[(FRAMES - MAXIMUM_STEPS) // 2 :][:MAXIMUM_STEPS]
directory = here / "model-v1"
directory.mkdir(exist_ok=True)
save_file(tensors, directory / "model.safetensors", metadata={"format": "undertone-model"})
save_file(
    {
        "frames": frames,
        "flat_head": flat_head,
        "outputs": encode(frames),
        "last": score(tensors["head.weight"], encode(centre)[-1]),
        "mean": score(tensors["head.weight"], encode(centre).mean(axis=0)),
        "mean_start": score(tensors["head.weight"], encode(start).mean(axis=0)),
        "mean_short": score(tensors["head.weight"], encode(frames[:13]).mean(axis=0)),
        "flatten": score(flat_head, flatten(encode(centre))),
        "flatten_short": score(flat_head, flatten(encode(frames[:13]))),
    },
    here / "expected.safetensors",
)
description = {
    "format": "undertone-model",
    "version": 1,
    "emotions": ["happiness", "sadness", "anger"],
    "presence_thresholds": {"happiness": 0.5, "sadness": 0.25, "anger": -1},
    "readout": {"pooling": "mean", "maximum_steps": MAXIMUM_STEPS, "cut": "centre"},
    "encoder": {
        "kind": "gru",
        "inputs": INPUTS,
        "hidden": HIDDEN,
        "layers": LAYERS,
        "outputs": OUTPUTS,
        "columns": ["F0", "VUV", "NAQ", "QOQ", "creak", "Rd", "MCEP_0"],
        "frame_rate": 100.0,
        "standardizer": {"deviation_floor": 1e-06, "missing_value": 0},
        "provenance": {"seed": 11},
        "training": {},
    },
    "provenance": {"labels": 20},
    "evaluation": {"CCC": 0.5},
}
(directory / "model.json").write_text(json.dumps(description, indent=2) + "\n")

# The same model as version 2 of the format writes it.
newer = here / "model-v2"
newer.mkdir(exist_ok=True)
save_file(tensors, newer / "model.safetensors", metadata={"format": "undertone-model"})
description["version"] = 2
description["uncertainties"] = {"happiness": 0.75, "anger": 1.25}
description["features"] = {"recipe": "covarep-1.4.2"}
(newer / "model.json").write_text(json.dumps(description, indent=2) + "\n")
