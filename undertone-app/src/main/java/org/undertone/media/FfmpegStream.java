package org.undertone.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.undertone.audio.AudioInput;
import org.undertone.audio.ChannelStream;
import org.undertone.audio.SoundFormat;
import org.undertone.storage.FileFormatException;

/** One sound track as FFmpeg decodes it, packet by packet: memory holds one packet and one frame. */
final class FfmpegStream implements ChannelStream {
    private static final Set<Integer> CODECS = Set.of(
            avcodec.AV_CODEC_ID_FLAC,
            avcodec.AV_CODEC_ID_MP3,
            avcodec.AV_CODEC_ID_VORBIS,
            avcodec.AV_CODEC_ID_OPUS,
            avcodec.AV_CODEC_ID_AAC,
            avcodec.AV_CODEC_ID_ALAC,
            avcodec.AV_CODEC_ID_PCM_S16LE,
            avcodec.AV_CODEC_ID_PCM_S16BE,
            avcodec.AV_CODEC_ID_PCM_S24LE,
            avcodec.AV_CODEC_ID_PCM_S24BE,
            avcodec.AV_CODEC_ID_PCM_F32LE,
            avcodec.AV_CODEC_ID_PCM_F32BE);
    private static final int MOST_STREAMS = 100;
    /** Encoders pad the ends of lossy formats, and not every file says by how much. */
    private static final double PADDING_SECONDS = 0.25;

    static {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    private final AudioInput input;
    private final Container container;
    private final NativeInput source;
    private AVFormatContext context;
    private AVStream track;
    private AVCodecContext codec;
    private AVPacket packet;
    private AVFrame frame;
    private SoundFormat format;
    private FramePlanes planes = FramePlanes.none();
    private long decoded;
    private boolean closed;

    private FfmpegStream(AudioInput input, Container container, NativeInput source) {
        this.input = input;
        this.container = container;
        this.source = source;
    }

    static FfmpegStream open(AudioInput input, Container container) throws IOException {
        var stream = new FfmpegStream(input, container, NativeInput.open(input));
        try {
            stream.openContainer();
            stream.openTrack();
            // Rate and channels are those of the first samples; headers are known to lie about them.
            if (!stream.decodeFrame()) {
                throw stream.fault("sound track", "holds no samples");
            }
            return stream;
        } catch (IOException | RuntimeException | Error e) {
            stream.close();
            throw e;
        }
    }

    private void openContainer() throws IOException {
        context = avformat.avformat_alloc_context();
        context.pb(source.context());
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
        var options = new AVDictionary(null);
        avutil.av_dict_set(options, "protocol_whitelist", "none", 0);
        avutil.av_dict_set(options, "format_whitelist", container.demuxer(), 0);
        avutil.av_dict_set(options, "max_streams", Integer.toString(MOST_STREAMS), 0);
        int code =
                avformat.avformat_open_input(context, "", avformat.av_find_input_format(container.demuxer()), options);
        avutil.av_dict_free(options);
        if (code < 0) {
            // FFmpeg has freed it already.
            context = null;
            throw fault("header", code);
        }
    }

    private void openTrack() throws IOException {
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            boolean sound = stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_AUDIO;
            boolean preferred = (stream.disposition() & avformat.AV_DISPOSITION_DEFAULT) != 0;
            if (sound && (track == null || preferred && (track.disposition() & avformat.AV_DISPOSITION_DEFAULT) == 0)) {
                track = stream;
            }
            stream.discard(avcodec.AVDISCARD_ALL);
        }
        if (track == null) {
            throw fault("header", "has no sound track");
        }
        track.discard(avcodec.AVDISCARD_DEFAULT);
        int id = track.codecpar().codec_id();
        AVCodec decoder = CODECS.contains(id) ? avcodec.avcodec_find_decoder(id) : null;
        if (decoder == null) {
            throw fault(
                    "sound track",
                    "is " + avcodec.avcodec_get_name(id).getString()
                            + "; known are FLAC, MP3, Vorbis, Opus, AAC, ALAC and PCM");
        }
        codec = avcodec.avcodec_alloc_context3(decoder);
        avcodec.avcodec_parameters_to_context(codec, track.codecpar());
        codec.pkt_timebase(track.time_base());
        codec.thread_count(1);
        if (container == Container.FLAC) {
            // Its frames carry checksums: silent damage can be told.
            codec.err_recognition(avcodec.AV_EF_CRCCHECK | avcodec.AV_EF_EXPLODE);
        }
        int code = avcodec.avcodec_open2(codec, decoder, (AVDictionary) null);
        if (code < 0) {
            throw fault("sound track", code);
        }
        packet = avcodec.av_packet_alloc();
        frame = avutil.av_frame_alloc();
    }

    @Override
    public SoundFormat format() {
        return format;
    }

    @Override
    public OptionalLong expectedFrames() {
        long duration = track.duration();
        if (duration <= 0) {
            return OptionalLong.empty();
        }
        double seconds =
                (double) duration * track.time_base().num() / track.time_base().den();
        return OptionalLong.of((long) Math.rint(seconds * format.rate()));
    }

    @Override
    public int read(double[] samples, int frames) throws IOException {
        if (planes.left() == 0 && !decodeFrame()) {
            checkLength();
            return -1;
        }
        return planes.read(samples, frames);
    }

    /** Decodes up to the next samples; false at the end. */
    private boolean decodeFrame() throws IOException {
        while (true) {
            int code = avcodec.avcodec_receive_frame(codec, frame);
            if (code == avutil.AVERROR_EOF()) {
                return false;
            } else if (code == avutil.AVERROR_EAGAIN()) {
                sendPacket();
            } else if (code < 0) {
                damaged(code);
            } else if (frame.nb_samples() > 0) {
                take();
                return true;
            }
        }
    }

    private void take() throws FileFormatException {
        int channels = frame.ch_layout().nb_channels();
        if (format == null) {
            format = SoundFormat.of(input, "sound track", frame.sample_rate(), channels);
        } else if (format.rate() != frame.sample_rate() || format.channels() != channels) {
            throw fault(
                    place(),
                    "changes from " + format.rate() + " Hz and " + format.channels() + " channels to "
                            + frame.sample_rate() + " Hz and " + channels);
        }
        planes = FramePlanes.of(frame);
        decoded += frame.nb_samples();
    }

    private void sendPacket() throws IOException {
        int code = avformat.av_read_frame(context, packet);
        source.throwFailure();
        if (code == avutil.AVERROR_EOF()) {
            avcodec.avcodec_send_packet(codec, null);
        } else if (code < 0) {
            throw fault(place(), code);
        } else {
            code = packet.stream_index() == track.index() ? avcodec.avcodec_send_packet(codec, packet) : 0;
            avcodec.av_packet_unref(packet);
            if (code < 0) {
                damaged(code);
            }
        }
    }

    /**
     * A packet that cannot be decoded. In MP3 files it is left out, as every player does: at the seams of files that were
     * cut or put together, frames refer to data that is not there.
     */
    private void damaged(int code) throws IOException {
        source.throwFailure();
        if (container != Container.MP3) {
            throw fault(place(), code);
        }
    }

    private void checkLength() throws FileFormatException {
        OptionalLong expected = expectedFrames();
        double padding = container == Container.FLAC ? 0 : PADDING_SECONDS * format.rate();
        if (expected.isPresent() && decoded < expected.getAsLong() - padding) {
            throw fault(
                    place(),
                    String.format(
                            Locale.ROOT,
                            "is cut off, the file promises %.3f s; copy the file again",
                            (double) expected.getAsLong() / format.rate()));
        }
    }

    private String place() {
        return format == null
                ? "sound track"
                : String.format(Locale.ROOT, "sound track at %.3f s", (double) decoded / format.rate());
    }

    /** What FFmpeg has to say; what went wrong in reading takes precedence. */
    private FileFormatException fault(String where, int code) throws IOException {
        source.throwFailure();
        var message = new byte[avutil.AV_ERROR_MAX_STRING_SIZE];
        avutil.av_strerror(code, message, message.length);
        String text = new String(message, StandardCharsets.ISO_8859_1);
        return fault(where, "is damaged (FFmpeg: " + text.substring(0, text.indexOf(0)) + ")");
    }

    private FileFormatException fault(String where, String problem) {
        return new FileFormatException(input.name(), where, problem);
    }

    @Override
    public void close() throws IOException {
        planes = FramePlanes.none();
        if (closed) {
            return;
        }
        closed = true;
        if (frame != null) {
            avutil.av_frame_free(frame);
        }
        if (packet != null) {
            avcodec.av_packet_free(packet);
        }
        if (codec != null) {
            avcodec.avcodec_free_context(codec);
        }
        if (context != null) {
            avformat.avformat_close_input(context);
        }
        source.close();
    }
}
