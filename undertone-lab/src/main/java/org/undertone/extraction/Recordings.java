package org.undertone.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.undertone.audio.FoundRecording;
import org.undertone.audio.RecordingFiles;
import org.undertone.corpus.layout.LabelTable;
import org.undertone.corpus.layout.Layout;
import org.undertone.corpus.layout.SpokenName;
import org.undertone.storage.FileFormatException;

/** Recordings from files: with labels by a layout or a table, or without. */
public final class Recordings {
    private final Predicate<Path> isRecording;
    private final Function<Path, AudioSource> opener;

    private Recordings(Predicate<Path> isRecording, Function<Path, AudioSource> opener) {
        this.isRecording = isRecording;
        this.opener = opener;
    }

    /**
     * A maker of recordings.
     *
     * @param isRecording which files of a directory are meant
     * @param opener what a file is opened by
     */
    public static Recordings of(Predicate<Path> isRecording, Function<Path, AudioSource> opener) {
        return new Recordings(isRecording, opener);
    }

    /**
     * Recordings of an unlabelled corpus; the group of one is the directory it is in below the one that was named, or
     * else itself.
     *
     * @param named files and directories
     * @throws FileFormatException where a directory holds no audio file
     */
    public List<Recording> unlabelled(List<Path> named) throws IOException {
        List<FoundRecording> files = found(named);
        List<String> names = RecordingNames.of(files);
        List<Recording> recordings = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            FoundRecording found = files.get(i);
            Path directory = found.relative().getParent();
            String group =
                    directory == null ? names.get(i) : directory.toString().replace('\\', '/');
            recordings.add(Recording.whole(names.get(i), group, List.of(), opener.apply(found.file())));
        }
        return recordings;
    }

    /**
     * Recordings whose names say who speaks and how; one whose name does not fit is there and will fail.
     *
     * @param named files and directories
     * @throws FileFormatException where a directory holds no audio file
     */
    public List<Recording> named(List<Path> named, Layout layout) throws IOException {
        List<FoundRecording> files = found(named);
        List<String> names = RecordingNames.of(files);
        List<Recording> recordings = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i).file();
            recordings.add(named(names.get(i), file, layout));
        }
        return recordings;
    }

    private List<FoundRecording> found(List<Path> named) throws IOException {
        var files = RecordingFiles.of(isRecording);
        for (Path path : named) {
            files.add(path);
        }
        return files.found();
    }

    private Recording named(String name, Path file, Layout layout) {
        try {
            SpokenName spoken = layout.read(file);
            return Recording.whole(name, spoken.speaker(), spoken.intensities(), opener.apply(file));
        } catch (FileFormatException e) {
            return Recording.whole(name, name, List.of(), new RefusedAudio(file, e));
        }
    }

    /**
     * Recordings that a table names. A file that it names once is one clip; one that it names several times is as many,
     * called {@code name[0]}, {@code name[1]} and so on.
     *
     * @param directory what the names of files in the table are relative to
     * @throws FileFormatException naming the line that is not as it must be
     */
    public List<Recording> tabled(Path table, Path directory) throws IOException {
        Map<Path, List<LabelTable.Row>> rows = new LinkedHashMap<>();
        for (LabelTable.Row row : LabelTable.read(table)) {
            Path file = RecordingFiles.resolved(directory, row.file(), table, row.line())
                    .normalize();
            rows.computeIfAbsent(file, first -> new ArrayList<>()).add(row);
        }
        List<FoundRecording> files = rows.keySet().stream()
                .map(file -> new FoundRecording(file, directory))
                .toList();
        List<String> names = RecordingNames.of(files);
        List<Recording> recordings = new ArrayList<>();
        for (String name : names) {
            Path file = files.get(recordings.size()).file();
            recordings.add(new Recording(name, opener.apply(file), clips(name, rows.get(file))));
        }
        return recordings;
    }

    private static List<Clip> clips(String name, List<LabelTable.Row> rows) {
        List<Clip> clips = new ArrayList<>();
        for (LabelTable.Row row : rows) {
            String id = rows.size() == 1 ? name : name + "[" + clips.size() + "]";
            String group = row.group().isEmpty() ? name : row.group();
            clips.add(new Clip(id, group, row.start(), row.end(), row.split(), row.intensities()));
        }
        return clips;
    }
}
