package io.salestwin.experiment.calculator;

import io.salestwin.statistics.location.Moments;
import io.salestwin.statistics.location.WelchTest;
import io.salestwin.statistics.proportion.NonInferiority;
import io.salestwin.statistics.special.StudentLaw;
import java.math.BigDecimal;
import java.util.List;

/** Not worse by a margin, and equivalence within it. */
final class NonInferiorityFamily {

  private NonInferiorityFamily() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "NI",
            "non-inferiority",
            "is the treatment not worse by a margin? means or rates, and equivalence",
            "kind=prop x1=60 n1=200 x2=62 n2=205 margin=0.1 direction=higher alpha=0.05",
            NonInferiorityFamily::answer));
  }

  private static Answer answer(Input in) {
    String otherwise = in.has("x1") ? "prop" : "mean";
    return in.choiceOr("kind", otherwise, "mean", "prop").equals("mean")
        ? mean(in)
        : proportion(in);
  }

  private static boolean higher(Input in) {
    return in.choiceOr("direction", "higher", "higher", "lower").equals("higher");
  }

  private static Answer mean(Input in) {
    WelchTest t = WelchTest.of(Moments.of(in.numbers("x", 1)), Moments.of(in.numbers("y", 1)));
    double margin = in.positive("margin");
    double alpha = in.inside("alpha", 0.05);
    boolean higher = higher(in);
    double above = StudentLaw.above(t.t(-margin), t.freedom()); // H1: d > -margin
    double below = StudentLaw.below(t.t(margin), t.freedom()); // H1: d < margin
    double p = higher ? above : below;
    double equivalence = Math.max(above, below);
    Answer answer =
        Answer.of("diff", t.difference())
            .with("se", t.se())
            .with("df", t.freedom())
            .with("t_ni", t.t(higher ? -margin : margin))
            .with("p_ni", p)
            .with("p_tost", equivalence);
    if (alpha < 0.5) {
      answer = answer.with("ci_1_2a", t.bounds(oneMinusTwice(alpha)));
    }
    return answer
        .with("non_inferior", p <= alpha)
        .with("equivalent", equivalence <= alpha)
        .withReason(t.reason());
  }

  private static Answer proportion(Input in) {
    long x1 = in.count("x1");
    long n1 = in.count("n1");
    long x2 = in.count("x2");
    long n2 = in.count("n2");
    double margin = in.positive("margin");
    double alpha = in.inside("alpha", 0.05);
    boolean higher = higher(in);
    NonInferiority t = NonInferiority.of(x1, n1, x2, n2, margin, higher);
    double planned1 = in.has("p1") ? in.probability("p1") : (double) x1 / n1;
    double planned2 = in.has("p2") ? in.probability("p2") : (double) x2 / n2;
    double perArm =
        NonInferiority.trialsPerArm(
            planned1, planned2, margin, alpha, in.inside("power", 0.8), higher);
    double p = t.p(t.farringtonManningZ());
    return Answer.of("diff", t.difference())
        .with("z_fm", t.farringtonManningZ())
        .with("p_fm", p)
        .with("z_mn", t.miettinenNurminenZ())
        .with("p_mn", t.p(t.miettinenNurminenZ()))
        .with("restricted_p1", t.restrictedP1())
        .with("restricted_p2", t.restrictedP2())
        .with("z_wald", t.waldZ())
        .with("p_wald", t.p(t.waldZ()))
        .with("p_tost_fm", t.equivalenceP())
        .with("non_inferior", p <= alpha)
        .with("equivalent", t.equivalenceP() <= alpha)
        .with("n_per_arm_prop", perArm)
        .withReason(t.reason());
  }

  private static double oneMinusTwice(double alpha) {
    return BigDecimal.ONE
        .subtract(BigDecimal.valueOf(alpha).multiply(BigDecimal.valueOf(2)))
        .doubleValue();
  }
}
