package io.salestwin.report;

import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.forecast.Forecast.RoleFigure;
import io.salestwin.forecast.Forecast.StageFigure;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.ThresholdResult;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Histogram;
import java.util.ArrayList;
import java.util.List;

/** The answer on a terminal: thresholds, odds, ranges, then why. */
final class TextReport {

  private static final int P10 = Forecast.LEVELS.indexOf(0.10);
  private static final int P50 = Forecast.LEVELS.indexOf(0.50);
  private static final int P90 = Forecast.LEVELS.indexOf(0.90);
  private static final int BARS = 24;

  private final Forecast forecast;
  private final TextStyle style;
  private final Words words;
  private final StringBuilder out = new StringBuilder();
  private final TextLines lines;

  TextReport(Report report, TextStyle style) {
    this.forecast = report.forecast();
    this.style = style;
    this.words = new Words(forecast);
    this.lines = new TextLines(style, out);
  }

  String text() {
    heading(
        forecast.scenario(), words.horizon() + " · " + words.size() + " · seed " + forecast.seed());
    thresholds();
    odds();
    ranges();
    origins();
    stages();
    roles();
    new CustomerLines(forecast, style, lines, out)
        .write(withTotal().stream().map(PeriodOutlook::name).toList(), nameWidth(withTotal()));
    new SignalWords(forecast.signals()).text(lines);
    foundations();
    return out.toString();
  }

  private void thresholds() {
    List<ThresholdResult> rules = forecast.thresholds();
    if (rules.isEmpty()) {
      return;
    }
    long met = rules.stream().filter(t -> t.outcome() == ThresholdResult.Outcome.MET).count();
    heading("Thresholds", met + " of " + rules.size() + " met");
    int widest = rules.stream().mapToInt(t -> t.rule().length()).max().orElse(0);
    int column = Math.min(widest, style.width() - 34);
    for (ThresholdResult rule : rules) {
      boolean fine = rule.outcome() == ThresholdResult.Outcome.MET;
      String mark = style.shown(fine ? "✔" : "✘");
      String value = " is " + Figures.withUnit(rule.unit(), forecast.currency(), rule.actual());
      out.append("  ").append(fine ? style.good(mark) : style.bad(mark)).append(' ');
      if (rule.actual() instanceof Estimate.NotComputable no) {
        out.append(plain(rule.rule())).append('\n');
        wrapped("      ", no.toString(), "      ");
        continue;
      }
      String error = rule.actual().value().map(v -> error(rule.unit(), v)).orElse("");
      out.append(left(plain(rule.rule()), column));
      out.append(style.bold(style.shown(value))).append(style.shown(error)).append('\n');
    }
    out.append('\n');
  }

  private void odds() {
    List<PeriodOutlook> periods =
        withTotal().stream().filter(p -> words.odds(p).isPresent()).toList();
    if (periods.isEmpty()) {
      heading("Odds", "no period has a target");
      out.append('\n');
      return;
    }
    heading("Odds", "");
    int name = nameWidth(periods);
    for (PeriodOutlook period : periods) {
      String indent = " ".repeat(name + 4);
      wrapped("  " + left(name(period), name) + "  ", words.odds(period).orElseThrow(), indent);
      if (!words.remark(period).isEmpty()) {
        wrapped(indent, words.remark(period), indent);
      }
    }
    out.append('\n');
  }

  private void ranges() {
    List<PeriodOutlook> periods = withTotal();
    int name = nameWidth(periods);
    boolean pictures = style.width() >= name + 36 + BARS;
    String unit =
        forecast.basis() == io.salestwin.scenario.Scenario.Basis.COUNT
            ? "deals"
            : forecast.currency();
    heading("Bookings", "in " + unit + "; of 10 simulated futures 8 lie between P10 and P90");
    out.append("  ").append(left("", name));
    out.append(style.dim(row("P10", "P50", "P90", "target"))).append('\n');
    for (PeriodOutlook period : periods) {
      out.append("  ").append(left(name(period), name));
      String target = period.target().isPresent() ? figure(period.target().getAsDouble()) : "none";
      out.append(
          row(
              figure(period.range().get(P10)),
              figure(period.range().get(P50)),
              figure(period.range().get(P90)),
              target));
      if (pictures) {
        out.append("  ").append(picture(period.histogram()));
      }
      out.append('\n');
      out.append("  ").append(style.dim(errors(period, name))).append('\n');
    }
    out.append('\n');
  }

  /** How well the quantiles are known, below them. */
  private String errors(PeriodOutlook period, int name) {
    return right("error", name)
        + right(halfWidth(period.rangeErrors().get(P10)), 8)
        + right(halfWidth(period.rangeErrors().get(P50)), 8)
        + right(halfWidth(period.rangeErrors().get(P90)), 8);
  }

  private String halfWidth(Estimate quantile) {
    return quantile
        .value()
        .map(v -> (style.unicode() ? "±" : "+-") + Figures.rough(v.interval().halfWidth()))
        .orElse(Figures.NONE);
  }

  private static String row(String a, String b, String c, String d) {
    return right(a, 8) + right(b, 8) + right(c, 8) + right(d, 9);
  }

  private String figure(double value) {
    return Figures.figure(Figures.unitOf(forecast.basis()), value);
  }

  private void origins() {
    heading("Where it comes from", "mean bookings");
    int name = nameWidth(withTotal());
    for (PeriodOutlook period : withTotal()) {
      String booked = period.booked() > 0 ? figure(period.booked()) + " booked before, " : "";
      wrapped(
          "  " + left(name(period), name) + "  ",
          booked
              + figure(period.fromOpen())
              + " from deals open on day one, "
              + figure(period.toCreate())
              + " still to create",
          " ".repeat(name + 4));
    }
    words.opening().forEach(line -> wrapped("  ", line, "    "));
    out.append('\n');
  }

  private void stages() {
    if (forecast.stages().isEmpty()) {
      return;
    }
    int name = Math.min(widest(forecast.stages().stream().map(StageFigure::name).toList()), 20);
    heading("Funnel", "stated and realised chance to advance; mean days per visit");
    out.append("  ").append(left("", name));
    out.append(style.dim(stageRow("entered", "stated", "realised", "queue", "work", "buyer")));
    out.append('\n');
    for (StageFigure stage : forecast.stages()) {
      out.append("  ").append(left(plain(stage.name()), name));
      out.append(
          stageRow(
              Figures.count(stage.entered()),
              value(KpiInfo.Unit.SHARE, stage.stated()),
              value(KpiInfo.Unit.SHARE, stage.realised()),
              value(KpiInfo.Unit.DAYS, stage.queueDays()),
              value(KpiInfo.Unit.DAYS, stage.workDays()),
              value(KpiInfo.Unit.DAYS, stage.buyerDays())));
      out.append('\n');
    }
    out.append('\n');
  }

  private static String stageRow(
      String entered, String stated, String realised, String queue, String work, String buyer) {
    return right(entered, 9)
        + right(stated, 8)
        + right(realised, 10)
        + right(queue, 8)
        + right(work, 7)
        + right(buyer, 7);
  }

  private void roles() {
    heading("Team", "");
    int name = widest(forecast.roles().stream().map(RoleFigure::name).toList());
    for (RoleFigure role : forecast.roles()) {
      String line =
          Figures.count(role.reps())
              + (role.reps() == 1 ? " rep, " : " reps, ")
              + value(KpiInfo.Unit.SHARE, role.utilisation())
              + " of their selling time at work, "
              + value(KpiInfo.Unit.COUNT, role.openLeads())
              + " open leads each, "
              + value(KpiInfo.Unit.COUNT, role.waiting())
              + " leads waiting";
      wrapped("  " + left(plain(role.name()), name) + "  ", line, " ".repeat(name + 4));
    }
    wrapped("  ", words.bottleneck(), "  ");
    out.append('\n');
  }

  private void foundations() {
    heading("How far to trust it", "");
    words.precision().ifPresent(line -> wrapped("  ", line, "    "));
    words.mirroring().ifPresent(line -> wrapped("  ", line, "    "));
    wrapped("  ", words.inputShare(), "    ");
    wrapped("  ", forecast.record(), "    ");
  }

  private List<PeriodOutlook> withTotal() {
    List<PeriodOutlook> all = new ArrayList<>(forecast.periods());
    if (all.size() != 1) {
      all.add(forecast.total());
    }
    return all;
  }

  private String name(PeriodOutlook period) {
    return period.name().equals(KpiLayout.HORIZON) ? Words.HORIZON : plain(period.name());
  }

  private int nameWidth(List<PeriodOutlook> periods) {
    return widest(periods.stream().map(this::name).toList());
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String error(KpiInfo.Unit unit, Estimate.Value value) {
    return " (error " + Figures.interval(unit, value.interval()) + ")";
  }

  private static String value(KpiInfo.Unit unit, Estimate estimate) {
    return estimate.value().map(v -> Figures.figure(unit, v.estimate())).orElse(Figures.NONE);
  }

  /** The histogram in at most {@link #BARS} columns. */
  private String picture(Histogram histogram) {
    long[] counts = histogram.counts();
    int per = (counts.length + BARS - 1) / BARS;
    long[] sums = new long[(counts.length + per - 1) / per];
    long most = 1;
    for (int i = 0; i < counts.length; i++) {
      sums[i / per] += counts[i];
      most = Math.max(most, sums[i / per]);
    }
    StringBuilder bars = new StringBuilder();
    for (long sum : sums) {
      bars.append(style.bar((double) sum / most));
    }
    return bars.toString();
  }

  private void heading(String title, String remark) {
    lines.heading(title, remark);
  }

  private String plain(String text) {
    return lines.plain(text);
  }

  private void wrapped(String first, String text, String indent) {
    lines.wrapped(first, text, indent);
  }

  private static String left(String text, int width) {
    return TextLines.left(text, width);
  }

  private static String right(String text, int width) {
    return TextLines.right(text, width);
  }
}
