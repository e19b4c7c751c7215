package io.salestwin.experiment.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salestwin.document.Node;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doors of the families do beside calculating: options left out, edges, refusals. */
class PlansAndTimesTest {

  private static Map<String, Object> answer(String family, String input) {
    return Calculators.named(family).answer(Input.of(Node.parse(input, "test").value())).fields();
  }

  /** Whatever is NaN has a reason, and nothing that is undefined looks like a result. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LR | {time: [1, 2], event: [0, 0], group: [a, b]} | p | no event",
        "LR | {time: [5, 5], event: [1, 1], group: [a, b]} | chi2 | more than one group",
        "CX | {time: [1, 2, 3], event: [0, 0, 0], x: [[1, 2, 3]]} | score | no event",
        "CX | {time: [1, 2, 3], event: [1, 1, 1], x: [[2, 2, 2]]} | wald | does not vary",
        "KM | {time: [1, 2, 3], event: [0, 0, 1]} | none | no error",
        "KM | {time: [3, 6], event: [0, 0]} | median | not reached",
        "AJ | {time: [1, 2], status: [0, 2], eval_times: [1], group: [1, 2]} | gray_p_won | won",
        "PP | {p1: 0.9, p2: 0.95, n1: 20} | mde_abs_up | even p2 = 1",
        "TP | {delta: 1, sd: 1, n1: 1} | power_t | too few units",
        "CL | {kind: analysis, clusters: [[1, 2], [3]], arm: [0, 1]} | p_cr2 | single cluster",
        "CL | {kind: design, m: 5, icc: 0.1, delta: 0} | power_at_k | no number of clusters",
        "GS | {type: HaybittlePeto, param: 1, alpha: 0.05, t: [0.5, 1]} | drift | whole level",
        "GS | {type: constant, param: 0.5, alpha: 0.05, t: [0.5, 1], power: 0.3} | drift | power",
        "CP | {z: 1, t: 0, z_crit: 2, drift: 3} | cp_trend | no trend",
        "MS | {kind: bernoulli, x: [], y: [], tau2: 1} | log_lambda_last | no pair",
        "CQ | {kind: growthbook, estimate: 1, se: 0, n: 9} | p | standard error is 0",
        "CQ | {kind: statsig, vc: 0, nc: 5, vt: 0, nt: 5, diff: 1} | p_statsig | variances are 0",
        "SP | {kind: bernoulli, x: [1], p0: 0.5, p1: 0.5, alpha: 0.1, beta: 0.1} | expected_n_h0 |"
            + " equal",
      })
  void whatIsUndefinedHasAReason(String family, String input, String field, String reason) {
    Map<String, Object> answer = answer(family, input);
    assertThat(answer.get("reason")).asString().contains(reason);
    if (!field.equals("none")) {
      assertThat(answer.get(field)).isEqualTo("NaN");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LR | {time: [1, 2], event: [0], group: [a, b]} | give one per time",
        "LR | {time: [1, 2], event: [0, 7], group: [a, b]} | 1 for closed",
        "LR | {time: [1, 2], event: [0, 1], group: [a, a]} | at least two groups",
        "LR | {time: [-1, 2], event: [0, 1], group: [a, b]} | finite number of 0 or more",
        "AJ | {time: [1], status: [3], eval_times: [1]} | 0 for open",
        "AJ | {time: [1], status: [1, 1], eval_times: [1]} | one per time",
        "PP | {p1: 0.1, p2: 0.2, sides: 3} | sides is 3",
        "CL | {kind: analysis, clusters: [[1], [2]], arm: [0, 2]} | 0 (control)",
        "RS | {kind: kn_run, k: 3, data: [[1, 2], [1, 2]], n0: 2, delta: 1, alpha: 0.1} | k = 3",
        "RS | {kind: rinott_stage2, data: [[1, 2]], n0: 2, delta: 1, alpha: 0.1} | at least 2",
        "GS | {type: LDOF, alpha: 0.05, t: [0.5, 0.4]} | rise",
        "TP | {delta: 1, sd: 1, n2: 5} | unknown name",
        "WT | {x: [1e300, 2e300, 3e300], y: [1, 2, 3]} | x[0] is 1e300; give it in larger units",
        "PT | {x: [7e299, 9e299], y: [1, 2]} | larger units",
        "RS | {kind: dunnett, k: 2, df: 1e-30, alpha: 0.05} | 1 or more",
        "TP | {delta: 1, sd: 1, n1: 3, alpha: 1e-200} | not computable with figures as extreme",
        "GP | {c1: 4, t1: 1, c2: 5, t2: 1, prior_a: 1e59, prior_b: 1e-9} | not computable",
      })
  void whatCannotBeUsedIsRefused(String family, String input, String problem) {
    assertThatThrownBy(() -> answer(family, input))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void withoutAnEffectNoSizeIsEnough() {
    assertThat(answer("PP", "{p1: 0.2, p2: 0.2, n1: 50}"))
        .containsEntry("n1_normal_ceil", "Infinity")
        .containsEntry("reason", "without an effect no sample size finds one");
    assertThat(answer("TP", "{delta: 0, sd: 1, n1: 50}")).containsEntry("n1_t_ceil", "Infinity");
    assertThat(answer("EV", "{hr: 1}")).containsEntry("d_freedman_ceil", "Infinity");
  }

  @Test
  void aSizeMayBeAskedForWithoutTheOtherDirections() {
    assertThat(answer("PP", "{p1: 0.2, p2: 0.3}")).containsEntry("n1_normal_ceil", 294L);
    assertThat(answer("PP", "{p1: 0.2, p2: 0.3}")).doesNotContainKey("power_normal");
    assertThat(answer("TP", "{delta: 1, sd: 1}")).containsEntry("n1_t_ceil", 17L);
    assertThat(answer("CL", "{kind: design, m: 20, icc: 0.05, n_individual: 64}"))
        .containsEntry("clusters_per_arm_ceil", 7L)
        .doesNotContainKey("power_at_k");
  }

  @Test
  void hypothesesGoByEitherName() {
    String rest = "x: [0, 1, 1], alpha: 0.05, beta: 0.1";
    assertThat(answer("SP", "{kind: bernoulli, p0: 0.3, p1: 0.5, " + rest + "}"))
        .isEqualTo(answer("SP", "{kind: bernoulli, h0: 0.3, h1: 0.5, " + rest + "}"));
    assertThat(answer("SP", "{kind: normal, mu0: 0, mu1: 1, sigma: 1, " + rest + "}"))
        .containsEntry("decision", "continue")
        .containsEntry("n_decision", null);
  }

  @Test
  void groupsAreSortedByNumberOrByName() {
    assertThat(answer("LR", "{time: [1, 2, 3], event: [1, 1, 1], group: [10, 9, 9]}"))
        .containsEntry("observed", List.of(2.0, 1.0));
    assertThat(answer("LR", "{time: [1, 2, 3], event: [1, 1, 1], group: [b, a, a]}"))
        .containsEntry("observed", List.of(2.0, 1.0));
    assertThat(answer("AJ", "{time: [1, 2], status: [1, 2], eval_times: [9], group: [new, old]}"))
        .containsEntry("cif_won_gnew", List.of(1.0))
        .containsEntry("cif_won_gold", List.of(0.0));
  }

  @Test
  void aRestrictedMeanSaysWhetherTheDataReachSoFar() {
    assertThat(answer("KM", "{time: [1, 4], event: [1, 0], tau: 9}"))
        .containsEntry("tau_within_data", false);
    assertThat(answer("KM", "{time: [1, 4], event: [1, 1], tau: 9}"))
        .containsEntry("tau_within_data", true);
  }

  @Test
  void extremeDesignsAreAnsweredAtOnce() {
    assertThat(answer("TP", "{delta: 1, sd: 1, n1: 1e50}")).containsEntry("power_t", 1.0);
    assertThat(answer("RS", "{kind: tukey, k: 2, df: 1e50, alpha: 0.05}"))
        .isEqualTo(answer("RS", "{kind: tukey, k: 2, alpha: 0.05}"));
  }

  @Test
  void theRaceOfScenarios() {
    assertThat(
            answer(
                "RS", "{kind: kn_run, data: [[3, 3, 3], [0, 2, 1]], n0: 3, delta: 1, alpha: 0.1}"))
        .containsEntry("selected", 0)
        .containsEntry("stages", 3);
    assertThat(answer("RS", "{kind: tukey, k: 2, alpha: 0.05}")).containsKey("critical");
  }
}
