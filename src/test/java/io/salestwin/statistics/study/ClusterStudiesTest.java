package io.salestwin.statistics.study;

import static io.salestwin.statistics.study.Study.ALPHA;
import static io.salestwin.statistics.study.Study.RUNS;

import io.salestwin.statistics.cluster.ClusterComparison;
import io.salestwin.statistics.cluster.ClusterDesign;
import io.salestwin.statistics.location.Moments;
import io.salestwin.statistics.location.Randomisation;
import io.salestwin.statistics.location.WelchTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reps or territories were assigned, and their leads are alike. */
@Tag("validation")
class ClusterStudiesTest {

  private static final double LEVEL = 1 - ALPHA;

  @Test
  void hold() throws IOException {
    StudyPage.check("clusters", studies());
  }

  static List<Study> studies() {
    List<Study> all = new ArrayList<>();
    levels(all);
    intervals(all);
    assignments(all);
    all.add(size());
    return all;
  }

  private static boolean[] second(int control, int treated) {
    boolean[] arms = new boolean[control + treated];
    Arrays.fill(arms, control, arms.length, true);
    return arms;
  }

  /** Leads won or not, by rep; half of the reps have twice the leads. */
  private static ClusterComparison reps(Chance c, int perArm) {
    double[][] leads = new double[2 * perArm][];
    for (int rep = 0; rep < leads.length; rep++) {
      double p = 0.15 + 0.3 * c.uniform();
      leads[rep] = c.draw(rep % 2 == 0 ? 20 : 40, () -> c.hits(p) ? 1 : 0);
    }
    return ClusterComparison.of(leads, second(perArm, perArm));
  }

  /** Values with a share of the variance, the intraclass correlation, between the clusters. */
  private static ClusterComparison values(Chance c, int perArm, int size, double icc, double more) {
    double[][] values = new double[2 * perArm][];
    for (int i = 0; i < values.length; i++) {
      double mean = Math.sqrt(icc) * c.normal() + (i >= perArm ? more : 0);
      values[i] = c.normals(size, mean, Math.sqrt(1 - icc));
    }
    return ClusterComparison.of(values, second(perArm, perArm));
  }

  private static void levels(List<Study> all) {
    String world = "8 and 8 reps of 20 or 40 leads, win rates 15 to 45 %";
    all.add(
        Study.fails(
            "leads taken for independent", world, 0.1, c -> reps(c, 8).naive().p() <= ALPHA));
    all.add(
        Study.level(
            "t test of the clusters' means", world, c -> reps(c, 8).ofMeans().p() <= ALPHA));
    all.add(
        Study.atMostLevel(
            "CR2, Satterthwaite", world, RUNS, c -> reps(c, 8).robustReduced().p() <= ALPHA));
    all.add(Study.fails("CR0, t of K - 1", world, 0.0575, c -> reps(c, 8).robust().p() <= ALPHA));
    all.add(
        Study.fails(
            "CR1, t of K - 1",
            "4 and 4 reps of 20 or 40 leads",
            0.0575,
            c -> reps(c, 4).robustCorrected().p() <= ALPHA));
    all.add(
        Study.atMostLevel(
            "CR2, Satterthwaite",
            "4 and 4 reps of 20 or 40 leads",
            RUNS,
            c -> reps(c, 4).robustReduced().p() <= ALPHA));
    String territories = "3 and 3 territories of 50 deals, correlation 0.1";
    all.add(
        Study.fails(
            "deals taken for independent",
            territories,
            0.2,
            c -> values(c, 3, 50, 0.1, 0).naive().p() <= ALPHA));
    all.add(
        Study.level(
            "CR2, Satterthwaite",
            territories,
            c -> values(c, 3, 50, 0.1, 0).robustReduced().p() <= ALPHA));
    all.add(
        Study.level(
            "t test of the clusters' means",
            territories,
            c -> values(c, 3, 50, 0.1, 0).ofMeans().p() <= ALPHA));
    all.add(
        Study.level(
            "Welch's t test of reps' counts",
            "10 and 10 reps, 5 to 15 meetings expected",
            c ->
                WelchTest.of(
                            Moments.of(c.draw(10, () -> c.poisson(5 + 10 * c.uniform()))),
                            Moments.of(c.draw(10, () -> c.poisson(5 + 10 * c.uniform()))))
                        .twoSided()
                    <= ALPHA));
  }

  private static void intervals(List<Study> all) {
    String world = "6 and 6 reps of 30 deals, correlation 0.1";
    all.add(
        Study.covers(
            "CR2, interval",
            world,
            c -> Chance.holds(values(c, 6, 30, 0.1, 0.3).robustReduced().interval(LEVEL), 0.3)));
    all.add(
        Study.covers(
            "clusters' means, interval",
            world,
            c -> Chance.holds(values(c, 6, 30, 0.1, 0.3).ofMeans().interval(LEVEL), 0.3)));
    all.add(
        Study.fallsShort(
            "deals taken for independent, interval",
            world,
            c -> Chance.holds(values(c, 6, 30, 0.1, 0.3).naive().interval(LEVEL), 0.3)));
  }

  private static void assignments(List<Study> all) {
    all.add(
        Study.atMostLevel(
            "permutation of clusters, all 70 assignments",
            "4 and 4 reps of 5 to 9 leads",
            RUNS,
            c -> {
              List<List<BigDecimal>> clusters = new ArrayList<>();
              for (int rep = 0; rep < 8; rep++) {
                double p = 0.15 + 0.3 * c.uniform();
                clusters.add(
                    Arrays.stream(c.draw(5 + c.stream().nextInt(5), () -> c.hits(p) ? 1 : 0))
                        .mapToObj(BigDecimal::valueOf)
                        .toList());
              }
              return Randomisation.ofClusters(clusters, second(4, 4)).twoSided() <= ALPHA;
            }));
  }

  private static Study size() {
    ClusterDesign design = new ClusterDesign(30, 0.1, 0);
    return Study.happens(
        "power of clusters (noncentral t)",
        "10 and 10 reps of 30 deals, correlation 0.1, 0.5 sd apart",
        "power",
        design.power(10, 0.5, 1, ALPHA),
        RUNS,
        c -> values(c, 10, 30, 0.1, 0.5).ofMeans().p() <= ALPHA);
  }
}
