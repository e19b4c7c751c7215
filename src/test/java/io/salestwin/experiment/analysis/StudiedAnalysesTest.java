package io.salestwin.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.ExperimentPlan.Looks;
import io.salestwin.experiment.Metric;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.study.Study;
import io.salestwin.statistics.study.StudyPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every way in which a plan can be analysed has studies; a new one without any fails here. */
class StudiedAnalysesTest {

  private static Map<String, List<Study>> families;
  private static List<ExperimentPlan> plans;

  @BeforeAll
  static void read() {
    families =
        Map.of(
            "analyse-leads", LeadStudiesTest.studies(),
            "analyse-reps", RepStudiesTest.studies(),
            "analyse-looks", LookStudiesTest.studies());
    plans = Planned.all().stream().map(Planned::plan).toList();
  }

  @Test
  void thePageShowsEveryStudyWithAFigureInsideItsBounds() {
    families.forEach(StudyPage::checkFigures);
  }

  private static String way(Lever.Unit unit, Metric metric) {
    return unit + " " + metric.measure() + " " + metric.analysis();
  }

  /** Territories are judged as reps are; weeks are, but for their permutations. */
  @Test
  void everyMeasureWithEveryAnalysis() {
    Set<String> studied =
        plans.stream()
            .map(plan -> way(plan.unit(), plan.primary()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(studied).containsAll(allowed("lead")).containsAll(allowed("rep"));
    assertThat(plans).extracting(ExperimentPlan::unit).contains(Lever.Unit.TERRITORY);
    assertThat(studied).contains("WEEK CONVERSION STANDARD", "WEEK CONVERSION PERMUTATION");
  }

  /** What a plan of a unit may say; all else is an error of the file. */
  private static List<String> allowed(String unit) {
    List<String> allowed = new ArrayList<>();
    for (Metric.Measure measure : Metric.Measure.values()) {
      for (Metric.Analysis analysis : Metric.Analysis.values()) {
        String metric =
            "{measure: %s, within: 30 days, analysis: %s}"
                .formatted(
                    measure.name().toLowerCase(Locale.ROOT),
                    analysis.name().toLowerCase(Locale.ROOT));
        String effect = measure == Metric.Measure.CYCLE ? "-20%" : "+20%";
        Planned.tried(unit, metric, effect)
            .ifPresent(plan -> allowed.add(way(plan.unit(), plan.primary())));
      }
    }
    assertThat(allowed).as(unit).hasSizeGreaterThan(8);
    return allowed;
  }

  @Test
  void everyKindOfLooksCorrectionAndSide() {
    assertThat(plans.stream().map(plan -> plan.looks().kind())).contains(Looks.Kind.values());
    assertThat(plans.stream().map(ExperimentPlan::correction))
        .contains(ExperimentPlan.Correction.values());
    assertThat(plans.stream().map(ExperimentPlan::twoSided)).contains(true, false);
    assertThat(plans.stream().flatMap(plan -> plan.looks().futility().stream()))
        .hasAtLeastOneElementOfType(Looks.Futility.BelowChance.class)
        .hasAtLeastOneElementOfType(Looks.Futility.Spent.class);
    assertThat(plans.stream().filter(plan -> plan.covariate().isPresent()))
        .extracting(ExperimentPlan::unit)
        .contains(Lever.Unit.LEAD, Lever.Unit.REP, Lever.Unit.TERRITORY);
    assertThat(plans).anyMatch(plan -> !plan.guardrails().isEmpty());
  }
}
