package org.undertone.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** The samples of one decoded frame, where FFmpeg has them: all channels in one plane, or a plane for each. */
final class FramePlanes {
    private final int format;
    private final int channels;
    private final int count;
    private final boolean planar;
    private final ByteBuffer[] planes;
    private int taken;

    private FramePlanes(int format, int channels, int count, boolean planar, ByteBuffer[] planes) {
        this.format = format;
        this.channels = channels;
        this.count = count;
        this.planar = planar;
        this.planes = planes;
    }

    /** No samples. */
    static FramePlanes none() {
        return new FramePlanes(avutil.AV_SAMPLE_FMT_DBL, 1, 0, false, new ByteBuffer[0]);
    }

    /** Those of a frame, to be read before the frame is used again. */
    static FramePlanes of(AVFrame frame) {
        int channels = frame.ch_layout().nb_channels();
        boolean planar = avutil.av_sample_fmt_is_planar(frame.format()) != 0;
        var planes = new ByteBuffer[planar ? channels : 1];
        long bytes =
                (long) frame.nb_samples() * avutil.av_get_bytes_per_sample(frame.format()) * (planar ? 1 : channels);
        for (int plane = 0; plane < planes.length; plane++) {
            planes[plane] = new BytePointer(frame.extended_data().get(plane))
                    .capacity(bytes)
                    .asByteBuffer()
                    .order(ByteOrder.nativeOrder());
        }
        return new FramePlanes(
                avutil.av_get_packed_sample_fmt(frame.format()), channels, frame.nb_samples(), planar, planes);
    }

    /** How many samples of each channel were not read yet. */
    int left() {
        return count - taken;
    }

    /** Reads at most so many samples of each channel into {@code [time][channel]}; returns how many. */
    int read(double[] samples, int frames) {
        int read = Math.min(frames, left());
        for (int channel = 0; channel < channels; channel++) {
            ByteBuffer plane = planes[planar ? channel : 0];
            for (int i = 0; i < read; i++) {
                int at = planar ? taken + i : (taken + i) * channels + channel;
                samples[i * channels + channel] = sample(plane, at);
            }
        }
        taken += read;
        return read;
    }

    private double sample(ByteBuffer plane, int at) {
        return switch (format) {
            case avutil.AV_SAMPLE_FMT_U8 -> ((plane.get(at) & 0xFF) - 128) * 0x1p-7;
            case avutil.AV_SAMPLE_FMT_S16 -> plane.getShort(2 * at) * 0x1p-15;
            case avutil.AV_SAMPLE_FMT_S32 -> plane.getInt(4 * at) * 0x1p-31;
            case avutil.AV_SAMPLE_FMT_S64 -> plane.getLong(8 * at) * 0x1p-63;
            case avutil.AV_SAMPLE_FMT_FLT -> plane.getFloat(4 * at);
            case avutil.AV_SAMPLE_FMT_DBL -> plane.getDouble(8 * at);
            default -> throw new IllegalStateException("FFmpeg gives samples of format " + format);
        };
    }
}
