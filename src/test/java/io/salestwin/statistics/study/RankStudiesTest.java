package io.salestwin.statistics.study;

import static io.salestwin.statistics.study.Study.ALPHA;
import static io.salestwin.statistics.study.Study.RUNS;

import io.salestwin.statistics.location.KolmogorovSmirnovTest;
import io.salestwin.statistics.location.MannWhitneyTest;
import io.salestwin.statistics.location.Randomisation;
import io.salestwin.statistics.location.SignedRankTest;
import io.salestwin.statistics.multiple.Adjustment;
import io.salestwin.statistics.special.NormalLaw;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ranks, permutations and several metrics at once; half of the worlds are full of ties. */
@Tag("validation")
class RankStudiesTest {

  private static final double LEVEL = 1 - ALPHA;

  @Test
  void hold() throws IOException {
    StudyPage.check("ranks", studies());
  }

  static List<Study> studies() {
    List<Study> all = new ArrayList<>();
    ranks(all);
    permutations(all);
    several(all);
    return all;
  }

  private static double[] touches(Chance c, int n) {
    return c.draw(n, () -> c.stream().nextInt(4));
  }

  private static MannWhitneyTest touched(Chance c, int n1, int n2) {
    return MannWhitneyTest.of(touches(c, n1), touches(c, n2), LEVEL);
  }

  private static void ranks(List<Study> all) {
    String ties = "20 and 25 leads with 0 to 3 touches";
    all.add(
        Study.atMostLevel(
            "Mann-Whitney, continuity correction",
            ties,
            RUNS,
            c -> touched(c, 20, 25).asymptotic() <= ALPHA));
    all.add(
        Study.level(
            "Mann-Whitney, no correction",
            ties,
            c -> touched(c, 20, 25).asymptoticPlain() <= ALPHA));
    all.add(
        Study.atMostLevel(
            "Mann-Whitney, permutation of midranks",
            "8 and 10 leads with 0 to 3 touches",
            RUNS,
            c -> touched(c, 8, 10).permutation() <= ALPHA));
    all.add(
        Study.atMostLevel(
            "Mann-Whitney, exact",
            "8 and 10 deals",
            RUNS,
            c -> MannWhitneyTest.of(c.deals(8, 1), c.deals(10, 1), LEVEL).exact() <= ALPHA));
    all.add(
        Study.covers(
            "shift of Hodges and Lehmann, exact",
            "10 and 12 deals, 1 more",
            c -> {
              double[] more = Arrays.stream(c.deals(12, 1)).map(v -> v + 1).toArray();
              return Chance.holds(MannWhitneyTest.of(c.deals(10, 1), more, LEVEL).shiftBounds(), 1);
            }));
    all.add(
        Study.atMostLevel(
            "signed ranks, continuity correction",
            "25 pairs with 0 to 3 touches",
            RUNS,
            c -> SignedRankTest.of(touches(c, 25), touches(c, 25)).asymptotic() <= ALPHA));
    all.add(
        Study.atMostLevel(
            "signed ranks, permutation",
            "12 pairs with 0 to 3 touches",
            RUNS,
            c -> SignedRankTest.of(touches(c, 12), touches(c, 12)).permutation() <= ALPHA));
    all.add(
        Study.atMostLevel(
            "Kolmogorov-Smirnov, exact",
            "15 and 20 leads with 0 to 3 touches",
            RUNS,
            c -> KolmogorovSmirnovTest.of(touches(c, 15), touches(c, 20)).exact() <= ALPHA));
    all.add(
        Study.atMostLevel(
            "Kolmogorov-Smirnov, limit",
            "25 and 30 deals",
            RUNS,
            c -> KolmogorovSmirnovTest.of(c.deals(25, 1), c.deals(30, 1)).limit() <= ALPHA));
  }

  private static List<BigDecimal> decimals(double[] values) {
    return Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
  }

  private static void permutations(List<Study> all) {
    all.add(
        Study.atMostLevel(
            "permutation of units",
            "5 and 5 leads with 0 to 3 touches",
            RUNS,
            c ->
                Randomisation.ofSamples(decimals(touches(c, 5)), decimals(touches(c, 5))).twoSided()
                    <= ALPHA));
    all.add(
        Study.atMostLevel(
            "permutation of units, deals",
            "5 and 5 log-normal deals, sigma 1.5",
            RUNS,
            c ->
                Randomisation.ofSamples(decimals(c.deals(5, 1.5)), decimals(c.deals(5, 1.5)))
                        .twoSided()
                    <= ALPHA));
    all.add(
        Study.atMostLevel(
            "switchback, weeks in blocks of two",
            "8 blocks with a trend and 0 to 9 deals a week",
            RUNS,
            c -> {
              List<List<BigDecimal>> off = new ArrayList<>();
              List<List<BigDecimal>> on = new ArrayList<>();
              for (int block = 0; block < 8; block++) {
                BigDecimal first = BigDecimal.valueOf(2L * block + c.stream().nextInt(10));
                BigDecimal second = BigDecimal.valueOf(2L * block + 1 + c.stream().nextInt(10));
                boolean swap = c.hits(0.5);
                off.add(List.of(swap ? second : first));
                on.add(List.of(swap ? first : second));
              }
              return Randomisation.ofPairs(off, on).twoSided() <= ALPHA;
            }));
  }

  /** p-values of metrics that share a part of their chance; the first have an effect. */
  private static double[] pValues(Chance c, int metrics, int real, double correlation) {
    double shared = c.normal();
    double[] p = new double[metrics];
    for (int i = 0; i < metrics; i++) {
      double z =
          Math.sqrt(correlation) * shared
              + Math.sqrt(1 - correlation) * c.normal()
              + (i < real ? 3 : 0);
      p[i] = NormalLaw.twoSided(z);
    }
    return p;
  }

  private static void several(List<Study> all) {
    all.add(
        Study.fails(
            "5 metrics, no correction",
            "no effect, correlation 0.5",
            0.12,
            c -> Arrays.stream(pValues(c, 5, 0, 0.5)).min().orElseThrow() <= ALPHA));
    for (Adjustment each :
        List.of(
            Adjustment.BONFERRONI,
            Adjustment.SIDAK,
            Adjustment.HOLM,
            Adjustment.HOCHBERG,
            Adjustment.HOMMEL)) {
      all.add(
          Study.atMostLevel(
              "5 metrics, " + each,
              "2 with an effect, 3 without, correlation 0.5",
              RUNS,
              c -> {
                double[] adjusted = each.adjusted(pValues(c, 5, 2, 0.5));
                return Arrays.stream(adjusted).skip(2).min().orElseThrow() <= ALPHA;
              }));
    }
    for (Adjustment each : List.of(Adjustment.BH, Adjustment.BY)) {
      all.add(
          Study.atMostLevel(
              "10 metrics, " + each + ": one of its finds, drawn by lot, is false",
              "4 with an effect, 6 without, correlation 0.5",
              RUNS,
              c -> {
                double[] adjusted = each.adjusted(pValues(c, 10, 4, 0.5));
                int[] found = IntStream.range(0, 10).filter(i -> adjusted[i] <= ALPHA).toArray();
                return found.length > 0 && found[c.stream().nextInt(found.length)] >= 4;
              }));
    }
  }
}
