package org.undertone.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeftOutPartsTest {
    @Test
    void keepsEveryGroupInOnePart() {
        List<String> groups = IntStream.range(0, 97)
                .mapToObj(clip -> "speaker " + clip * clip % 11)
                .toList();
        LeftOutParts parts = LeftOutParts.ofGroups(groups, 4);
        assertThat(parts.groupsApart()).isTrue();
        var partOf = new HashMap<String, Integer>();
        for (int clip = 0; clip < groups.size(); clip++) {
            Integer before = partOf.put(groups.get(clip), parts.parts()[clip]);
            assertThat(before == null || before == parts.parts()[clip]).isTrue();
        }
        assertThat(new HashSet<>(partOf.values())).hasSize(LeftOutParts.MOST);
    }

    @Test
    void dealsClipsWhereThereAreTooFewGroups() {
        LeftOutParts parts = LeftOutParts.ofGroups(List.of("a", "b", "c", "d", "a", "b", "c", "d", "a", "b"), 4);
        assertThat(parts.groupsApart()).isFalse();
        for (int part = 0; part < parts.count(); part++) {
            assertThat(parts.inside(part)).hasSize(2);
        }
    }

    @Test
    void leavesEveryClipOutOnce() {
        LeftOutParts parts = LeftOutParts.ofClips(13, 2);
        int[] all = IntStream.range(0, parts.count())
                .flatMap(part -> IntStream.of(parts.inside(part)))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, 13).toArray());
        assertThat(parts.outside(0)).hasSize(10).doesNotContain(parts.inside(0));
    }

    @Test
    void makesFewerPartsOfFewerClips() {
        assertThat(LeftOutParts.ofClips(3, 2).count()).isEqualTo(3);
    }
}
