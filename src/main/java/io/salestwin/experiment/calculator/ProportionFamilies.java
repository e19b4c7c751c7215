package io.salestwin.experiment.calculator;

import io.salestwin.statistics.proportion.ContingencyTable;
import io.salestwin.statistics.proportion.FisherTest;
import io.salestwin.statistics.proportion.OneProportion;
import io.salestwin.statistics.proportion.SampleRatio;
import io.salestwin.statistics.proportion.TwoProportions;
import io.salestwin.statistics.special.BinomialLaw;
import java.util.List;

/** Proportions of one and two groups, tables and exact tests. */
final class ProportionFamilies {

  private ProportionFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "ZP",
            "two-proportions",
            "two win rates: z test, intervals of the difference, risk and odds ratio",
            "x1=30 n1=120 x2=45 n2=118",
            ProportionFamilies::twoProportions),
        new Family(
            "WI",
            "one-proportion",
            "one win rate: six intervals, exact test of a planned rate",
            "x=12 n=80 p0=0.2",
            ProportionFamilies::oneProportion),
        new Family(
            "FE",
            "fisher",
            "two win rates, few deals: Fisher's exact test, odds ratio with its exact interval",
            "table=[[12,3],[6,9]]",
            ProportionFamilies::fisher),
        new Family(
            "CS",
            "contingency",
            "a table of counts: chi-square and G test, Cramér's V",
            "table=[[120,880],[150,850],[133,867]]",
            ProportionFamilies::contingency),
        new Family(
            "SR",
            "sample-ratio",
            "were units split as planned? chi-square, exact and sequential test",
            "observed=[5080,4920] weights=[1,1] k_conc=100",
            ProportionFamilies::sampleRatio));
  }

  private static Answer twoProportions(Input in) {
    TwoProportions t =
        TwoProportions.of(
            in.count("x1"), in.count("n1"), in.count("x2"), in.count("n2"), in.level());
    return Answer.of("p1", t.p1())
        .with("p2", t.p2())
        .with("diff", t.diff())
        .with("z", t.z())
        .with("p_two_sided", t.twoSided())
        .with("p_greater", t.greater())
        .with("p_less", t.less())
        .with("wald", t.wald())
        .with("newcombe", t.newcombe())
        .with("agresti_caffo", t.agrestiCaffo())
        .with("mn_score", t.miettinenNurminen())
        .with("score_nocc", t.mee())
        .with("risk_ratio", t.riskRatio())
        .with("risk_ratio_log", t.riskRatioBounds())
        .with("odds_ratio", t.oddsRatio())
        .with("odds_ratio_log", t.oddsRatioBounds())
        .with("p_yates", t.yatesP())
        .withReason(t.reason());
  }

  private static Answer oneProportion(Input in) {
    long x = in.count("x");
    long n = in.count("n");
    double level = in.level();
    Answer intervals =
        Answer.of("wilson", OneProportion.wilson(x, n, level))
            .with("wilson_cc", OneProportion.wilsonCorrected(x, n, level))
            .with("clopper_pearson", OneProportion.clopperPearson(x, n, level))
            .with("agresti_coull", OneProportion.agrestiCoull(x, n, level))
            .with("jeffreys", OneProportion.jeffreys(x, n, level))
            .with("jeffreys_clamped", OneProportion.jeffreysClamped(x, n, level))
            .with("midp", OneProportion.midP(x, n, level));
    if (!in.has("p0")) {
      return intervals.withReason(n == 0 ? "there is no trial" : "");
    }
    BinomialLaw law = new BinomialLaw(n, in.probability("p0"));
    return intervals
        .with("binom_two_sided", n == 0 ? Double.NaN : law.twoSided(x))
        .withReason(n == 0 ? "there is no trial" : "");
  }

  private static Answer fisher(Input in) {
    long[][] table = twoByTwo(in);
    FisherTest f = FisherTest.of(table[0][0], table[0][1], table[1][0], table[1][1], in.level());
    return Answer.of("p_two_sided", f.twoSided())
        .with("p_greater", f.greater())
        .with("p_less", f.less())
        .with("p_observed", f.observed())
        .with("p_mid_two_sided", f.midTwoSided())
        .with("or_sample", f.oddsRatio())
        .with("or_cmle", f.conditionalOddsRatio())
        .with("cmle_ci", f.bounds())
        .withReason(f.reason());
  }

  private static Answer contingency(Input in) {
    long[][] table = in.table("table");
    ContingencyTable t = ContingencyTable.of(table);
    Answer pearson = Answer.of("chi2", t.chiSquare()).with("df", t.freedom()).with("p", t.p());
    if (table.length == 2 && table[0].length == 2) {
      pearson = pearson.with("chi2_yates", t.yates()).with("p_yates", t.yatesP());
    }
    return pearson
        .with("g", t.g())
        .with("p_g", t.gP())
        .with("cramers_v", t.cramersV())
        .withReason(t.reason());
  }

  private static Answer sampleRatio(Input in) {
    SampleRatio s =
        SampleRatio.of(
            in.counts("observed"),
            in.numbers("weights"),
            in.has("k_conc") ? in.positive("k_conc") : Double.NaN);
    Answer answer = Answer.of("chi2", s.chiSquare()).with("df", s.freedom()).with("p", s.p());
    if (s.freedom() == 1) {
      answer = answer.with("exact_p", s.exactP());
    }
    if (in.has("k_conc")) {
      answer =
          answer
              .with("log_bayes_e", s.logEvidence())
              .with("bayes_e", Math.exp(s.logEvidence()))
              .with("p_seq", s.sequentialP());
    }
    return answer.with("unexpected_units", s.unexpected()).withReason(s.reason());
  }

  static long[][] twoByTwo(Input in) {
    long[][] table = in.table("table");
    if (table.length != 2 || table[0].length != 2) {
      throw new BadCase(
          "table has "
              + table.length
              + " rows of "
              + table[0].length
              + " cells; give two rows of two, such as [[12, 3], [6, 9]]");
    }
    return table;
  }
}
