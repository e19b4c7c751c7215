package io.salestwin.experiment.calculator;

import io.salestwin.statistics.location.Bootstrap;
import io.salestwin.statistics.location.Randomisation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Exact randomisation tests and the enumerated bootstrap. */
final class RandomisationFamilies {

  private static final String[] KINDS = {
    "two_sample", "paired", "cluster", "matched_pairs", "switchback"
  };

  private RandomisationFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "PM",
            "randomisation",
            "exact randomisation test: units, pairs, clusters, pairs of clusters, switchback",
            "kind=cluster clusters=[[1,0,0,1],[0,0,1],[1,1,1,0],[1,0,1]] treated=[2,3]",
            RandomisationFamilies::randomisation),
        new Family(
            "BT",
            "bootstrap",
            "all resamples of a few values: percentile and BCa interval, which are narrow then",
            "x=[1,2,3,4,8,40] statistic=mean alpha=0.05",
            RandomisationFamilies::bootstrap));
  }

  private static Answer randomisation(Input in) {
    Randomisation test =
        switch (in.choiceOr("kind", "two_sample", KINDS)) {
          case "two_sample" -> Randomisation.ofSamples(in.decimals("x"), in.decimals("y"));
          case "paired" -> Randomisation.ofPairs(each(in.decimals("x")), each(in.decimals("y")));
          case "cluster" -> clusters(in);
          case "matched_pairs" -> matchedPairs(in);
          case "switchback" -> switchback(in);
          default -> throw new IllegalStateException("a kind without a test");
        };
    return Answer.of("statistic", test.statistic())
        .with("n_assignments", test.assignments())
        .with("p_greater", test.greater())
        .with("p_less", test.less())
        .with("p_two_sided", test.twoSided());
  }

  private static Randomisation clusters(Input in) {
    List<List<BigDecimal>> clusters = in.decimalRows("clusters");
    boolean[] treated = new boolean[clusters.size()];
    for (long place : in.counts("treated")) {
      if (place >= treated.length) {
        throw new BadCase(
            "treated holds "
                + place
                + "; give places of clusters from 0 to "
                + (treated.length - 1));
      }
      treated[(int) place] = true;
    }
    return Randomisation.ofClusters(clusters, treated);
  }

  private static Randomisation matchedPairs(Input in) {
    List<List<BigDecimal>> control = new ArrayList<>();
    List<List<BigDecimal>> treatment = new ArrayList<>();
    for (List<List<BigDecimal>> pair : in.decimalBlocks("pairs")) {
      if (pair.size() != 2) {
        throw new BadCase("pairs must hold pairs [control, treatment], such as [[0.21, 0.27]]");
      }
      control.add(pair.get(0));
      treatment.add(pair.get(1));
    }
    return Randomisation.ofPairs(control, treatment);
  }

  private static Randomisation switchback(Input in) {
    List<BigDecimal> values = in.decimals("values");
    List<boolean[]> admissible = new ArrayList<>();
    for (long[] sequence : in.table("admissible")) {
      admissible.add(onOff("admissible", sequence, values.size()));
    }
    boolean[] observed = onOff("assignment", in.counts("assignment"), values.size());
    return Randomisation.ofSequences(values, observed, admissible);
  }

  private static boolean[] onOff(String name, long[] sequence, int periods) {
    if (sequence.length != periods) {
      throw new BadCase(
          name + " has " + sequence.length + " periods and values " + periods + "; give as many");
    }
    boolean[] on = new boolean[periods];
    for (int i = 0; i < periods; i++) {
      if (sequence[i] > 1) {
        throw new BadCase(name + " holds " + sequence[i] + "; give 0 for off and 1 for on");
      }
      on[i] = sequence[i] == 1;
    }
    return on;
  }

  private static List<List<BigDecimal>> each(List<BigDecimal> values) {
    List<List<BigDecimal>> out = new ArrayList<>();
    values.forEach(value -> out.add(List.of(value)));
    return out;
  }

  private static Answer bootstrap(Input in) {
    String statistic = in.choiceOr("statistic", "mean", "mean", "median");
    Bootstrap b =
        Bootstrap.ideal(
            in.numbers("x", 1),
            Bootstrap.Statistic.valueOf(statistic.toUpperCase(Locale.ROOT)),
            in.inside("alpha", 0.05));
    return Answer.of("estimate", b.estimate())
        .with("boot_mean", b.mean())
        .with("se_boot", b.se())
        .with("z0", b.bias())
        .with("acceleration", b.acceleration())
        .with("levels", b.levels())
        .with("percentile", b.percentile())
        .with("bca", b.bca())
        .with("n_distinct", b.distinct())
        .withReason(b.reason());
  }
}
