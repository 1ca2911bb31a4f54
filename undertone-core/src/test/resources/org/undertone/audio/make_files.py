#!/usr/bin/env python3
"""Makes the WAV, AIFF and AU files here: one known signal of two channels and 60 frames, wrapped by FFmpeg in each format.

Needs: ffmpeg on the PATH (made with 5.1.9). law.s16 is what FFmpeg decodes all codes of mu-law, then of A-law to.
"""
import pathlib
import struct
import subprocess

HERE = pathlib.Path(__file__).parent
FRAMES = 60
RATE = 16000


def value(frame, channel, bits):
    """The upper bits of a multiplicative hash, as a signed number."""
    return ((frame * 2654435761 + channel * 97654321 + 12345) % 2**32 >> 32 - bits) - 2 ** (bits - 1)


def raw(pack, bits):
    return b"".join(pack(value(n, c, bits)) for n in range(FRAMES) for c in range(2))


def pcm(letters, order):
    bits = 8 * len(struct.pack(letters, 0))
    return raw(lambda v: struct.pack(order + letters, v), bits)


def triple(order):
    return raw(lambda v: v.to_bytes(3, order, signed=True), 24)


def samples(codec):
    return {
        "pcm_u8": lambda: raw(lambda v: bytes([v + 128]), 8),
        "pcm_s8": lambda: pcm("b", "<"),
        "pcm_s16le": lambda: pcm("h", "<"),
        "pcm_s16be": lambda: pcm("h", ">"),
        "pcm_s24le": lambda: triple("little"),
        "pcm_s24be": lambda: triple("big"),
        "pcm_s32le": lambda: pcm("i", "<"),
        "pcm_s32be": lambda: pcm("i", ">"),
        "pcm_f32le": lambda: raw(lambda v: struct.pack("<f", v / 2**23), 24),
        "pcm_f32be": lambda: raw(lambda v: struct.pack(">f", v / 2**23), 24),
        "pcm_f64le": lambda: raw(lambda v: struct.pack("<d", v / 2**31), 32),
        "pcm_f64be": lambda: raw(lambda v: struct.pack(">d", v / 2**31), 32),
    }[codec]()


def ffmpeg(*arguments, data):
    command = ["ffmpeg", "-v", "error", "-y", *arguments]
    return subprocess.run(command, input=data, check=True, stdout=subprocess.PIPE).stdout


def wrap(codec, name, *options, data=None, channels=2, pipe=None):
    source = ["-f", codec.removeprefix("pcm_"), "-ar", str(RATE), "-ac", str(channels), "-i", "-"]
    target = ["-c:a", codec, "-bitexact", *options]
    data = data or samples(codec)
    if pipe:
        (HERE / name).write_bytes(ffmpeg(*source, *target, "-f", pipe, "-", data=data))
    else:
        ffmpeg(*source, *target, str(HERE / name), data=data)


for codec in ("pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_f64le"):
    wrap(codec, codec.removeprefix("pcm_").removesuffix("le") + ".wav")
wrap("pcm_s16le", "piped.wav", pipe="wav")
wrap("pcm_s16le", "long.rf64.wav", "-rf64", "always")
for codec in ("pcm_s8", "pcm_s16be", "pcm_s24be", "pcm_s32be", "pcm_f32be", "pcm_f64be"):
    wrap(codec, codec.removeprefix("pcm_").removesuffix("be") + ".aiff")
    wrap(codec, codec.removeprefix("pcm_").removesuffix("be") + ".au")
wrap("pcm_s16le", "sowt.aiff")
wrap("pcm_s16be", "piped.au", pipe="au")

codes = bytes(range(256))
law = b""
for codec in ("pcm_mulaw", "pcm_alaw"):
    name = codec.removeprefix("pcm_")
    for container in ("wav", "aiff", "au"):
        wrap(codec, f"{name}.{container}", data=codes, channels=1)
    source = ["-f", name, "-ar", str(RATE), "-ac", "1", "-i", "-"]
    law += ffmpeg(*source, "-c:a", "pcm_s16be", "-f", "s16be", "-", data=codes)
(HERE / "law.s16").write_bytes(law)
