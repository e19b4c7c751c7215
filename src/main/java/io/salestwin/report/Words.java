package io.salestwin.report;

import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.Opening;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.run.Precision.Look;
import io.salestwin.run.Precision.Reached;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sentences of a forecast, the same on the terminal and on the page. */
final class Words {

  private final Forecast forecast;

  Words(Forecast forecast) {
    this.forecast = forecast;
  }

  private static final int MOST_NAMED = 3;

  /** How the whole horizon is called. */
  static final String HORIZON = "total";

  String bookings(double value) {
    return Figures.bookings(forecast.basis(), forecast.currency(), value);
  }

  /** The odds: "in 72 of 100 simulated quarters you reach 2.4 M USD (error 69–75)". */
  Optional<String> odds(PeriodOutlook period) {
    if (period.odds().isEmpty() || period.target().isEmpty()) {
      return Optional.empty();
    }
    String target = bookings(period.target().getAsDouble());
    Estimate odds = period.odds().get();
    if (odds instanceof Estimate.NotComputable no) {
      return Optional.of("the odds of " + target + " are " + no);
    }
    Estimate.Value value = odds.value().orElseThrow();
    return Optional.of(
        "in "
            + Figures.ofHundred(value.estimate())
            + " of 100 simulated "
            + plural(period)
            + " you reach "
            + target
            + " (error "
            + Figures.ofHundred(value.interval())
            + ")");
  }

  private static String plural(PeriodOutlook period) {
    long days = ChronoUnit.DAYS.between(period.from(), period.to());
    if (period.name().contains("-Q")) {
      return "quarters";
    }
    return days >= 28 && days <= 31 ? "months" : "futures";
  }

  /** What of a period's target is counted and when, for people who read one line only. */
  String remark(PeriodOutlook period) {
    List<String> parts = new ArrayList<>();
    if (period.partial()) {
      parts.add("only " + period.from() + " to " + period.to().minusDays(1) + " is simulated");
    }
    if (period.booked() > 0) {
      parts.add(bookings(period.booked()) + " was booked before");
    }
    return String.join("; ", parts);
  }

  /** How much stands behind the figures, and whether the run was cut short. */
  String size() {
    String size = Figures.count(forecast.replications()) + " replications";
    boolean asked = !forecast.sampling().precision().isEmpty();
    return switch (forecast.sampling().end()) {
      case PRECISE -> size + " (as precise as asked)";
      case ALL -> asked ? size + " (the most allowed; less precise than asked)" : size;
      case STOPPED ->
          size
              + (asked ? "" : " of " + Figures.count(forecast.asked()))
              + " (stopped early: a partial answer)";
    };
  }

  /** How precise the answer is where that was asked; empty where it was not. */
  Optional<String> precision() {
    List<Reached> figures = forecast.sampling().precision();
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    List<Reached> worst =
        figures.stream()
            .filter(figure -> !figure.isMet())
            .sorted(Comparator.comparingDouble(Reached::ratio).reversed())
            .toList();
    if (worst.isEmpty()) {
      Reached widest = new Look(forecast.replications(), figures).widest();
      return Optional.of(
          "as precise as asked"
              + (figures.size() == 1 ? ": " : "; of " + figures.size() + " figures the least is ")
              + reached(widest));
    }
    String named = String.join("; ", worst.stream().limit(MOST_NAMED).map(Words::reached).toList());
    int more = worst.size() - MOST_NAMED;
    return Optional.of(
        "less precise than asked: " + named + (more > 0 ? "; and " + more + " more" : ""));
  }

  /** How well a figure is known: "odds of 2027-Q1, ± 2.1 of 2 points asked". */
  static String reached(Reached figure) {
    String of = figure.goal().name();
    if (figure.estimate() instanceof Estimate.NotComputable no) {
      return of + ", " + no;
    }
    return of
        + ", ± "
        + Figures.rough(100 * figure.halfWidth())
        + " of "
        + Figures.brief(100 * figure.goal().most())
        + (figure.goal().isRelative() ? " %" : " points")
        + " asked";
  }

  /** What antithetic pairs won; empty without them. */
  Optional<String> mirroring() {
    return forecast
        .sampling()
        .mirroringGain()
        .map(
            gain ->
                gain.value()
                    .map(
                        v ->
                            "antithetic pairs: independent replications would make the variance of"
                                + " mean total bookings "
                                + Figures.fixed(v.estimate(), 2)
                                + " times as large (error "
                                + Figures.interval(KpiInfo.Unit.RATIO, v.interval())
                                + ")")
                    .orElseGet(() -> "what antithetic pairs won: " + reason(gain)));
  }

  /** How much of the spread is uncertainty about the inputs. */
  String inputShare() {
    return forecast
        .inputShare()
        .value()
        .map(
            v ->
                Figures.share(v.estimate())
                    + " of the spread of total bookings is uncertainty about the inputs (error "
                    + Figures.interval(KpiInfo.Unit.SHARE, v.interval())
                    + "); the rest is luck")
        .orElseGet(
            () ->
                "share of the spread that is uncertainty about the inputs: "
                    + reason(forecast.inputShare()));
  }

  /** What holds the organisation back. */
  String bottleneck() {
    return forecast
        .bottleneck()
        .map(b -> b.reason().contains(b.name()) ? b.reason() : b.name() + ": " + b.reason())
        .map(reason -> "Bottleneck: " + reason)
        .orElse("No bottleneck: nothing in the organisation holds it back for long.");
  }

  /** What stood in the pipeline on day one. */
  List<String> opening() {
    Opening opening = forecast.opening();
    if (opening.deals() == 0 && !(opening.warmUpDays() > 0)) {
      return List.of("empty start: no warm-up, no pipeline");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        opening.deals() > 0
            ? Figures.count(opening.deals()) + " open deals" + value(opening)
            : "the pipeline of day one comes from a warm-up of "
                + Figures.count(opening.warmUpDays())
                + " days");
    if (opening.stale() > 0) {
      lines.add(
          "of these "
              + Figures.count(opening.stale())
              + " are stale ("
              + money(opening.staleValue())
              + "): older than any deal of their stage can be, so they never win");
    }
    lines.add(
        "won of what was open on day one: "
            + Figures.interval(KpiInfo.Unit.COUNT, opening.won())
            + " deals"
            + wonValue(opening)
            + "("
            + Figures.share(opening.won().level())
            + " range)");
    return lines;
  }

  private String value(Opening opening) {
    if (opening.notStated() == opening.deals()) {
      return ", no value stated";
    }
    String value = ", " + money(opening.value()) + " in value";
    return opening.notStated() == 0
        ? value
        : value
            + " (value not stated for "
            + Figures.count(opening.notStated())
            + (opening.notStated() == 1 ? " deal)" : " deals)");
  }

  private String wonValue(Opening opening) {
    return forecast.basis() == Scenario.Basis.COUNT
        ? " "
        : ", "
            + Figures.interval(KpiInfo.Unit.MONEY, opening.wonValue())
            + " "
            + forecast.currency()
            + " ";
  }

  String money(double value) {
    return Figures.brief(value) + " " + forecast.currency();
  }

  /** "not computable, because ..." for a figure that has no value. */
  static String reason(Estimate estimate) {
    return estimate instanceof Estimate.NotComputable no ? no.toString() : "";
  }

  /** The days of a horizon as people say them: first and last day. */
  String horizon() {
    return forecast.start() + " to " + forecast.end().minusDays(1);
  }
}
