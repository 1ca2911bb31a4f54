#!/usr/bin/env python3
"""Makes firls.json: least-squares filters of linear phase by scipy.signal.firls (made with scipy 1.17.1).

The first three are the high-pass of the glottal inverse filtering at 16000, 8000 and 22050 samples per second; the last has
sloping bands. A filter is symmetric: the first half and the middle coefficient are written.
"""

import json
import os

from scipy import signal

HERE = os.path.dirname(os.path.abspath(__file__))
FILTERS = [
    (300, [0, 40 / 8000, 70 / 8000, 1], [0, 0, 1, 1]),
    (150, [0, 40 / 4000, 70 / 4000, 1], [0, 0, 1, 1]),
    (414, [0, 40 / 11025, 70 / 11025, 1], [0, 0, 1, 1]),
    (30, [0.1, 0.3, 0.4, 0.6, 0.75, 0.9], [0, 1, 1, 0.5, 0.25, 0]),
]

filters = []
for order, edges, desired in FILTERS:
    taps = signal.firls(order + 1, edges, desired)
    filters.append({"order": order, "edges": edges, "desired": desired, "half": taps[: order // 2 + 1].tolist()})
with open(os.path.join(HERE, "firls.json"), "w") as file:
    json.dump(filters, file, indent=1)
    file.write("\n")
