package io.salestwin.experiment.calculator;

import io.salestwin.statistics.proportion.PoissonRates;
import io.salestwin.statistics.proportion.UnconditionalTest;
import java.util.List;

/** Rates of events, and exact tests that do not fix the margins. */
final class RateFamilies {

  private RateFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "BX",
            "unconditional-exact",
            "two win rates, few deals: Barnard's and Boschloo's exact tests (columns are the arms)",
            "table=[[7,12],[8,3]]",
            RateFamilies::unconditional),
        new Family(
            "GP",
            "poisson-rates",
            "two rates of events such as meetings per rep and week: exact and score test, Bayesian",
            "c1=50 t1=10 c2=66 t2=10",
            RateFamilies::rates));
  }

  private static Answer unconditional(Input in) {
    long[][] table = ProportionFamilies.twoByTwo(in);
    UnconditionalTest t = UnconditionalTest.of(table[0][0], table[0][1], table[1][0], table[1][1]);
    return Answer.of("T_obs", t.statistic())
        .with("barnard_two_sided", t.barnard())
        .with("barnard_tables_in_region", t.tables())
        .with("boschloo_less", t.boschlooLess())
        .with("boschloo_greater", t.boschlooGreater())
        .with("boschloo_two_sided", t.boschloo())
        .withReason(t.reason());
  }

  private static Answer rates(Input in) {
    long c1 = in.count("c1");
    double t1 = in.positive("t1");
    long c2 = in.count("c2");
    double t2 = in.positive("t2");
    PoissonRates r = PoissonRates.of(c1, t1, c2, t2, in.positive("ratio_null", 1), in.level());
    double shape = in.positive("prior_a", 1);
    double rate = in.number("prior_b", 0.01);
    return Answer.of("rate_ratio", r.ratio())
        .with("p_exact", r.exactP())
        .with("p_greater", r.greaterP())
        .with("ratio_ci95", r.ratioBounds())
        .with("score_z", r.z())
        .with("p_score", r.scoreP())
        .with("chance_to_beat", PoissonRates.chanceToBeat(c1, t1, c2, t2, shape, rate))
        .withReason(r.reason());
  }
}
