#!/usr/bin/env python3
"""Makes the small .csd files that the tests of the import read, and what they must become.

Needs numpy, h5py and safetensors. Writes beside itself: pairs of acoustic and label files in every container form,
`expected.safetensors` and `expected.csv` (the alignment, row by row as the CMU Multimodal SDK's definition reads), and
one file for each defect.
"""

import csv
import json
import os

import h5py
import numpy
from safetensors.numpy import save_file

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = 74
LABELS = ["sentiment", "happy", "sad", "anger", "surprise", "disgust", "fear"]
EPSILON = 1e-5
RANDOM = numpy.random.default_rng(20240501)


def write(name, entries, root, metadata=None, compress=None, dtype="<f4", times="<f8", libver="earliest", **options):
    """Writes one file; `entries` maps an id to (features, intervals); None leaves a dataset out."""
    path = os.path.join(HERE, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    how = dict(compression="gzip", compression_opts=9, **compress) if compress else {}
    # Chunks of a given shape are for the features; intervals have too few columns for them.
    how_times = {} if how and how["chunks"] is not True else how
    with h5py.File(path, "w", libver=libver, **options) as file:
        group = file.create_group(root)
        data = group.create_group("data")
        for video, (features, intervals) in entries.items():
            entry = data.create_group(video)
            if features is not None:
                kind = features.dtype if features.dtype.kind in "Si" else dtype
                entry.create_dataset("features", data=features.astype(kind), **how)
            if intervals is not None:
                entry.create_dataset("intervals", data=intervals.astype(times), **how_times)
        if metadata is not None:
            texts = group.create_group("metadata")
            for key, value in metadata.items():
                texts.create_dataset(key, (1,), dtype=h5py.string_dtype())[0] = value
    return path


def acoustic_video(rows, first=0.0):
    features = RANDOM.standard_normal((rows, COLUMNS)).astype("<f4")
    starts = first + 0.01 * numpy.arange(rows)
    return features, numpy.stack([starts, starts + 0.01], axis=1)


def labels_video(segments):
    """Segments as (start, end, six intensities); sentiment is made up."""
    features = [[0.5] + list(values) for _, _, values in segments]
    return numpy.array(features, "<f4"), numpy.array([[start, end] for start, end, _ in segments])


def aligned(acoustic, labels):
    """The definition, with no thought of speed: (id, start, end, intensities, frames) of each segment with features."""
    clips = []
    for video in sorted(labels):
        if not any(key.split("[")[0] == video for key in acoustic):
            continue
        keys = sorted((key for key in acoustic if key.split("[")[0] == video), key=lambda key: (len(key), key))
        features = numpy.concatenate([acoustic[key][0] for key in keys])
        intervals = numpy.concatenate([acoustic[key][1] for key in keys])
        order = numpy.argsort(intervals[:, 0], kind="stable")
        features, intervals = features[order], intervals[order]
        values, times = labels[video]
        for i, (start, end) in enumerate(times):
            if abs(start - end) < EPSILON:
                continue
            meets = (end - intervals[:, 0] > -EPSILON) & (intervals[:, 1] - start > -EPSILON)
            clipped = numpy.stack(
                [numpy.maximum(intervals[meets, 0], start), numpy.minimum(intervals[meets, 1], end)], axis=1
            )
            kept = numpy.abs(clipped[:, 0] - clipped[:, 1]) > EPSILON
            frames = features[meets][kept]
            if len(frames):
                clips.append((f"{video}[{i}]", max(0.0, start), end, values[i][-6:], frames))
    return clips


def pairs():
    """One corpus in every container form."""
    acoustic = {
        "-dash_Video": acoustic_video(24),
        "233939": acoustic_video(50),
        "unsorted": acoustic_video(20),
    }
    features, intervals = acoustic["unsorted"]
    shuffled = RANDOM.permutation(20)
    acoustic["unsorted"] = (features[shuffled], intervals[shuffled])
    acoustic["233939"][0][3, 5] = -numpy.inf
    acoustic["233939"][0][4, 5] = numpy.nan
    for features, _ in acoustic.values():
        features[:, 36] = 0
    labels = {
        "-dash_Video": labels_video(
            [(0.1, 0.205, [2 / 3, 0, 0, 0, 1 / 3, 0]), (-0.05, 0.11, [1, 0, 0, 0, 0, 0]), (0.0, 0.24, [0, 1, 0, 0, 0, 0])]
        ),
        "233939": labels_video([(0.3, 0.91, [3, 0, 2 / 3, 0, 0, 0]), (0.013, 0.3, [0, 0, 0, 1 / 3, 0, 2])]),
        "unsorted": labels_video([(0.05, 0.1, [0, 0, 0, 0, 1, 1]), (0.095, 0.19, [0, 0, 1, 0, 0, 0])]),
    }
    names = ["F0", "VUV", "NAQ", "QOQ", "H1H2", "PSP", "MDQ", "peakSlope", "Rd", "Rd_conf", "creak"]
    names += [f"MCEP_{i}" for i in range(25)] + [f"HMPDM_{i}" for i in range(25)] + [f"HMPDD_{i}" for i in range(13)]
    heard = {"dimension names": json.dumps(names), "dataset version": '"1.2"', "uuid": "null", "contact": "bare text"}
    rated = {"dimension names": json.dumps(LABELS), "alignment compatible": "true"}
    for form, options in {
        "contiguous": {},
        "gzip": dict(compress={"chunks": True}),
        "chunks": dict(compress={"chunks": (7, 30)}),
        "shuffle": dict(compress={"chunks": True, "shuffle": True}),
        "v110": dict(compress={"chunks": (9, 74)}, libver=("v110", "v110")),
        "userblock": dict(userblock_size=512),
        "bigendian": dict(dtype=">f4", times=">f8"),
        "doubles": dict(dtype="<f8"),
    }.items():
        write(f"{form}/acoustic.csd", acoustic, "COVAREP", heard, **options)
        if "compress" in options and options["compress"]["chunks"] is not True:
            options = {}
        write(f"{form}/labels.csd", labels, "All Labels", rated, **options)
    halves = {}
    for video, (features, intervals) in acoustic.items():
        for part, index in enumerate(numpy.array_split(numpy.arange(len(features)), 11)):
            halves[f"{video}[{part}]"] = (features[index], intervals[index])
    write("aligned/acoustic.csd", halves, "COVAREP", heard)
    write("aligned/labels.csd", labels, "All Labels", rated)
    expected(aligned(acoustic, labels))


def expected(clips):
    frames = numpy.concatenate([clip[4] for clip in clips])
    offsets = numpy.concatenate([[0], numpy.cumsum([len(clip[4]) for clip in clips])]).astype("<i8")
    save_file({"frames": frames, "offsets": offsets}, os.path.join(HERE, "expected.safetensors"))
    with open(os.path.join(HERE, "expected.csv"), "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["id", "start", "end", *LABELS[1:]])
        for name, start, end, values, _ in clips:
            table.writerow([name, start, end, *(str(value) for value in values)])


def defects():
    """Each file has one fault; it goes with `good/acoustic.csd` or `good/labels.csd`."""
    acoustic = {"a": acoustic_video(20), "b": acoustic_video(12)}
    labels = {
        "a": labels_video([(0.0, 0.1, [1, 0, 0, 0, 0, 0]), (0.1, 0.2, [0, 1, 1, 0, 1, 0])]),
        "b": labels_video([(0.0, 0.12, [1, 0, 0, 0, 0, 0])]),
    }
    write("good/acoustic.csd", acoustic, "COAVAREP")
    write("good/labels.csd", labels, "Emotion Labels")

    def spoiled(name, base, video, change, **options):
        entries = dict(base)
        features, intervals = (array.copy() for array in entries[video])
        entries[video] = change(features, intervals)
        write(f"defects/{name}.csd", entries, "COVAREP" if base is acoustic else "All Labels", {}, **options)

    spoiled("no_features", acoustic, "b", lambda f, t: (None, t))
    spoiled("no_intervals", acoustic, "b", lambda f, t: (f, None))
    spoiled("rows_differ", acoustic, "b", lambda f, t: (f, t[:-1]))
    spoiled("three_times", acoustic, "b", lambda f, t: (f, numpy.hstack([t, t[:, :1]])))
    spoiled("one_dimension", acoustic, "b", lambda f, t: (f[:, 0], t))
    spoiled("text", acoustic, "a", lambda f, t: (numpy.full((20, 1), b"word", "S12"), t))
    spoiled("whole_numbers", acoustic, "b", lambda f, t: (f.astype("<i4"), t))
    spoiled("column_missing", acoustic, "b", lambda f, t: (f[:, 1:], t))
    spoiled("no_rows", acoustic, "b", lambda f, t: (f[:0], t[:0]))
    spoiled("time_not_a_number", acoustic, "b", lambda f, t: (f, numpy.where(t == t[3, 0], numpy.nan, t)))
    spoiled("half_the_rate", acoustic, "b", lambda f, t: (f, t * 2))
    spoiled("too_new", acoustic, "b", lambda f, t: (f, t), libver=("v200", "v200"), compress={"chunks": True})
    write("defects/other_videos.csd", {"c": acoustic["a"], "d": acoustic["b"]}, "COVAREP", {})
    write("defects/one_video.csd", {"a": acoustic["a"]}, "COVAREP", {})
    write("defects/no_videos.csd", {}, "COVAREP", {})
    with h5py.File(os.path.join(HERE, "defects/no_data.csd"), "w", libver="earliest") as file:
        file.create_group("COVAREP").create_group("metadata")
    with h5py.File(os.path.join(HERE, "defects/dataset_for_a_video.csd"), "w", libver="earliest") as file:
        file.create_group("COVAREP").create_group("data").create_dataset("a", data=numpy.zeros(3))
    holes = write("defects/chunk_missing.csd", {"a": acoustic["a"]}, "COVAREP", {})
    with h5py.File(holes, "r+") as file:
        entry = file["COVAREP/data"].create_group("b")
        features = entry.create_dataset("features", (12, COLUMNS), "<f4", chunks=(4, COLUMNS), compression="gzip")
        features[0:4] = 1
        entry.create_dataset("intervals", data=acoustic["b"][1])
    broken = write("defects/chunk_broken.csd", acoustic, "COVAREP", {}, compress={"chunks": True})
    with h5py.File(broken, "r") as file:
        chunk = file["COVAREP/data/b/features"].id.get_chunk_info(0)
    with open(broken, "r+b") as file:
        file.seek(chunk.byte_offset)
        file.write(b"no gzip at all")

    spoiled("five_columns", labels, "a", lambda f, t: (f[:, :5], t))
    spoiled("columns_differ", labels, "b", lambda f, t: (f[:, 1:], t))
    faults = [
        (0.00, 0.05, [1, 0, 0, 0, 0, 0]),
        (-0.5, 0.05, [4, -1, 0, 0, 0, 0]),
        (0.05, 0.05, [1, 0, 0, 0, 0, 0]),
        (0.10, 0.05, [1, 0, 0, 0, 0, 0]),
        (0.50, 0.90, [1, 0, 0, 0, 0, 0]),
        (-0.3, -0.1, [1, 0, 0, 0, 0, 0]),
        (0.05, 0.10, [numpy.nan, 0, 0, 0, 0, 0]),
        (numpy.nan, 0.1, [1, 0, 0, 0, 0, 0]),
        (0.05, 0.10, [2, 2, 0, 0, 0, 0]),
    ]
    write("faults/segments.csd", {"a": labels_video(faults), "z": labels["b"]}, "All Labels", {})
    later = {video: (features, times + 5) for video, (features, times) in labels.items()}
    write("defects/all_outside.csd", later, "All Labels", {})
    turned = {video: (features[:, [0, 6, 5, 4, 3, 2, 1]], times) for video, (features, times) in labels.items()}
    key = "dimension namescomputational sequence version"
    names = json.dumps([LABELS[column] for column in [0, 6, 5, 4, 3, 2, 1]])
    write("faults/turned_named.csd", turned, "All Labels", {key: names})
    write("faults/turned_unnamed.csd", turned, "All Labels", {"dimension names": "fear first"})
    six = {video: (features[:, 1:], times) for video, (features, times) in labels.items()}
    write("faults/six_columns.csd", six, "Emotion Labels")
    write("faults/single_times.csd", labels, "Emotion Labels", times="<f4")


if __name__ == "__main__":
    pairs()
    defects()
