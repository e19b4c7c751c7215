package io.salestwin.report;

import io.salestwin.calibration.reps.Grouping;
import io.salestwin.calibration.reps.Measure;
import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.proportion.ControlLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Shares by the number of deals behind them, with the limits within which luck keeps them. */
final class FunnelPlot {

  private static final int HEIGHT = 300;
  private static final int STEPS = 120;
  private static final double INNER = 0.95;
  private static final double OUTER = 0.998;

  private final Grouping of;
  private final Measure measure;
  private final int most;

  FunnelPlot(Grouping of) {
    this.of = of;
    measure = of.measures().get(0);
    most = of.closed().stream().mapToInt(n -> n).max().orElse(1);
  }

  Chart draw() {
    XYSeriesCollection data = new XYSeriesCollection();
    XYSeries points = new XYSeries(of.name());
    double low = measure.overall();
    double high = measure.overall();
    for (int g = 0; g < of.names().size(); g++) {
      double share = measure.own().get(g);
      points.add(Math.sqrt(of.closed().get(g)), share);
      low = Math.min(low, share);
      high = Math.max(high, share);
    }
    data.addSeries(points);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, Ink.MAIN.colour());
    renderer.setSeriesShape(0, ChartStyle.diamond(4));
    renderer.setSeriesLinesVisible(0, false);
    renderer.setSeriesShapesVisible(0, true);
    int least = of.closed().stream().mapToInt(n -> n).min().orElse(1);
    Bounds widest = ControlLimits.at(least, measure.overall(), OUTER);
    low = Math.min(low, widest.low());
    high = Math.max(high, widest.high());
    line(data, renderer, "all together", Ink.MUTED, n -> measure.overall());
    line(data, renderer, "95 % of equals", Ink.BAND_CORE, n -> limits(n, INNER).low());
    line(data, renderer, "", Ink.BAND_CORE, n -> limits(n, INNER).high());
    line(data, renderer, "99.8 % of equals", Ink.QUEUE, n -> limits(n, OUTER).low());
    line(data, renderer, " ", Ink.QUEUE, n -> limits(n, OUTER).high());
    MarkedAxis x = new MarkedAxis(0, Math.sqrt(most * 1.06), marks());
    MarkedAxis y = MarkedAxis.round(Math.max(0, low), Math.min(1, high), 6, Figures::share);
    XYPlot plot = new XYPlot(data, x, y, renderer);
    ChartStyle.plain(plot, 48, 22, 24);
    List<String> outside = names(plot);
    return new Chart(
        "funnel-" + of.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
        "Win rate by the number of closed deals (root scale), by " + of.name(),
        "Outside of the limits within which 998 of 1,000 equals lie: "
            + (outside.isEmpty() ? "nobody" : String.join(", ", outside)),
        Charts.WIDE,
        HEIGHT,
        ChartStyle.draw(plot, Charts.WIDE, HEIGHT, true));
  }

  /** Round numbers of deals; on a scale of roots small and large groups both have room. */
  private Map<Double, String> marks() {
    Map<Double, String> marks = new TreeMap<>();
    double last = 0;
    for (int power = 1; power <= most; power *= 10) {
      for (int n : new int[] {power, 2 * power, 5 * power}) {
        double at = Math.sqrt(n);
        if (n <= most && at - last > 0.07 * Math.sqrt(most)) {
          marks.put(at, Figures.brief(n));
          last = at;
        }
      }
      if (power > Integer.MAX_VALUE / 10) {
        break;
      }
    }
    return marks;
  }

  private interface Curve {
    double at(int n);
  }

  private void line(
      XYSeriesCollection data, XYLineAndShapeRenderer renderer, String name, Ink ink, Curve curve) {
    XYSeries line = new XYSeries(name);
    int last = 0;
    for (int i = 1; i <= STEPS; i++) {
      double root = Math.sqrt(most * 1.05) * i / STEPS;
      int n = (int) Math.round(root * root);
      if (n > last && n >= 5) {
        line.add(Math.sqrt(n), curve.at(n));
      }
      last = n;
    }
    int series = data.getSeriesCount();
    data.addSeries(line);
    renderer.setSeriesPaint(series, ink.colour());
    renderer.setSeriesStroke(series, ChartStyle.THIN);
    renderer.setSeriesVisibleInLegend(series, !name.isBlank());
  }

  private Bounds limits(int n, double level) {
    return ControlLimits.at(n, measure.overall(), level);
  }

  /** Writes the names of those outside. */
  private List<String> names(XYPlot plot) {
    List<String> outside = new ArrayList<>();
    for (int g = 0; g < of.names().size(); g++) {
      double share = measure.own().get(g);
      Bounds outer = limits(of.closed().get(g), OUTER);
      if (share < outer.low() || share > outer.high()) {
        outside.add(of.names().get(g) + " " + Figures.share(share));
        boolean late = of.closed().get(g) > 0.8 * most;
        double gap = Math.sqrt(most) * (late ? -0.008 : 0.008);
        XYTextAnnotation label =
            new XYTextAnnotation(
                ChartStyle.fitting(of.names().get(g), 140),
                Math.sqrt(of.closed().get(g)) + gap,
                share);
        label.setFont(ChartStyle.SMALL);
        label.setPaint(Ink.TEXT.colour());
        label.setTextAnchor(late ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
        plot.addAnnotation(label);
      }
    }
    return outside;
  }
}
