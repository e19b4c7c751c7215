package io.salestwin.report;

import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.RoleFigure;
import io.salestwin.forecast.Forecast.StageFigure;
import io.salestwin.forecast.Forecast.Week;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.statistics.Estimate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** The charts of a forecast: bookings first, then the organisation. */
final class Charts {

  static final int WIDE = 880;
  static final int HALF = 430;

  private static final double NAMES = 120;
  private static final int ROW = 34;
  private static final int MARKS = 5;
  private static final int WEEK_DAYS = 7;

  private Charts() {}

  static List<Chart> of(Forecast forecast) {
    List<Chart> charts = new ArrayList<>();
    if (!forecast.weeks().isEmpty()) {
      charts.add(BookingCharts.fan(forecast));
    }
    charts.addAll(BookingCharts.distributions(forecast));
    if (!forecast.stages().isEmpty()) {
      charts.add(funnel(forecast));
      charts.add(stageTimes(forecast));
    }
    if (!forecast.roles().isEmpty()) {
      charts.add(utilisation(forecast));
    }
    if (!forecast.weeks().isEmpty()) {
      charts.add(arrivals(forecast));
    }
    return List.copyOf(charts);
  }

  /** Whether a chart takes the whole width of a page. */
  static boolean isWide(Chart chart) {
    return chart.width() == WIDE;
  }

  private static Chart funnel(Forecast forecast) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    List<String> labels = new ArrayList<>();
    StringBuilder text = new StringBuilder("Mean number of leads that entered each stage:");
    double most = 1;
    for (int i = 0; i < forecast.stages().size(); i++) {
      StageFigure stage = forecast.stages().get(i);
      data.addValue(stage.entered(), "entered", row(stage.name(), i));
      String share = Figures.share(stage.realised().orNaN());
      labels.add(Figures.count(stage.entered()) + " · " + share);
      text.append(' ').append(stage.name()).append(' ').append(Figures.count(stage.entered()));
      text.append(" (").append(share).append(" advance);");
      most = Math.max(most, stage.entered());
    }
    BarRenderer bars = new BarRenderer();
    bars.setSeriesPaint(0, Ink.MAIN.colour());
    ChartStyle.labels(bars, labels);
    // room behind the longest bar for its label
    MarkedAxis axis = MarkedAxis.exact(0, most * 1.5, MARKS, Figures::brief);
    int height = 50 + ROW * labels.size();
    CategoryPlot plot = ChartStyle.rows(data, axis, bars, NAMES, 22);
    return new Chart(
        "funnel",
        "Funnel: entries of each stage and the share that advanced",
        text.toString(),
        HALF,
        height,
        ChartStyle.draw(plot, HALF, height, false));
  }

  private static Chart stageTimes(Forecast forecast) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    StringBuilder text = new StringBuilder("Mean days per visit:");
    double most = 0;
    for (int i = 0; i < forecast.stages().size(); i++) {
      StageFigure stage = forecast.stages().get(i);
      RowName name = row(stage.name(), i);
      data.addValue(orZero(stage.queueDays()), "waiting for a rep", name);
      data.addValue(orZero(stage.workDays()), "rep's work", name);
      data.addValue(orZero(stage.buyerDays()), "waiting for the buyer", name);
      most =
          Math.max(
              most,
              orZero(stage.queueDays()) + orZero(stage.workDays()) + orZero(stage.buyerDays()));
      text.append(' ').append(stage.name()).append(": queue ").append(days(stage.queueDays()));
      text.append(", work ").append(days(stage.workDays()));
      text.append(", buyer ").append(days(stage.buyerDays())).append(';');
    }
    StackedBarRenderer bars = new StackedBarRenderer();
    bars.setSeriesPaint(0, Ink.QUEUE.colour());
    bars.setSeriesPaint(1, Ink.WORK.colour());
    bars.setSeriesPaint(2, Ink.BUYER.colour());
    MarkedAxis axis = MarkedAxis.round(0, most > 0 ? most : 1, MARKS, d -> Figures.brief(d) + " d");
    int height = 74 + ROW * forecast.stages().size();
    CategoryPlot plot = ChartStyle.rows(data, axis, bars, NAMES, 22);
    return new Chart(
        "stage-times",
        "Where the time goes in each stage",
        text.toString(),
        HALF,
        height,
        ChartStyle.draw(plot, HALF, height, true));
  }

  private static Chart utilisation(Forecast forecast) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    List<String> labels = new ArrayList<>();
    StringBuilder text = new StringBuilder("Share of the selling time at work:");
    double most = 1;
    for (int i = 0; i < forecast.roles().size(); i++) {
      RoleFigure role = forecast.roles().get(i);
      data.addValue(orZero(role.utilisation()), "utilisation", row(role.name(), i));
      String share = Figures.share(role.utilisation().orNaN());
      labels.add(share);
      text.append(' ').append(role.name()).append(' ').append(share).append(';');
      most = Math.max(most, orZero(role.utilisation()));
    }
    BarRenderer bars = new BarRenderer();
    bars.setSeriesPaint(0, Ink.MAIN.colour());
    ChartStyle.labels(bars, labels);
    MarkedAxis axis = MarkedAxis.exact(0, most * 1.15, MARKS, Figures::share);
    int height = 50 + ROW * labels.size();
    CategoryPlot plot = ChartStyle.rows(data, axis, bars, NAMES, 22);
    return new Chart(
        "utilisation",
        "Utilisation of each role",
        text.toString(),
        HALF,
        height,
        ChartStyle.draw(plot, HALF, height, false));
  }

  private static Chart arrivals(Forecast forecast) {
    XYIntervalSeries series = new XYIntervalSeries("arrivals");
    double days = ChronoUnit.DAYS.between(forecast.start(), forecast.end());
    double most = 1;
    double sum = 0;
    for (Week week : forecast.weeks()) {
      double from = ChronoUnit.DAYS.between(forecast.start(), week.from());
      // the horizon may end within the last week: a narrower bar at the same pace
      double width = Math.min(WEEK_DAYS, days - from);
      double pace = week.arrivals() * WEEK_DAYS / width;
      series.add(from + width / 2, from, from + width, pace, 0, pace);
      most = Math.max(most, pace);
      sum += week.arrivals();
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    XYBarRenderer bars = ChartStyle.bars(0.15);
    bars.setSeriesPaint(0, Ink.MAIN.colour());
    MarkedAxis x = new MarkedAxis(0, days, ChartStyle.months(forecast.start(), forecast.end(), 7));
    MarkedAxis y = MarkedAxis.round(0, most, 4, Figures::brief);
    XYPlot plot = new XYPlot(data, x, y, bars);
    ChartStyle.plain(plot, 48, 22, 24);
    String perWeek = Figures.count(sum * WEEK_DAYS / days);
    return new Chart(
        "arrivals",
        "Leads that arrive, per week",
        "Mean number of leads per week; " + perWeek + " on average over the horizon.",
        WIDE,
        200,
        ChartStyle.draw(plot, WIDE, 200, false));
  }

  private static String days(Estimate days) {
    return days.value()
        .map(v -> Figures.figure(KpiInfo.Unit.DAYS, v.estimate()) + " days")
        .orElse("not computable");
  }

  private static double orZero(Estimate estimate) {
    return estimate.value().map(Estimate.Value::estimate).orElse(0.0);
  }

  static RowName row(String name, int index) {
    return new RowName(index, ChartStyle.fitting(name, NAMES - 10));
  }

  /** A category: two stages whose shortened names are alike stay two. */
  static final class RowName implements Comparable<RowName> {
    private final int index;
    private final String text;

    RowName(int index, String text) {
      this.index = index;
      this.text = text;
    }

    @Override
    public int compareTo(RowName other) {
      return Integer.compare(index, other.index);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
