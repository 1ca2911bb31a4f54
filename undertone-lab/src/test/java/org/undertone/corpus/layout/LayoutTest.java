package org.undertone.corpus.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.corpus.Emotion;
import org.undertone.storage.FileFormatException;

/** Names and their meaning as the corpora's own papers and pages give them. */
class LayoutTest {

    @ParameterizedTest
    @CsvSource({
        "emodb, 03a01Fa.wav, 03, a01, happiness, 2",
        "emodb, 16b10Wb.wav, 16, b10, anger, 2",
        "emodb, 08a02Ac.wav, 08, a02, fear, 2",
        "emodb, 09a05Tb.wav, 09, a05, sadness, 2",
        "emodb, 11b02Eb.flac, 11, b02, disgust, 2",
        "emodb, 03b01Lb.wav, 03, b01, , 0",
        "emodb, 13b03Nb.wav, 13, b03, , 0",
        "ravdess, 03-01-01-01-02-01-12.wav, 12, 02, , 0",
        "ravdess, 03-01-02-02-01-01-12.wav, 12, 01, , 0",
        "ravdess, 03-01-03-01-01-01-24.wav, 24, 01, happiness, 2",
        "ravdess, 03-01-03-02-01-01-24.flac, 24, 01, happiness, 3",
        "ravdess, 03-02-04-01-01-02-07.wav, 07, 01, sadness, 2",
        "ravdess, 01-01-05-02-02-01-01.mp4, 01, 02, anger, 3",
        "ravdess, 02-01-06-01-02-01-02.mp4, 02, 02, fear, 2",
        "ravdess, 03-01-07-02-02-01-02.wav, 02, 02, disgust, 3",
        "ravdess, 03-01-08-01-02-01-02.wav, 02, 02, surprise, 2",
        "crema-d, 1001_DFA_ANG_XX.wav, 1001, DFA, anger, 2",
        "crema-d, 1001_IEO_ANG_LO.wav, 1001, IEO, anger, 1",
        "crema-d, 1002_IEO_HAP_MD.wav, 1002, IEO, happiness, 2",
        "crema-d, 1091_IEO_SAD_HI.mp3, 1091, IEO, sadness, 3",
        "crema-d, 1040_ITH_SAD_X.wav, 1040, ITH, sadness, 2",
        "crema-d, 1003_TSI_DIS_XX.wav, 1003, TSI, disgust, 2",
        "crema-d, 1003_TSI_FEA_XX.wav, 1003, TSI, fear, 2",
        "crema-d, 1003_TSI_NEU_XX.wav, 1003, TSI, , 0",
        "nemo, EB0_anger_1.wav, EB0, 1, anger, 2",
        "nemo, SA0_surprised_90.wav, SA0, 90, surprise, 2",
        "nemo, KA1_happiness_7.wav, KA1, 7, happiness, 2",
        "nemo, KA1_sadness_7.wav, KA1, 7, sadness, 2",
        "nemo, KA1_fear_7.wav, KA1, 7, fear, 2",
        "nemo, KA1_neutral_7.wav, KA1, 7, , 0"
    })
    void readsNames(String layout, String file, String speaker, String sentence, String emotion, double intensity)
            throws IOException {
        SpokenName name = Layout.of(layout).read(Path.of("somewhere", file));
        assertThat(name.speaker()).isEqualTo(speaker);
        assertThat(name.sentence()).isEqualTo(sentence);
        List<Double> expected = Emotion.labels().stream()
                .map(label -> label.equals(emotion) ? intensity : 0.0)
                .toList();
        assertThat(name.intensities()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emodb 03a01Xa.wav",
                "emodb 03a01F.wav",
                "emodb 3a01Fa.wav",
                "emodb x03a01Fa.wav",
                "ravdess 03-01-09-01-02-01-12.wav",
                "ravdess 03-01-01-03-02-01-12.wav",
                "ravdess 03-01-01-01-02-01-25.wav",
                "ravdess 03-01-01-01-02-01.wav",
                "crema-d 1001_DFA_ANG_.wav",
                "crema-d 1001_DFA_SUR_XX.wav",
                "crema-d 1001_DFA_ANG_XXX.wav",
                "nemo EB0_joy_1.wav",
                "nemo anger_1.wav",
                "nemo EB0_anger_.wav"
            })
    void refusesOtherNamesWithAnExample(String layoutAndFile) {
        String[] words = layoutAndFile.split(" ");
        assertThatThrownBy(() -> Layout.of(words[0]).read(Path.of(words[1])))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith(words[1] + ": name: '")
                .hasMessageContaining("such as ");
    }

    @Test
    void namesTheLayoutsThereAre() {
        assertThatThrownBy(() -> Layout.of("tess"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no layout 'tess'; there are emodb, ravdess, crema-d, nemo");
    }
}
