package io.salestwin.report;

import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.forecast.Forecast.Week;
import io.salestwin.metrics.KpiLayout;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Bookings over time and as distributions, against their targets. */
final class BookingCharts {

  private static final int FAN_HEIGHT = 340;
  private static final int SMALL_HEIGHT = 190;
  private static final int WEEK_DAYS = 7;
  private static final int MEDIAN = 3;
  private static final double HEADROOM = 1.08;
  private static final Ink[] BANDS = {Ink.BAND_WIDE, Ink.BAND_MIDDLE, Ink.BAND_CORE};

  private BookingCharts() {}

  /** Cumulated bookings: bands of 90, 80 and 50 % of the replications, and the median. */
  static Chart fan(Forecast forecast) {
    List<Week> weeks = forecast.weeks();
    double booked = forecast.periods().stream().mapToDouble(PeriodOutlook::booked).sum();
    double days = ChronoUnit.DAYS.between(forecast.start(), forecast.end());
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    double top = booked;
    int last = Forecast.LEVELS.size() - 1;
    for (int band = 0; band <= MEDIAN; band++) {
      YIntervalSeries series = new YIntervalSeries(bandName(band));
      series.add(0, booked, booked, booked);
      for (Week week : weeks) {
        double from = ChronoUnit.DAYS.between(forecast.start(), week.from());
        List<Double> range = week.bookings();
        series.add(
            Math.min(days, from + WEEK_DAYS),
            booked + range.get(MEDIAN),
            booked + range.get(band),
            booked + range.get(last - band));
        top = Math.max(top, booked + range.get(last));
      }
      data.addSeries(series);
    }
    List<Step> targets = steps(forecast);
    for (Step step : targets) {
      top = Math.max(top, step.height());
    }
    MarkedAxis x = new MarkedAxis(0, days, ChartStyle.months(forecast.start(), forecast.end(), 7));
    MarkedAxis y = MarkedAxis.round(0, Math.max(top, 1) * HEADROOM, 5, Figures::brief);
    XYPlot plot = new XYPlot(data, x, y, fanRenderer());
    ChartStyle.plain(plot, 48, 22, 24);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.setFixedLegendItems(legend());
    targets.forEach(step -> draw(plot, step, top(y)));
    String text = targets.isEmpty() ? "" : " Dashed: the targets, added up over the periods.";
    return new Chart(
        "fan",
        "Cumulated bookings over the horizon",
        "Bands hold 90, 80 and 50 % of the simulated futures, the line is their median, "
            + new Words(forecast)
                .bookings(booked + weeks.get(weeks.size() - 1).bookings().get(MEDIAN))
            + " at the end."
            + text,
        Charts.WIDE,
        FAN_HEIGHT,
        ChartStyle.draw(plot, Charts.WIDE, FAN_HEIGHT, true));
  }

  private static double top(MarkedAxis axis) {
    return axis.getUpperBound();
  }

  private static String bandName(int band) {
    return band == MEDIAN ? "median" : new String[] {"P5–P95", "P10–P90", "P25–P75"}[band];
  }

  private static DeviationRenderer fanRenderer() {
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setAlpha(1);
    for (int band = 0; band < BANDS.length; band++) {
      renderer.setSeriesFillPaint(band, BANDS[band].colour());
      renderer.setSeriesPaint(band, BANDS[band].colour());
      renderer.setSeriesLinesVisible(band, Boolean.FALSE);
    }
    renderer.setSeriesFillPaint(MEDIAN, Ink.MAIN.colour());
    renderer.setSeriesPaint(MEDIAN, Ink.MAIN.colour());
    renderer.setSeriesStroke(MEDIAN, ChartStyle.LINE);
    return renderer;
  }

  private static LegendItemCollection legend() {
    LegendItemCollection items = new LegendItemCollection();
    Ink[] inks = {Ink.BAND_WIDE, Ink.BAND_MIDDLE, Ink.BAND_CORE, Ink.MAIN};
    for (int i = 0; i < inks.length; i++) {
      double height = i == MEDIAN ? 3 : 10;
      Shape swatch = new Rectangle2D.Double(-7, -height / 2, 14, height);
      LegendItem item = new LegendItem(bandName(i), null, null, null, swatch, inks[i].colour());
      item.setLabelFont(ChartStyle.SMALL);
      item.setLabelPaint(Ink.MUTED.colour());
      items.add(item);
    }
    return items;
  }

  /** The target of a period, added to those before; the days count from the start. */
  private record Step(double from, double to, double height, String name) {}

  /** The steps up to the first period without a target. */
  private static List<Step> steps(Forecast forecast) {
    List<Step> steps = new ArrayList<>();
    double sum = 0;
    for (PeriodOutlook period : forecast.periods()) {
      if (period.target().isEmpty()) {
        break;
      }
      sum += period.target().getAsDouble();
      double from = Math.max(0, ChronoUnit.DAYS.between(forecast.start(), period.from()));
      double to = ChronoUnit.DAYS.between(forecast.start(), period.to());
      double end = ChronoUnit.DAYS.between(forecast.start(), forecast.end());
      String name = Figures.brief(sum);
      steps.add(new Step(from, Math.min(to, end), sum, name));
    }
    return steps;
  }

  private static void draw(XYPlot plot, Step step, double top) {
    plot.addAnnotation(
        new XYLineAnnotation(
            step.from(),
            step.height(),
            step.to(),
            step.height(),
            ChartStyle.DASHED,
            Ink.TARGET.colour()));
    XYTextAnnotation label =
        new XYTextAnnotation("target " + step.name(), step.from() + 1, step.height() + top * 0.01);
    label.setFont(ChartStyle.STRONG);
    label.setPaint(Ink.TARGET.colour());
    label.setTextAnchor(TextAnchor.BOTTOM_LEFT);
    plot.addAnnotation(label);
  }

  /** One small chart per period, and one of the horizon when it has more than one. */
  static List<Chart> distributions(Forecast forecast) {
    List<Chart> charts = new ArrayList<>();
    for (int i = 0; i < forecast.periods().size(); i++) {
      charts.add(distribution(forecast, forecast.periods().get(i), "bookings-" + (i + 1)));
    }
    if (forecast.periods().size() != 1) {
      charts.add(distribution(forecast, forecast.total(), "bookings-total"));
    }
    return charts;
  }

  private static Chart distribution(Forecast forecast, PeriodOutlook period, String id) {
    double[] edges = period.histogram().edges();
    long[] counts = period.histogram().counts();
    XYIntervalSeries miss = new XYIntervalSeries("below the target");
    XYIntervalSeries hit = new XYIntervalSeries("target reached");
    double target = period.target().orElse(Double.NEGATIVE_INFINITY);
    long most = 1;
    for (int i = 0; i < counts.length; i++) {
      most = Math.max(most, counts[i]);
      double cut = Math.min(Math.max(target, edges[i]), edges[i + 1]);
      add(miss, edges[i], cut, counts[i]);
      add(hit, cut, edges[i + 1], counts[i]);
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(miss);
    data.addSeries(hit);
    XYBarRenderer bars = ChartStyle.bars(0);
    bars.setSeriesPaint(0, Ink.MISS.colour());
    bars.setSeriesPaint(1, Ink.HIT.colour());
    double low = Math.min(edges[0], period.target().orElse(edges[0]));
    double high = Math.max(edges[edges.length - 1], period.target().orElse(edges[0]));
    double margin = (high - low) * 0.04;
    MarkedAxis x = MarkedAxis.exact(low - margin, high + margin, 6, Figures::brief);
    MarkedAxis y = new MarkedAxis(0, most * 1.25, Map.of());
    y.setAxisLineVisible(false);
    XYPlot plot = new XYPlot(data, x, y, bars);
    ChartStyle.plain(plot, 6, 22, 6);
    plot.setRangeGridlinesVisible(false);
    if (period.target().isPresent()) {
      drawTarget(plot, target, most, target > (low + high) / 2);
    }
    Words words = new Words(forecast);
    String name = period.name().equals(KpiLayout.HORIZON) ? Words.HORIZON : period.name();
    return new Chart(
        id,
        "Bookings, " + name,
        "How often each amount came out in "
            + words.size()
            + "; "
            + words.odds(period).orElse("there is no target")
            + ".",
        Charts.HALF,
        SMALL_HEIGHT,
        ChartStyle.draw(plot, Charts.HALF, SMALL_HEIGHT, false));
  }

  private static void add(XYIntervalSeries series, double from, double to, long count) {
    if (to > from && count > 0) {
      series.add((from + to) / 2, from, to, count, 0, count);
    }
  }

  private static void drawTarget(XYPlot plot, double target, long most, boolean leftwards) {
    plot.addAnnotation(
        new XYLineAnnotation(
            target, 0, target, most * 1.22, ChartStyle.DASHED, Ink.TARGET.colour()));
    String amount = Figures.brief(target);
    String space = "\u2009";
    XYTextAnnotation label =
        new XYTextAnnotation(
            leftwards ? "target " + amount + space + space : space + space + "target " + amount,
            target,
            most * 1.22);
    label.setFont(ChartStyle.STRONG);
    label.setPaint(Ink.TARGET.colour());
    label.setTextAnchor(leftwards ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
    plot.addAnnotation(label);
  }
}
