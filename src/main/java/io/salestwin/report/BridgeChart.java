package io.salestwin.report;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** A bridge (waterfall): from one figure to another by what each change contributes. */
final class BridgeChart {

  private static final int NAMES = 250;
  private static final int LABELS = 170;
  private static final int ROW = 34;
  private static final int TOP = 12;
  private static final int BAR = 18;
  private static final double ROOM = 0.12;

  /**
   * One step.
   *
   * @param name what contributes
   * @param gain how much, from the figure before
   * @param low lower end of its error
   * @param high upper end of its error
   * @param label figure and error in words
   */
  record Step(String name, double gain, double low, double high, String label) {}

  private final SvgCanvas canvas = new SvgCanvas();
  private final double low;
  private final double scale;

  private BridgeChart(double low, double high) {
    this.low = low;
    scale = (Charts.WIDE - NAMES - LABELS) / (high - low);
  }

  /** The chart; the figures at both ends are drawn from the left edge, which need not be 0. */
  static Chart of(
      String id,
      String title,
      String from,
      double start,
      List<Step> steps,
      String to,
      DoubleFunction<String> amount) {
    List<Double> places = new ArrayList<>(List.of(start));
    double least = start;
    double most = start;
    double at = start;
    StringBuilder text = new StringBuilder(from + " " + amount.apply(start) + ";");
    for (Step step : steps) {
      least = Math.min(least, at + Math.min(step.low(), step.gain()));
      most = Math.max(most, at + Math.max(step.high(), step.gain()));
      at += step.gain();
      places.add(at);
      text.append(' ').append(step.name()).append(' ').append(step.label()).append(';');
    }
    least = Math.min(least, at);
    most = Math.max(most, at);
    double width = most > least ? most - least : Math.max(1, Math.abs(most));
    BridgeChart chart = new BridgeChart(least - ROOM * width - 0.2 * width, most + ROOM * width);
    chart.end(0, from, start, amount.apply(start));
    for (int i = 0; i < steps.size(); i++) {
      chart.step(i + 1, steps.get(i), places.get(i));
    }
    chart.end(steps.size() + 1, to, at, amount.apply(at));
    text.append(' ').append(to).append(' ').append(amount.apply(at)).append('.');
    int height = 2 * TOP + ROW * (steps.size() + 2);
    return new Chart(id, title, text.toString(), Charts.WIDE, height, chart.canvas.body());
  }

  private double x(double value) {
    return NAMES + (value - low) * scale;
  }

  private void end(int row, String name, double value, String label) {
    double y = TOP + ROW * row;
    name(name, y, true);
    canvas.setPaint(Ink.MAIN.colour());
    canvas.fill(new Rectangle2D.Double(NAMES, y, x(value) - NAMES, BAR));
    label(label, y);
  }

  private void step(int row, Step step, double from) {
    double y = TOP + ROW * row;
    name(step.name(), y, false);
    canvas.setPaint(Ink.GRID.colour());
    canvas.setStroke(ChartStyle.THIN);
    canvas.draw(new Line2D.Double(x(from), y - ROW + BAR, x(from), y + BAR));
    double to = from + step.gain();
    canvas.setPaint((step.gain() >= 0 ? Ink.BAND_CORE : Ink.QUEUE).colour());
    double left = x(Math.min(from, to));
    canvas.fill(new Rectangle2D.Double(left, y, Math.max(1, x(Math.max(from, to)) - left), BAR));
    canvas.setPaint(Ink.TEXT.colour());
    double middle = y + BAR / 2.0;
    canvas.draw(new Line2D.Double(x(from + step.low()), middle, x(from + step.high()), middle));
    label(step.label(), y);
  }

  private void name(String name, double y, boolean isEnd) {
    canvas.setFont(isEnd ? ChartStyle.STRONG : ChartStyle.SMALL);
    canvas.setPaint(Ink.TEXT.colour());
    canvas.drawString(ChartStyle.fitting(name, NAMES - 14), 4f, (float) (y + BAR - 4));
  }

  private void label(String label, double y) {
    canvas.setFont(ChartStyle.SMALL);
    canvas.setPaint(Ink.TEXT.colour());
    canvas.drawString(
        ChartStyle.fitting(label, LABELS - 8),
        (float) (Charts.WIDE - LABELS + 6),
        (float) (y + BAR - 4));
  }
}
