package io.salestwin.report;

import io.salestwin.planning.staffing.StaffingPlan;
import io.salestwin.planning.staffing.StaffingPlan.Point;
import io.salestwin.planning.staffing.StaffingPlan.Tried;
import java.util.Optional;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** What odds cost: every plan that was played, and the frontier with its errors. */
final class StaffingChart {

  private static final double CENTS = 100;
  private static final int HEIGHT = 340;
  private static final double SMALL = 6;
  private static final double LARGE = 13;
  private static final int FRONTIER = 1;

  private final StaffingPlan answer;
  private final StaffingWords words;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  private StaffingChart(StaffingPlan answer) {
    this.answer = answer;
    words = new StaffingWords(answer);
  }

  /** The chart; none when nothing is known to draw. */
  static Optional<Chart> of(StaffingPlan answer) {
    return answer.frontier().isEmpty()
        ? Optional.empty()
        : Optional.of(new StaffingChart(answer).chart());
  }

  private Chart chart() {
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(plan());
    data.addSeries(frontier());
    data.addSeries(tried());
    double margin = high > low ? (high - low) * 0.05 : Math.max(1, high * 0.05);
    MarkedAxis x = MarkedAxis.exact(low - margin, high + margin, 8, Figures::brief);
    MarkedAxis y = MarkedAxis.round(0, 1, 5, Figures::share);
    XYPlot plot = new XYPlot(data, x, y, renderer());
    ChartStyle.plain(plot, 48, 22, 24);
    target(plot);
    return new Chart(
        "frontier",
        "Odds of " + answer.question().goal().text() + " against cost",
        text(),
        Charts.WIDE,
        HEIGHT,
        ChartStyle.draw(plot, Charts.WIDE, HEIGHT, true));
  }

  private XYErrorRenderer renderer() {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setCapLength(6);
    renderer.setErrorStroke(ChartStyle.THIN);
    renderer.setDefaultLinesVisible(false);
    renderer.setSeriesLinesVisible(FRONTIER, true);
    renderer.setSeriesStroke(FRONTIER, ChartStyle.THIN);
    Ink[] inks = {Ink.TARGET, Ink.MAIN, Ink.MISS};
    double[] sizes = {LARGE, SMALL + 2, SMALL};
    for (int series = 0; series < inks.length; series++) {
      renderer.setSeriesPaint(series, inks[series].colour());
      renderer.setSeriesShape(series, ChartStyle.diamond(sizes[series] / 2));
      renderer.setSeriesShapesVisible(series, true);
    }
    return renderer;
  }

  private XYIntervalSeries plan() {
    XYIntervalSeries series =
        new XYIntervalSeries(answer.isReached() ? "the plan" : "the best that was found");
    answer.frontier().stream()
        .filter(point -> point.plan() == answer.best())
        .forEach(point -> add(series, point));
    return series;
  }

  private XYIntervalSeries frontier() {
    XYIntervalSeries series = new XYIntervalSeries("none that was played has more for less");
    answer.frontier().forEach(point -> add(series, point));
    return series;
  }

  private void add(XYIntervalSeries series, Point point) {
    double cost = answer.plans().get(point.plan()).plan().costCents() / CENTS;
    point
        .odds()
        .value()
        .ifPresent(
            v -> {
              series.add(cost, cost, cost, v.estimate(), v.interval().low(), v.interval().high());
              widen(cost);
            });
  }

  private XYIntervalSeries tried() {
    XYIntervalSeries series = new XYIntervalSeries("other plans, as far as the search played them");
    for (Tried tried : answer.plans()) {
      if (tried.replications() > 0) {
        double cost = tried.plan().costCents() / CENTS;
        series.add(cost, cost, cost, tried.odds(), tried.odds(), tried.odds());
        widen(cost);
      }
    }
    return series;
  }

  private void widen(double cost) {
    low = Math.min(low, cost);
    high = Math.max(high, cost);
  }

  private void target(XYPlot plot) {
    double odds = answer.question().goal().odds();
    double from = plot.getDomainAxis().getLowerBound();
    double to = plot.getDomainAxis().getUpperBound();
    plot.addAnnotation(
        new XYLineAnnotation(from, odds, to, odds, ChartStyle.DASHED, Ink.TARGET.colour()));
    XYTextAnnotation label = new XYTextAnnotation(Figures.share(odds), to, odds - 0.01);
    label.setFont(ChartStyle.STRONG);
    label.setPaint(Ink.TARGET.colour());
    label.setTextAnchor(TextAnchor.TOP_RIGHT);
    plot.addAnnotation(label);
  }

  private String text() {
    StringBuilder text = new StringBuilder("Odds and cost of the plans on the frontier:");
    for (Point point : answer.frontier()) {
      text.append(' ')
          .append(words.plan(point.plan()))
          .append(": ")
          .append(StaffingText.odds(point.odds()))
          .append(" for ")
          .append(words.money(answer.plans().get(point.plan()).plan().costCents()))
          .append(';');
    }
    return text.toString();
  }
}
