package io.salestwin.report;

import java.awt.BasicStroke;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Lines over one axis: power over time, shares over days. */
final class LineChart {

  private static final int HEIGHT = 240;
  private static final List<Ink> INKS = List.of(Ink.MAIN, Ink.QUEUE, Ink.BUYER, Ink.MUTED);

  /**
   * One line.
   *
   * @param name in the legend
   * @param x rising
   * @param y as many; NaN leaves a gap
   */
  record Line(String name, double[] x, double[] y) {}

  /**
   * A mark across the plot.
   *
   * @param at where on the axis
   * @param label beside it
   * @param upright whether it stands on the x axis
   */
  record Mark(double at, String label, boolean upright) {}

  private final String id;
  private final String title;
  private final String text;

  LineChart(String id, String title, String text) {
    this.id = id;
    this.title = title;
    this.text = text;
  }

  /** Draws the lines. */
  Chart of(
      List<Line> lines,
      List<Mark> marks,
      boolean steps,
      DoubleFunction<String> xLabel,
      DoubleFunction<String> yLabel) {
    XYSeriesCollection data = new XYSeriesCollection();
    double right = 0;
    double top = 0;
    double bottom = 0;
    for (Line line : lines) {
      XYSeries series = new XYSeries(line.name());
      for (int i = 0; i < line.x().length; i++) {
        if (Double.isFinite(line.y()[i])) {
          series.add(line.x()[i], line.y()[i]);
          right = Math.max(right, line.x()[i]);
          top = Math.max(top, line.y()[i]);
          bottom = Math.min(bottom, line.y()[i]);
        }
      }
      data.addSeries(series);
    }
    for (Mark mark : marks) {
      right = mark.upright() ? Math.max(right, mark.at()) : right;
      top = mark.upright() ? top : Math.max(top, mark.at());
    }
    XYLineAndShapeRenderer renderer =
        steps ? new XYStepRenderer() : new XYLineAndShapeRenderer(true, false);
    for (int i = 0; i < lines.size(); i++) {
      renderer.setSeriesPaint(i, INKS.get(i % INKS.size()).colour());
      renderer.setSeriesStroke(i, i < INKS.size() ? ChartStyle.LINE : ChartStyle.DASHED);
    }
    MarkedAxis x = MarkedAxis.exact(0, right > 0 ? right : 1, 7, xLabel);
    MarkedAxis y = MarkedAxis.round(bottom, top > bottom ? top : bottom + 1, 5, yLabel);
    XYPlot plot = new XYPlot(data, x, y, renderer);
    ChartStyle.plain(plot, 60, 22, 24);
    marks.forEach(mark -> draw(plot, mark, x, y));
    return new Chart(
        id,
        title,
        text,
        Charts.WIDE,
        HEIGHT,
        ChartStyle.draw(plot, Charts.WIDE, HEIGHT, lines.size() > 1));
  }

  private static void draw(XYPlot plot, Mark mark, MarkedAxis x, MarkedAxis y) {
    BasicStroke stroke = ChartStyle.DASHED;
    double bottom = y.getLowerBound();
    double top = y.getUpperBound();
    double right = x.getUpperBound();
    plot.addAnnotation(
        mark.upright()
            ? new XYLineAnnotation(mark.at(), bottom, mark.at(), top, stroke, Ink.TARGET.colour())
            : new XYLineAnnotation(0, mark.at(), right, mark.at(), stroke, Ink.TARGET.colour()));
    boolean late = mark.upright() && mark.at() > right * 0.8;
    double gap = right * 0.006;
    XYTextAnnotation label =
        mark.upright()
            ? new XYTextAnnotation(mark.label(), mark.at() + (late ? -gap : gap), bottom)
            : new XYTextAnnotation(mark.label(), gap, mark.at());
    label.setFont(ChartStyle.STRONG);
    label.setPaint(Ink.TARGET.colour());
    label.setTextAnchor(late ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_LEFT);
    plot.addAnnotation(label);
  }
}
