package io.salestwin.experiment.calculator;

import io.salestwin.statistics.location.HeavyTails;
import io.salestwin.statistics.location.Moments;
import io.salestwin.statistics.location.PairedTest;
import io.salestwin.statistics.location.PooledTest;
import io.salestwin.statistics.location.Quantiles;
import io.salestwin.statistics.location.WelchTest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Means of two samples, of pairs and of heavy tails; quantiles. */
final class MeanFamilies {

  private MeanFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "WT",
            "welch",
            "two means: Welch's and Student's t test, interval, Cohen's d",
            "x=[19,25,41,42,97,13] y=[27,7,45,44,31,50,22]",
            MeanFamilies::welch),
        new Family(
            "PT",
            "paired",
            "pairs, such as two scenarios with the same luck: paired t test, what the pairing won",
            "x=[10,11.5,9,12] y=[11,12.5,9.8,14.1] half_width=0.5",
            MeanFamilies::paired),
        new Family(
            "YU",
            "heavy-tails",
            "two means of heavy-tailed values: trimmed, winsorised, Yuen's test, capped",
            "x=[1,1,2,2,9] y=[1,2,3,3,9,40] trim=0.2 cap_quantile=0.9",
            MeanFamilies::yuen),
        new Family(
            "QT",
            "quantile",
            "a quantile with its distribution-free interval",
            "x=[27,7,45,44,31,50,22,19] q=0.5 conf_level=0.9",
            MeanFamilies::quantile));
  }

  private static Answer welch(Input in) {
    Moments x = Moments.of(in.numbers("x", 1));
    Moments y = Moments.of(in.numbers("y", 1));
    WelchTest t = WelchTest.of(x, y);
    PooledTest pooled = PooledTest.of(x, y);
    return Answer.of("mean_x", x.mean())
        .with("mean_y", y.mean())
        .with("var_x", x.variance())
        .with("var_y", y.variance())
        .with("diff", t.difference())
        .with("se", t.se())
        .with("t", t.t())
        .with("df", t.freedom())
        .with("p_two_sided", t.twoSided())
        .with("p_greater", t.greater())
        .with("p_less", t.less())
        .with("ci", t.bounds(in.level()))
        .with("pooled_t", pooled.t())
        .with("pooled_df", pooled.freedom())
        .with("pooled_p", pooled.twoSided())
        .with("cohen_d", pooled.cohenD())
        .with("hedges_g", pooled.hedgesG())
        .withReason(t.reason());
  }

  private static Answer paired(Input in) {
    PairedTest t = PairedTest.of(in.numbers("x", 1), in.numbers("y", 1));
    // the level is that of conf_level; alpha is another way to say it
    double level =
        in.has("conf_level")
            ? in.level()
            : BigDecimal.ONE.subtract(BigDecimal.valueOf(in.inside("alpha", 0.05))).doubleValue();
    double levelOfNeed =
        in.has("alpha")
            ? BigDecimal.ONE.subtract(BigDecimal.valueOf(in.inside("alpha"))).doubleValue()
            : level;
    Answer answer =
        Answer.of("mean_d", t.mean())
            .with("sd_d", t.sd())
            .with("t", t.t())
            .with("df", t.n() - 1)
            .with("p_two_sided", t.twoSided())
            .with("ci", t.bounds(level))
            .with("corr", t.correlation())
            .with("vrf", t.reduction());
    if (in.has("half_width") && t.n() >= 2) {
      answer = answer.with("n_needed", t.pairsFor(in.positive("half_width"), levelOfNeed));
    }
    return answer.withReason(t.reason());
  }

  private static Answer yuen(Input in) {
    double[] x = in.numbers("x", 1);
    double[] y = in.numbers("y", 1);
    double trim = in.number("trim", 0.2);
    HeavyTails.Trimmed ofX = HeavyTails.trimmed(x, trim);
    HeavyTails.Trimmed ofY = HeavyTails.trimmed(y, trim);
    WelchTest t = HeavyTails.yuen(x, y, trim);
    Answer answer =
        Answer.of("trimmed_mean_x", ofX.trimmedMean())
            .with("trimmed_mean_y", ofY.trimmedMean())
            .with("winsorized_mean_x", ofX.winsorized().mean())
            .with("winsorized_mean_y", ofY.winsorized().mean())
            .with("winsorized_var_x", ofX.winsorized().variance())
            .with("winsorized_var_y", ofY.winsorized().variance())
            .with("t", t.t())
            .with("df", t.freedom())
            .with("p_two_sided", t.twoSided())
            .with("ci", t.bounds(in.level()));
    if (in.has("cap_quantile")) {
      double[] pooled = DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).toArray();
      double cap = Quantiles.type7(pooled, in.probability("cap_quantile"));
      Moments cappedX = Moments.of(HeavyTails.capped(x, cap));
      Moments cappedY = Moments.of(HeavyTails.capped(y, cap));
      answer =
          answer
              .with("cap", cap)
              .with("capped_mean_x", cappedX.mean())
              .with("capped_mean_y", cappedY.mean())
              .with("capped_welch_p", WelchTest.of(cappedX, cappedY).twoSided());
    }
    return answer.withReason(t.reason());
  }

  private static Answer quantile(Input in) {
    Quantiles q = Quantiles.of(in.numbers("x", 1), in.inside("q"), in.level());
    return Answer.of("quantile_type7", q.type7())
        .with("quantile_type6", q.type6())
        .with("l", q.lowRank())
        .with("u", q.highRank())
        .with("lower", q.low())
        .with("upper", q.high())
        .with("coverage", q.coverage());
  }
}
