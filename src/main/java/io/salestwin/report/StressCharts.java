package io.salestwin.report;

import io.salestwin.planning.StressTest;
import io.salestwin.planning.StressTest.Bar;
import io.salestwin.planning.StressTest.ShockCase;
import io.salestwin.planning.StressTest.Tornado;
import io.salestwin.planning.StressTest.Verdict;
import io.salestwin.statistics.Estimate;
import java.util.List;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.data.category.DefaultCategoryDataset;

/** The charts of a stress test. */
final class StressCharts {

  private static final int MOST_ROWS = 20;
  private static final int ROW = 30;
  private static final double NAMES = 300;
  private static final int MARKS = 8;

  private StressCharts() {}

  /** What each lever does to the odds, to both sides of the scenario as it is. */
  static Chart tornado(Tornado tornado) {
    List<Bar> bars =
        tornado.bars().stream()
            .filter(b -> b.verdict() == Verdict.MATTERS || b.verdict() == Verdict.NOISE)
            .limit(MOST_ROWS)
            .toList();
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    StringBuilder text = new StringBuilder("Change of the odds in percentage points:");
    double least = 0;
    double most = 0;
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double low = points(bar.low().odds());
      double high = points(bar.high().odds());
      Row row = new Row(i, ChartStyle.fitting(bar.lever(), NAMES - 10));
      data.addValue(low, "lower value", row);
      data.addValue(high, "upper value", row);
      least = Math.min(least, Math.min(low, high));
      most = Math.max(most, Math.max(low, high));
      text.append(' ').append(bar.lever()).append(' ');
      text.append(StressWords.points(bar.low().odds())).append(" at ").append(bar.low().value());
      text.append(", ").append(StressWords.points(bar.high().odds())).append(" at ");
      text.append(bar.high().value()).append(';');
    }
    BarRenderer renderer = new BarRenderer();
    renderer.setSeriesPaint(0, Ink.QUEUE.colour());
    renderer.setSeriesPaint(1, Ink.MAIN.colour());
    renderer.setItemMargin(-1); // both ends of a lever lie on one line
    return chart(
        "tornado",
        "What each lever does to the odds of the target, in percentage points",
        text.toString(),
        data,
        renderer,
        bars.size(),
        least,
        most);
  }

  /** What each shock does to the odds. */
  static Chart shocks(StressTest test) {
    List<ShockCase> cases =
        test.shocks().stream()
            .filter(s -> s.change().value().isPresent())
            .limit(MOST_ROWS)
            .toList();
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    StringBuilder text = new StringBuilder("Change of the odds in percentage points:");
    double least = 0;
    double most = 0;
    for (int i = 0; i < cases.size(); i++) {
      double change = points(cases.get(i).change());
      String name = cases.get(i).name();
      data.addValue(change, "change", new Row(i, ChartStyle.fitting(name, NAMES - 10)));
      least = Math.min(least, change);
      most = Math.max(most, change);
      text.append(' ').append(name).append(' ');
      text.append(StressWords.points(cases.get(i).change())).append(';');
    }
    BarRenderer renderer = new BarRenderer();
    renderer.setSeriesPaint(0, Ink.QUEUE.colour());
    return chart(
        "shocks",
        "What each shock does to the odds of the target, in percentage points",
        text.toString(),
        data,
        renderer,
        cases.size(),
        least,
        most);
  }

  private static double points(Estimate change) {
    return change.value().map(v -> v.estimate() * 100).orElse(0.0);
  }

  private static Chart chart(
      String id,
      String title,
      String text,
      DefaultCategoryDataset data,
      BarRenderer renderer,
      int rows,
      double least,
      double most) {
    MarkedAxis axis =
        MarkedAxis.round(least, Math.max(most, least + 1), MARKS, d -> StressWords.points(d / 100));
    boolean legend = data.getRowCount() > 1;
    int height = (legend ? 74 : 50) + ROW * rows;
    CategoryPlot plot = ChartStyle.rows(data, axis, renderer, NAMES, 22);
    return new Chart(
        id, title, text, Charts.WIDE, height, ChartStyle.draw(plot, Charts.WIDE, height, legend));
  }

  /** A row by its place: two names that are cut alike stay two. */
  private record Row(int place, String text) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      return Integer.compare(place, other.place);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
