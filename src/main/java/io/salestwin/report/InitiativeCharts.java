package io.salestwin.report;

import io.salestwin.metrics.KpiInfo;
import io.salestwin.planning.InitiativeReview;
import io.salestwin.planning.InitiativeReview.Outcome;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;

/** The charts of a review of initiatives. */
final class InitiativeCharts {

  private static final int MOST_LINES = 4;
  private static final double MONTHS = 12;

  private InitiativeCharts() {}

  static List<Chart> of(InitiativeReview review) {
    List<Chart> charts = new ArrayList<>();
    if (!review.shares().isEmpty()) {
      charts.add(bridge(review));
    }
    charts.add(course(review));
    return charts;
  }

  private static Chart bridge(InitiativeReview review) {
    List<BridgeChart.Step> steps = new ArrayList<>();
    for (int i = 0; i < review.shares().size(); i++) {
      String name = review.alone().get(i).name();
      Estimate share = review.shares().get(i).bookings();
      share
          .value()
          .ifPresent(
              v ->
                  steps.add(
                      new BridgeChart.Step(
                          name,
                          v.estimate(),
                          v.interval().low(),
                          v.interval().high(),
                          ComparisonWords.withRange(KpiInfo.Unit.MONEY, share))));
    }
    return BridgeChart.of(
        "bridge",
        "Bridge of mean bookings: what each contributes to all together (dark bars are cut off)",
        "without any",
        review.baseBookings().orNaN(),
        steps,
        "all together",
        amount -> Figures.brief(amount) + " " + review.currency());
  }

  /** How the sum of gains less costs grows: all together, and those alone that leave most. */
  private static Chart course(InitiativeReview review) {
    List<Outcome> shown = new ArrayList<>(List.of(review.together()));
    if (review.alone().size() > 1) {
      review.alone().stream()
          .sorted((a, b) -> Double.compare(b.net().orNaN(), a.net().orNaN()))
          .limit(MOST_LINES - 1L)
          .forEach(shown::add);
    }
    List<LineChart.Line> lines = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Outcome outcome : shown) {
      double[] x = outcome.course().years().stream().mapToDouble(year -> year * MONTHS).toArray();
      double[] y = outcome.course().sums().stream().mapToDouble(sum -> sum).toArray();
      lines.add(new LineChart.Line(outcome.name(), x, y));
      text.append(outcome.name()).append(": ");
      text.append(Figures.brief(y[y.length - 1])).append(" at the end. ");
    }
    return new LineChart(
            "course",
            "Gains less costs so far, by months of the horizon, in " + review.currency(),
            text.toString().strip())
        .of(lines, List.of(), false, Figures::brief, Figures::brief);
  }
}
