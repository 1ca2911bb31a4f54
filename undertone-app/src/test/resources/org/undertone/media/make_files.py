#!/usr/bin/env python3
"""Makes the compressed recordings here with FFmpeg: a hash of 1,000 frames, which lossless formats have to keep bit by
bit, and a tone of 0.4 s, which lossy ones have to come close to.

Needs: numpy, and ffmpeg on the PATH (made with 5.1.9, libmp3lame 3.100, libvorbis 1.3.7, libopus 1.3.1)
"""
import pathlib
import subprocess

import numpy as np

HERE = pathlib.Path(__file__).parent
RATE = 16000


def values(bits, channels):
    """The upper bits of a multiplicative hash, as signed numbers, [time][channel]."""
    frame = np.arange(1000, dtype=np.uint64)[:, None]
    channel = np.arange(channels, dtype=np.uint64)[None, :]
    hashed = (frame * 2654435761 + channel * 97654321 + 12345) % 2**32
    return (hashed >> np.uint64(32 - bits)).astype(np.int64) - 2 ** (bits - 1)


def tone(rate=RATE):
    t = np.arange(int(0.4 * rate)) / rate
    return (0.4 * np.sin(2 * np.pi * 440 * t) + 0.2 * np.sin(2 * np.pi * 1234.5 * t + 1)) * np.sin(np.pi * t / 0.4) ** 2


def ffmpeg(name, samples, *options, format="f64le", channels=1, rate=RATE):
    source = ["-f", format, "-ar", str(rate), "-ac", str(channels), "-i", "-"]
    command = ["ffmpeg", "-v", "error", "-y", *source, *options, "-fflags", "+bitexact", "-flags:a", "+bitexact"]
    subprocess.run([*command, str(HERE / name)], input=samples.tobytes(), check=True)


stereo = values(16, 2).astype("<i2")
deep = (values(24, 1) << 8).astype("<i4")
ffmpeg("stereo.flac", stereo, "-metadata_header_padding", "4", format="s16le", channels=2)
ffmpeg("deep.flac", deep, "-metadata_header_padding", "4", "-sample_fmt", "s32", "-bits_per_raw_sample", "24", format="s32le")
ffmpeg("flac.ogg", stereo, "-c:a", "flac", format="s16le", channels=2)
ffmpeg("alac.m4a", stereo, "-c:a", "alac", format="s16le", channels=2)
ffmpeg("pcm.mov", stereo, "-c:a", "pcm_s16le", format="s16le", channels=2)

ffmpeg("tone.mp3", tone(), "-b:a", "32k")
ffmpeg("tagged.mp3", tone(), "-b:a", "32k", "-metadata", "title=a tag in front", "-write_id3v1", "1", "-write_xing", "0")
ffmpeg("tone.ogg", tone(), "-c:a", "libvorbis", "-q:a", "5")
ffmpeg("fast.ogg", tone(32000), "-c:a", "libvorbis", "-q:a", "0", rate=32000)
ffmpeg("tone.opus", tone(), "-b:a", "48k")
ffmpeg("tone.webm", tone(), "-c:a", "libopus", "-b:a", "48k")
ffmpeg("vorbis.webm", tone(), "-c:a", "libvorbis", "-q:a", "5")
ffmpeg("tone.m4a", tone(), "-c:a", "aac", "-b:a", "64k")

picture = ["-f", "lavfi", "-i", "testsrc=s=32x32:r=5:d=0.4", "-c:v", "mpeg4", "-flags:v", "+bitexact"]
ffmpeg("tone.mp4", tone(), *picture, "-c:a", "aac", "-b:a", "64k")
ffmpeg("silent.mp4", tone(), *picture, "-map", "1:v")
ffmpeg("ac3.mp4", tone(48000), "-c:a", "ac3", "-b:a", "64k", rate=48000)

# Several frames, so that one can be cut off or damaged.
ffmpeg("long.flac", (tone() * 32767).astype("<i2"), "-frame_size", "1024", "-metadata_header_padding", "4", format="s16le")
