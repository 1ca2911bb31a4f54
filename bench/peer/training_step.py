#!/usr/bin/env python3
"""The training step of the paper's encoder in PyTorch, for whoever has it at hand.

32 clips of 300 frames of 74 columns, one hidden span of 30 frames each, GRU 256 -> GRU 256 -> Dense 74, mean squared
error over all frames, Adam: the same work as `bench/training` measures on the JVM.

    python3 training_step.py [THREADS] [STEPS]
"""

import statistics
import sys
import time

import torch

CLIPS, FRAMES, COLUMNS, HIDDEN, SPAN = 32, 300, 74, 256, 30


class Encoder(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = torch.nn.GRU(COLUMNS, HIDDEN, num_layers=2)
        self.output = torch.nn.Linear(HIDDEN, COLUMNS)

    def forward(self, x):
        return self.output(self.gru(x)[0])


def main():
    threads = int(sys.argv[1]) if len(sys.argv) > 1 else torch.get_num_threads()
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    encoder = Encoder()
    adam = torch.optim.Adam(encoder.parameters(), lr=1e-3)
    target = torch.randn(FRAMES, CLIPS, COLUMNS)
    masked = target.clone()
    for clip in range(CLIPS):
        masked[3 * clip : 3 * clip + SPAN, clip] = -30.0
    times = []
    for step in range(steps + 3):
        begin = time.perf_counter()
        adam.zero_grad()
        loss = torch.nn.functional.mse_loss(encoder(masked), target)
        loss.backward()
        adam.step()
        if step >= 3:
            times.append(1000 * (time.perf_counter() - begin))
    print(f"torch {torch.__version__}, {threads} threads: {statistics.median(times):.1f} ms per step, median of {steps}")


if __name__ == "__main__":
    main()
