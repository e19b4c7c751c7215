package io.salestwin.report;

import io.salestwin.planning.territory.Fairness;
import io.salestwin.planning.territory.TerritoryPlan;
import io.salestwin.planning.territory.TerritoryPlan.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.DefaultXYDataset;

/** The charts of a plan of territories, today beside planned. */
final class TerritoryCharts {

  /** So many territories at each end are drawn when there are more than twice as many. */
  private static final int END = 15;

  private static final double NAMES = 120;
  private static final int ROW = 40;
  private static final int LORENZ_HEIGHT = 330;
  private static final int MARKS = 5;
  private static final String TODAY = "today";
  private static final String PLANNED = "planned";

  private TerritoryCharts() {}

  static List<Chart> of(TerritoryReport report) {
    TerritoryPlan plan = report.plan();
    List<Chart> charts = new ArrayList<>();
    charts.add(lorenz(plan));
    charts.add(
        bars(
            "fair-share",
            "Potential of each territory over its fair share",
            lines(plan.territories(), t -> t.before().fairShare(), t -> t.after().fairShare())));
    charts.add(
        bars(
            "load",
            "Work of each territory over its capacity",
            lines(plan.territories(), t -> t.before().load(), t -> t.after().load())));
    report.fairness().ifPresent(fairness -> charts.add(odds(fairness)));
    return List.copyOf(charts);
  }

  private record Line(String name, double before, double after) {}

  private static List<Line> lines(
      List<Outcome> territories,
      ToDoubleFunction<Outcome> before,
      ToDoubleFunction<Outcome> after) {
    return territories.stream()
        .map(t -> new Line(t.patch().name(), before.applyAsDouble(t), after.applyAsDouble(t)))
        .toList();
  }

  private static Chart odds(Fairness fairness) {
    return bars(
        "odds",
        "Odds of each territory to reach its " + (fairness.isQuota() ? "quota" : "equal part"),
        fairness.territories().stream()
            .map(
                p ->
                    new Line(
                        p.name(), orZero(p.oddsBefore().orNaN()), orZero(p.oddsAfter().orNaN())))
            .toList());
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /** The largest of today first; of many territories only both ends. */
  private static List<Line> shown(List<Line> lines) {
    List<Line> sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingDouble(Line::before).reversed());
    if (sorted.size() <= 2 * END) {
      return sorted;
    }
    List<Line> ends = new ArrayList<>(sorted.subList(0, END));
    ends.addAll(sorted.subList(sorted.size() - END, sorted.size()));
    return ends;
  }

  private static Chart bars(String id, String title, List<Line> all) {
    List<Line> lines = shown(all);
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    StringBuilder text = new StringBuilder("Today and as planned:");
    double most = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      var name = Charts.row(line.name(), i);
      data.addValue(line.before(), TODAY, name);
      data.addValue(line.after(), PLANNED, name);
      text.append(' ').append(line.name()).append(' ').append(Figures.share(line.before()));
      text.append(", ").append(Figures.share(line.after())).append(';');
      most = Math.max(most, Math.max(line.before(), line.after()));
    }
    if (lines.size() < all.size()) {
      text.append(" only the ").append(END).append(" largest and smallest of today are drawn.");
    }
    BarRenderer bars = new BarRenderer();
    bars.setSeriesPaint(0, Ink.MISS.colour());
    bars.setSeriesPaint(1, Ink.MAIN.colour());
    bars.setItemMargin(0.05);
    MarkedAxis axis = MarkedAxis.round(0, most > 0 ? most : 1, MARKS, Figures::share);
    int height = 74 + ROW * lines.size();
    CategoryPlot plot = ChartStyle.rows(data, axis, bars, NAMES, 22);
    return new Chart(
        id,
        title,
        text.toString(),
        Charts.HALF,
        height,
        ChartStyle.draw(plot, Charts.HALF, height, true));
  }

  /** Which share of the potential the smallest territories have together; a diagonal is even. */
  private static Chart lorenz(TerritoryPlan plan) {
    DefaultXYDataset data = new DefaultXYDataset();
    data.addSeries("even", new double[][] {{0, 1}, {0, 1}});
    data.addSeries(TODAY, curve(plan, false));
    data.addSeries(PLANNED, curve(plan, true));
    XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    Ink[] inks = {Ink.MISS, Ink.TARGET, Ink.MAIN};
    for (int i = 0; i < inks.length; i++) {
      lines.setSeriesPaint(i, inks[i].colour());
      lines.setSeriesStroke(i, i == 0 ? ChartStyle.DASHED : ChartStyle.LINE);
    }
    lines.setDrawSeriesLineAsPath(true);
    MarkedAxis x = MarkedAxis.exact(0, 1, MARKS, Figures::share);
    MarkedAxis y = MarkedAxis.exact(0, 1, MARKS, Figures::share);
    XYPlot plot = new XYPlot(data, x, y, lines);
    ChartStyle.plain(plot, 48, 22, 24);
    return new Chart(
        "lorenz",
        "Share of the potential that the smaller territories have together",
        "Lorenz curves of the potential for the same capacity: Gini "
            + TerritoryWords.figure(plan.potentialBefore().gini())
            + " today, "
            + TerritoryWords.figure(plan.potentialAfter().gini())
            + " as planned. The dashed line is perfectly even.",
        Charts.HALF,
        LORENZ_HEIGHT,
        ChartStyle.draw(plot, Charts.HALF, LORENZ_HEIGHT, true));
  }

  private static double[][] curve(TerritoryPlan plan, boolean planned) {
    double[] shares =
        plan.territories().stream()
            .mapToDouble(t -> planned ? t.after().fairShare() : t.before().fairShare())
            .sorted()
            .toArray();
    double all = Arrays.stream(shares).sum();
    int n = shares.length;
    double[][] curve = new double[2][n + 1];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += shares[i];
      curve[0][i + 1] = (i + 1.0) / n;
      curve[1][i + 1] = all > 0 ? sum / all : 0;
    }
    return curve;
  }
}
