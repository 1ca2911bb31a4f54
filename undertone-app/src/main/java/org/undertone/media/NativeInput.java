package org.undertone.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.undertone.audio.AudioInput;

/** An input as FFmpeg reads it: through calls back into Java. What goes wrong in them is kept and thrown afterwards. */
final class NativeInput implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int INVALID_ARGUMENT = -22;
    private static final int FROM_BEGIN = 0;
    private static final int FROM_HERE = 1;
    private static final int FROM_END = 2;

    /**
     * Inputs by the number that FFmpeg hands back. JavaCPP has room for ten functions of a kind in a process, so that
     * every input cannot have its own.
     */
    private static final Map<Long, NativeInput> OPEN = new ConcurrentHashMap<>();

    private static final AtomicLong LAST_NUMBER = new AtomicLong();
    private static final Read READ = new Read();
    private static final Seek SEEK = new Seek();

    private final long number = LAST_NUMBER.incrementAndGet();
    private final SeekableByteChannel channel;
    private AVIOContext context;
    private Throwable failure;

    private NativeInput(SeekableByteChannel channel) {
        this.channel = channel;
    }

    static NativeInput open(AudioInput input) throws IOException {
        var open = new NativeInput(input.open());
        OPEN.put(open.number, open);
        var buffer = new BytePointer(avutil.av_malloc(BUFFER_BYTES));
        open.context = buffer.isNull()
                ? null
                : avformat.avio_alloc_context(
                        buffer,
                        BUFFER_BYTES,
                        0,
                        new Number(open.number),
                        READ,
                        (Write_packet_Pointer_BytePointer_int) null,
                        SEEK);
        if (open.context == null) {
            avutil.av_free(buffer);
            open.close();
            throw new OutOfMemoryError("no native memory left to open a recording");
        }
        return open;
    }

    AVIOContext context() {
        return context;
    }

    /** Throws what went wrong while FFmpeg read, which to FFmpeg was a number. */
    void throwFailure() throws IOException {
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
        if (thrown != null) {
            throw new IOException("reading failed: " + thrown.getMessage(), thrown);
        }
    }

    private int read(BytePointer target, int bytes) {
        try {
            ByteBuffer buffer = target.capacity(bytes).asByteBuffer();
            int count = channel.read(buffer);
            return count <= 0 ? avutil.AVERROR_EOF() : count;
        } catch (IOException | RuntimeException | Error e) {
            // Nothing may be thrown through C.
            failure = e;
            return avutil.AVERROR_EXTERNAL();
        }
    }

    private long seek(long offset, int whence) {
        try {
            if ((whence & avformat.AVSEEK_SIZE) != 0) {
                return channel.size();
            }
            long from =
                    switch (whence & ~avformat.AVSEEK_FORCE) {
                        case FROM_BEGIN -> 0;
                        case FROM_HERE -> channel.position();
                        case FROM_END -> channel.size();
                        default -> Long.MIN_VALUE;
                    };
            if (from < 0 || from + offset < 0) {
                return INVALID_ARGUMENT;
            }
            channel.position(from + offset);
            return from + offset;
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            return avutil.AVERROR_EXTERNAL();
        }
    }

    @Override
    public void close() throws IOException {
        OPEN.remove(number);
        if (context != null) {
            avutil.av_free(context.buffer());
            avformat.avio_context_free(context);
            context = null;
        }
        channel.close();
    }

    /** A pointer that points nowhere: its address is a number. */
    private static final class Number extends Pointer {
        Number(long number) {
            address = number;
        }
    }

    private static final class Read extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer target, int bytes) {
            NativeInput input = OPEN.get(opaque.address());
            return input == null ? avutil.AVERROR_EXTERNAL() : input.read(target, bytes);
        }
    }

    private static final class Seek extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            NativeInput input = OPEN.get(opaque.address());
            return input == null ? avutil.AVERROR_EXTERNAL() : input.seek(offset, whence);
        }
    }
}
