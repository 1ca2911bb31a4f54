#!/usr/bin/env python3
"""Holds what make_weights.py computed by the libraries' equations against the libraries themselves, those that are here:
PyTorch's nn.GRU, and keras.layers.GRU on whichever backend it has. Ends with 1 where one differs by more than 1e-5, or where
neither is here. Needs: pip install numpy safetensors, and torch or keras (with jax, torch or tensorflow)
"""
import pathlib
import sys

import numpy as np
from safetensors.numpy import load_file

here = pathlib.Path(__file__).parent
expected = load_file(here / "expected.safetensors")
frames = expected["frames"]


def by_torch():
    import torch

    tensors = {name: torch.from_numpy(value) for name, value in load_file(here / "torch.safetensors").items()}
    prefix = "encoder.rnn."
    layers = sum(name.startswith(prefix + "weight_ih_l") for name in tensors)
    gru = torch.nn.GRU(frames.shape[1], tensors[prefix + "weight_hh_l0"].shape[1], layers, batch_first=True)
    gru.load_state_dict({name[len(prefix) :]: value for name, value in tensors.items() if name.startswith(prefix)})
    standard = (torch.from_numpy(frames) - tensors["standardizer.mean"]) / tensors["standardizer.standard_deviation"]
    with torch.no_grad():
        units, _ = gru(standard[None].float())
        outputs = units[0] @ tensors["decoder.weight"].T + tensors["decoder.bias"]
    return f"PyTorch {torch.__version__}", outputs.numpy(), expected["torch"]


def by_keras():
    import keras

    weights = load_file(here / "keras.safetensors")
    cells = ["gru/gru_cell", "gru_1/gru_cell"]
    hidden = weights[cells[0] + "/recurrent_kernel"].shape[0]
    layers = [keras.layers.GRU(hidden, return_sequences=True, reset_after=True) for _ in cells]
    dense = keras.layers.Dense(weights["dense/bias"].shape[0])
    model = keras.Sequential([keras.Input((None, frames.shape[1])), *layers, dense])
    for cell, layer in zip(cells, layers):
        layer.set_weights([weights[f"{cell}/{name}"] for name in ("kernel", "recurrent_kernel", "bias")])
    dense.set_weights([weights["dense/kernel"], weights["dense/bias"]])
    # What convert reads are the paths of the variables.
    paths = {weight.path for layer in model.layers for weight in layer.weights}
    assert all(any(path.endswith(name) for path in paths) for name in weights if name.startswith("gru/")), paths
    outputs = keras.ops.convert_to_numpy(model(frames[None]))[0]
    return f"Keras {keras.__version__} on {keras.backend.backend()}", outputs, expected["keras"]


checked, failed = 0, False
for check in (by_torch, by_keras):
    try:
        library, outputs, wanted = check()
    except ModuleNotFoundError as e:
        print(f"{check.__name__[3:]}: not checked, there is no module {e.name}")
        continue
    difference = float(np.abs(outputs - wanted).max())
    print(f"{library}: largest difference {difference:.1e}")
    checked += 1
    failed |= not difference < 1e-5
sys.exit(failed or checked == 0)
