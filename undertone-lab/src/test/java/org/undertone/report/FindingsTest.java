package org.undertone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.undertone.experiment.ExperimentResults;
import org.undertone.experiment.MethodKind;

class FindingsTest {
    @Test
    void saysThatPreTrainingIsAheadAndHowMuchThatIsWorth() {
        List<String> claims = claims(new MadeUpResults().build());
        assertThat(claims.get(0))
                .isEqualTo("At 50 labels, “Pre-trained, frozen” reaches CCC 0.209 (sd 0.023) and"
                        + " “From scratch” 0.134 (sd 0.025): “Pre-trained, frozen” is ahead.");
        assertThat(findings(new MadeUpResults().build()).get(0).evidence())
                .contains("p = 0.250", "0.750 after Holm", "no difference can be called significant");
        assertThat(claims).contains("By CCC, “Pre-trained, frozen” has the better mean at 18 of 18 budgets.");
    }

    @Test
    void saysThatPreTrainingIsBehindAndThatAControlDoesAsWell() {
        List<String> claims = claims(new MadeUpResults().proposedGain(-0.2).build());
        assertThat(claims.get(0)).endsWith("“Pre-trained, frozen” is behind.");
        assertThat(claims).contains("By CCC, “Pre-trained, frozen” has the better mean at 0 of 18 budgets.");
        assertThat(claims).anyMatch(claim -> claim.endsWith("so pre-training cannot be credited with a gain."));
    }

    @Test
    void judgesByTheCorrectedPWhereRepeatsSuffice() {
        assertThat(findings(new MadeUpResults().repeats(10).build()).get(0).evidence())
                .endsWith("not significant at the 5 % level.");
    }

    @Test
    void saysThatADummyBeatsEveryMethod() {
        assertThat(claims(new MadeUpResults().build()))
                .anyMatch(
                        claim -> claim.startsWith("By MAE at 1,200 labels, no method beats the dummy “Zeros” (0.147)"));
    }

    @Test
    void saysThatAMethodBeatsEveryDummy() {
        assertThat(claims(new MadeUpResults().proposedGain(0.9).build()))
                .anyMatch(claim -> claim.startsWith("By MAE at 50 labels, the best method, “Pre-trained, frozen”")
                        && claim.endsWith("beats the best dummy, “Zeros” (0.147)."));
    }

    @Test
    void comparesAtTheNearestBudgetThatHasScores() {
        assertThat(claims(new MadeUpResults().gapAt(50).build()).get(0)).startsWith("At 35 labels, ");
    }

    @Test
    void namesTheBestWhereThereIsNoBaseline() {
        var methods = MadeUpResults.USUAL.stream()
                .filter(method -> method.kind() != MethodKind.BASELINE)
                .toList();
        assertThat(claims(new MadeUpResults().methods(methods).build()).get(0))
                .startsWith("At 50 labels, “Pre-trained, frozen” has the best CCC");
    }

    private static List<Findings.Finding> findings(ExperimentResults results) {
        return new Findings(new ScoreLookup(results), new Budgets(results)).list();
    }

    private static List<String> claims(ExperimentResults results) {
        return findings(results).stream().map(Findings.Finding::claim).toList();
    }
}
