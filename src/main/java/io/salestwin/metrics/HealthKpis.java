package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.HealthTier;
import io.salestwin.scenario.HealthTier.Measure;
import io.salestwin.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The health score of a scenario, with its tiers and the KPIs in them. */
final class HealthKpis {

  private HealthKpis() {}

  static List<Kpi> list() {
    return List.of(
        kpi(
                "health",
                "Health score",
                Unit.RATIO,
                Better.HIGHER,
                Slice.HEALTH_TIER,
                "sum over the tiers of weight x mean score of the tier's KPIs; a KPI scores 0 at"
                    + " its floor and 100 at its target; the horizon is the mean of the periods",
                "How sound the pipeline is, from 0 to 100. A KPI that is not computable makes its"
                    + " tier not computable.",
                (f, m) -> f.health().tier(m))
            .when(HealthKpis::applies),
        kpi(
                "health_kpi",
                "Health score of a KPI",
                Unit.RATIO,
                Better.HIGHER,
                Slice.HEALTH_MEASURE,
                "(KPI - floor) / (target - floor) x 100, at least 0 and at most 100; the horizon is"
                    + " the mean of the periods",
                "Which KPI holds the health score back.",
                (f, m) -> m < 0 ? f.health().tier(-1) : f.health().measure(m))
            .when(HealthKpis::applies));
  }

  private static boolean applies(Scenario scenario) {
    return !scenario.health().isEmpty();
  }

  static List<String> tiers(Scenario scenario) {
    return scenario.health().stream().map(HealthTier::name).toList();
  }

  static List<String> measures(Scenario scenario) {
    List<String> names = new ArrayList<>();
    for (HealthTier tier : scenario.health()) {
      tier.measures().forEach(measure -> names.add(tier.name() + ": " + measure.figure()));
    }
    return names;
  }

  /**
   * The figures that the score is made of, found once.
   *
   * @param tiers the tiers
   * @param figures by tier, the figure of each of its measures; empty where the name is wrong
   */
  record Plan(List<HealthTier> tiers, List<List<Optional<Figure>>> figures) {

    static Plan of(SalesModel model) {
      List<HealthTier> tiers = model.scenario().health();
      return new Plan(
          tiers,
          tiers.stream()
              .map(t -> t.measures().stream().map(m -> Figure.find(model, m.figure())).toList())
              .toList());
    }

    /** The scores of one period. */
    Scores of(Facts facts) {
      List<double[]> scores = new ArrayList<>();
      for (int t = 0; t < tiers.size(); t++) {
        double[] ofTier = new double[figures.get(t).size()];
        for (int i = 0; i < ofTier.length; i++) {
          Measure measure = tiers.get(t).measures().get(i);
          double value = figures.get(t).get(i).map(figure -> figure.of(facts)).orElse(Double.NaN);
          ofTier[i] = HealthScore.of(value, measure.floor(), measure.target());
        }
        scores.add(ofTier);
      }
      return new Scores(tiers, scores);
    }
  }

  /**
   * Scores by tier and measure.
   *
   * @param tiers the tiers
   * @param scores 0 to 100, or NaN
   */
  record Scores(List<HealthTier> tiers, List<double[]> scores) {

    /** The mean over periods; NaN where one of them is. */
    static Scores mean(List<Scores> periods) {
      List<double[]> means = new ArrayList<>();
      for (int t = 0; t < periods.get(0).scores().size(); t++) {
        double[] mean = new double[periods.get(0).scores().get(t).length];
        for (int i = 0; i < mean.length; i++) {
          for (Scores period : periods) {
            mean[i] += period.scores().get(t)[i] / periods.size();
          }
        }
        means.add(mean);
      }
      return new Scores(periods.get(0).tiers(), means);
    }

    /** The score of a tier, or of all together when it is negative. */
    double tier(int index) {
      if (index >= 0) {
        return HealthScore.mean(scores.get(index));
      }
      double[] each = scores.stream().mapToDouble(HealthScore::mean).toArray();
      return HealthScore.weighted(each, tiers.stream().mapToDouble(HealthTier::weight).toArray());
    }

    /** The score of a measure, counted through all tiers. */
    double measure(int index) {
      int rest = index;
      for (double[] ofTier : scores) {
        if (rest < ofTier.length) {
          return ofTier[rest];
        }
        rest -= ofTier.length;
      }
      throw new IndexOutOfBoundsException("measure " + index);
    }
  }
}
