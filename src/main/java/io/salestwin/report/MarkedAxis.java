package io.salestwin.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis with given marks, so that no measure of a font decides where they stand. */
final class MarkedAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;

  private static final double[] STEPS = {1, 2, 5, 10};

  private final transient TreeMap<Double, String> marks;

  /** An axis from low to high with the given marks. */
  MarkedAxis(double low, double high, Map<Double, String> marks) {
    super(null);
    this.marks = new TreeMap<>(marks);
    setAutoRange(false);
    setRange(low, high);
    setTickLabelFont(ChartStyle.SMALL);
    setTickLabelPaint(Ink.MUTED.colour());
    setAxisLinePaint(Ink.GRID.colour());
    setAxisLineStroke(new BasicStroke(1));
    setTickMarksVisible(false);
  }

  /** An axis with round marks that holds the values from low to high. */
  static MarkedAxis round(double low, double high, int atMost, DoubleFunction<String> label) {
    double step = step(high - low, atMost);
    double first = Math.floor(low / step);
    double last = Math.ceil(high / step - 1e-9);
    Map<Double, String> marks = new TreeMap<>();
    for (double i = first; i <= last; i++) {
      marks.put(i * step, label.apply(i * step));
    }
    return new MarkedAxis(first * step, Math.max(last, first + 1) * step, marks);
  }

  /** An axis from low to high exactly, with the round marks that lie between. */
  static MarkedAxis exact(double low, double high, int atMost, DoubleFunction<String> label) {
    double step = step(high - low, atMost);
    Map<Double, String> marks = new TreeMap<>();
    for (double i = Math.ceil(low / step); i * step <= high; i++) {
      marks.put(i * step, label.apply(i * step));
    }
    return new MarkedAxis(low, high, marks);
  }

  /** The smallest of 1, 2 and 5 times a power of ten that parts a width in at most some pieces. */
  private static double step(double width, int atMost) {
    if (!(width > 0) || !Double.isFinite(width)) {
      return 1;
    }
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(width / atMost)));
    for (double step : STEPS) {
      if (width / (step * power) <= atMost) {
        return step * power;
      }
    }
    return 10 * power;
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    TextAnchor anchor =
        RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    List<NumberTick> ticks = new ArrayList<>();
    marks.forEach(
        (value, label) -> ticks.add(new NumberTick(value, label, anchor, TextAnchor.CENTER, 0)));
    return ticks;
  }
}
