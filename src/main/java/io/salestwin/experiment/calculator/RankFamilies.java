package io.salestwin.experiment.calculator;

import io.salestwin.statistics.location.KolmogorovSmirnovTest;
import io.salestwin.statistics.location.MannWhitneyTest;
import io.salestwin.statistics.location.SignedRankTest;
import java.util.List;

/** Tests that know only the order of the values. */
final class RankFamilies {

  private RankFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "MW",
            "mann-whitney",
            "two samples by ranks: Mann-Whitney test, exact also with ties, shift with interval",
            "x=[1,2,2,3,3,5] y=[2,3,4,4,5,6,6]",
            RankFamilies::mannWhitney),
        new Family(
            "WS",
            "signed-rank",
            "pairs by ranks: Wilcoxon's test, exact also with ties",
            "x=[10.1,12.4,9.8,11,13.7] y=[11.3,12.1,11.7,13.4,13.8]",
            RankFamilies::signedRank),
        new Family(
            "KS",
            "kolmogorov-smirnov",
            "do two samples come from one distribution? exact also with ties",
            "x=[0,0,1,1,1,2,3,3] y=[0,2,2,2,4,5]",
            RankFamilies::kolmogorovSmirnov));
  }

  private static Answer mannWhitney(Input in) {
    MannWhitneyTest t = MannWhitneyTest.of(in.numbers("x", 1), in.numbers("y", 1), in.level());
    return Answer.of("u_x", t.pairs() - t.u())
        .with("u_y", t.u())
        .with("p_superiority", t.superiority())
        .with("p_asymptotic", t.asymptotic())
        .with("p_asymptotic_nocc", t.asymptoticPlain())
        .with("p_exact", t.exact())
        .with("p_exact_greater", t.exactGreater())
        .with("p_exact_perm", t.permutation())
        .with("hodges_lehmann", t.shift())
        .with("hl_ci", t.shiftBounds())
        .withReason(t.reason());
  }

  private static Answer signedRank(Input in) {
    SignedRankTest t = SignedRankTest.of(in.numbers("x", 1), in.numbers("y", 1));
    return Answer.of("n_used", t.used())
        .with("w_plus", t.positive())
        .with("p_asymptotic", t.asymptotic())
        .with("p_exact_perm", t.permutation())
        .withReason(t.reason());
  }

  private static Answer kolmogorovSmirnov(Input in) {
    KolmogorovSmirnovTest t = KolmogorovSmirnovTest.of(in.numbers("x", 1), in.numbers("y", 1));
    return Answer.of("d", t.distance())
        .with("p_exact", t.exact())
        .with("p_limit", t.limit())
        .withReason(t.reason());
  }
}
