package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.analysis.Analysis.Split;
import io.salestwin.experiment.analysis.Results.Row;
import io.salestwin.experiment.analysis.Results.Sums;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.proportion.SampleRatio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the split at the level of what was randomised. */
record Splitting(ExperimentPlan plan, Results results) {

  /** Up to so many units the binomial law is counted out. */
  private static final long EXACT = 1_000_000;

  Split split() {
    long[] counts = new long[2];
    List<String> mixed = new ArrayList<>();
    if (plan.unit() == Lever.Unit.LEAD) {
      results.assigned().forEach(row -> counts[row.arm()]++);
      lastSums().forEach(sums -> counts[sums.arm()] += Math.round(sums.n()));
    } else {
      Map<String, Set<Integer>> arms = new LinkedHashMap<>();
      for (Row row : results.assigned()) {
        arms.computeIfAbsent(row.cluster(), c -> new LinkedHashSet<>()).add(row.arm());
      }
      arms.forEach(
          (name, of) -> {
            if (of.size() > 1) {
              mixed.add(name);
            }
            of.forEach(arm -> counts[arm]++);
          });
    }
    SampleRatio ratio =
        SampleRatio.of(counts, new double[] {1 - plan.share(), plan.share()}, Double.NaN);
    double p = counts[0] + counts[1] <= EXACT ? ratio.exactP() : ratio.p();
    boolean missing = Math.min(counts[0], counts[1]) == 0 && counts[0] + counts[1] > 1;
    boolean dealt = plan.unit() == Lever.Unit.REP || plan.unit() == Lever.Unit.TERRITORY;
    // reps and territories are dealt arms exactly, so that an arm without any is no chance
    boolean sound = mixed.isEmpty() && !(p < Split.LEVEL) && !(missing && dealt);
    return new Split(counts[0], counts[1], plan.share(), p, noun(), mixed, sound);
  }

  private String noun() {
    return switch (plan.unit()) {
      case LEAD -> "leads";
      case REP -> "reps";
      case TERRITORY -> "territories";
      case WEEK -> "weeks";
    };
  }

  /** The sums of the primary metric at the last look. */
  private List<Sums> lastSums() {
    if (results.sums().isEmpty()) {
      return List.of();
    }
    Sums last = results.sums().get(results.sums().size() - 1);
    String metric = results.sums().get(0).metric();
    return results.sums().stream()
        .filter(s -> s.look().equals(last.look()) && s.metric().equals(metric))
        .toList();
  }
}
