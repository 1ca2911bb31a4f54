package org.undertone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameColumnsTest {
    @Test
    void knowsTheSeventyFourColumnsOfCovarep() {
        assertThat(FrameColumns.COVAREP.count()).isEqualTo(74);
        assertThat(FrameColumns.COVAREP.names().subList(0, 12))
                .containsExactly(
                        "F0",
                        "VUV",
                        "NAQ",
                        "QOQ",
                        "H1H2",
                        "PSP",
                        "MDQ",
                        "peakSlope",
                        "Rd",
                        "Rd_conf",
                        "creak",
                        "MCEP_0");
        assertThat(FrameColumns.COVAREP.index("MCEP_24")).isEqualTo(35);
        assertThat(FrameColumns.COVAREP.index("HMPDM_0")).isEqualTo(36);
        assertThat(FrameColumns.COVAREP.index("HMPDD_12")).isEqualTo(73);
    }

    @Test
    void rejectsNoColumns() {
        assertThatThrownBy(() -> new FrameColumns(List.of())).hasMessage("a frame needs at least one column");
    }

    @Test
    void rejectsABlankName() {
        assertThatThrownBy(() -> new FrameColumns(List.of("a", " "))).hasMessageContaining("column 1");
    }

    @Test
    void rejectsANameThatOccursTwice() {
        assertThatThrownBy(() -> new FrameColumns(List.of("a", "b", "a"))).hasMessage("column 'a' occurs twice");
    }

    @Test
    void rejectsAColumnThatIsNotThere() {
        assertThatThrownBy(() -> new FrameColumns(List.of("a")).index("b"))
                .hasMessage("there is no column 'b' among [a]");
    }
}
