#!/usr/bin/env python3
"""Writes GRUs as PyTorch and as Keras save them, and what each answers, computed by numpy in double.

Each layout is computed by the equations of its own documentation, on its own arrays: torch.nn.GRU (gates reset, update, new;
h' = (1 - z) n + z h) and keras.layers.GRU with reset_after=True (kernels multiplied from the right; gates update, reset, new;
h' = z h + (1 - z) n). Needs: pip install numpy safetensors
"""
import pathlib

import numpy as np
from safetensors.numpy import save_file

INPUTS, HIDDEN, LAYERS, OUTPUTS, FRAMES = 5, 4, 2, 3, 9
here = pathlib.Path(__file__).parent
rng = np.random.default_rng(5)


def weights(*shape):
    return rng.normal(scale=0.6, size=shape).astype(np.float32)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def torch_gru(frames, t, prefix):
    sequence = frames.astype(np.float64)
    for layer in range(LAYERS):
        w_ih, w_hh = t[f"{prefix}weight_ih_l{layer}"].astype(float), t[f"{prefix}weight_hh_l{layer}"].astype(float)
        b_ih, b_hh = t[f"{prefix}bias_ih_l{layer}"].astype(float), t[f"{prefix}bias_hh_l{layer}"].astype(float)
        w_ir, w_iz, w_in = np.split(w_ih, 3)
        w_hr, w_hz, w_hn = np.split(w_hh, 3)
        b_ir, b_iz, b_in = np.split(b_ih, 3)
        b_hr, b_hz, b_hn = np.split(b_hh, 3)
        h, out = np.zeros(HIDDEN), []
        for x in sequence:
            r = sigmoid(w_ir @ x + b_ir + w_hr @ h + b_hr)
            z = sigmoid(w_iz @ x + b_iz + w_hz @ h + b_hz)
            n = np.tanh(w_in @ x + b_in + r * (w_hn @ h + b_hn))
            h = (1 - z) * n + z * h
            out.append(h)
        sequence = np.array(out)
    return sequence


def keras_gru(frames, t, cells):
    sequence = frames.astype(np.float64)
    for cell in cells:
        kernel, recurrent = t[f"{cell}/kernel"].astype(float), t[f"{cell}/recurrent_kernel"].astype(float)
        bias = t[f"{cell}/bias"].astype(float)
        h, out = np.zeros(HIDDEN), []
        for x in sequence:
            matrix_x = x @ kernel + bias[0]
            x_z, x_r, x_h = matrix_x[:HIDDEN], matrix_x[HIDDEN : 2 * HIDDEN], matrix_x[2 * HIDDEN :]
            matrix_inner = h @ recurrent + bias[1]
            r_z, r_r, r_h = matrix_inner[:HIDDEN], matrix_inner[HIDDEN : 2 * HIDDEN], matrix_inner[2 * HIDDEN :]
            z = sigmoid(x_z + r_z)
            r = sigmoid(x_r + r_r)
            hh = np.tanh(x_h + r * r_h)
            h = z * h + (1 - z) * hh
            out.append(h)
        sequence = np.array(out)
    return sequence


frames = rng.normal(size=(FRAMES, INPUTS)).astype(np.float32)
torch = {
    "standardizer.mean": rng.normal(size=INPUTS),
    "standardizer.standard_deviation": rng.uniform(0.5, 2, size=INPUTS),
}
for layer in range(LAYERS):
    torch[f"encoder.rnn.weight_ih_l{layer}"] = weights(3 * HIDDEN, INPUTS if layer == 0 else HIDDEN)
    torch[f"encoder.rnn.weight_hh_l{layer}"] = weights(3 * HIDDEN, HIDDEN)
    torch[f"encoder.rnn.bias_ih_l{layer}"] = weights(3 * HIDDEN)
    torch[f"encoder.rnn.bias_hh_l{layer}"] = weights(3 * HIDDEN)
torch["decoder.weight"] = weights(OUTPUTS, HIDDEN)
torch["decoder.bias"] = weights(OUTPUTS)
standard = (frames - torch["standardizer.mean"]) / torch["standardizer.standard_deviation"]
torch_expected = torch_gru(standard, torch, "encoder.rnn.") @ torch["decoder.weight"].astype(float).T
torch_expected = torch_expected + torch["decoder.bias"].astype(float)

keras, cells = {}, ["gru/gru_cell", "gru_1/gru_cell"]
for layer, cell in enumerate(cells):
    keras[f"{cell}/kernel"] = weights(INPUTS if layer == 0 else HIDDEN, 3 * HIDDEN)
    keras[f"{cell}/recurrent_kernel"] = weights(HIDDEN, 3 * HIDDEN)
    keras[f"{cell}/bias"] = weights(2, 3 * HIDDEN)
keras["dense/kernel"] = weights(HIDDEN, OUTPUTS)
keras["dense/bias"] = weights(OUTPUTS)
keras_hidden = keras_gru(frames, keras, cells)
keras_expected = keras_hidden @ keras["dense/kernel"].astype(float) + keras["dense/bias"].astype(float)

save_file(torch, here / "torch.safetensors")
save_file(keras, here / "keras.safetensors")
save_file(
    {"frames": frames, "torch": torch_expected, "keras": keras_expected, "keras_units": keras_hidden},
    here / "expected.safetensors",
)
