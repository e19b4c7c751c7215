package io.salestwin.calibration;

import io.salestwin.statistics.fitting.Family;
import io.salestwin.statistics.fitting.LawFit;
import java.util.ArrayList;
import java.util.List;

/** Tells how each parameter was found: value, interval, number, fit and goodness. */
final class Diagnoses {

  private static final double Z90 = 1.6448536269514722;
  private static final int RUNNERS_UP = 3;

  private final ArrivalFit arrivals;
  private final Winning winning;
  private final ValueFit values;
  private final Throughput throughput;
  private final boolean decides;

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Diagnostic.Curve> curves = new ArrayList<>();

  /** In the order of the scenario. */
  Diagnoses(Fitted fitted) {
    arrivals = fitted.arrivals();
    winning = fitted.winning();
    values = fitted.values();
    throughput = fitted.throughput();
    decides = fitted.decides();
    diagnoseArrivals();
    fitted.stages().forEach(this::diagnose);
    diagnoseWinning();
    diagnoseValues();
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  List<Diagnostic.Curve> curves() {
    return curves;
  }

  private void diagnoseArrivals() {
    int weeks = arrivals.days() / 7;
    add(
        "arrivals.perMonth",
        Yaml.number(arrivals.perMonth(), 4),
        interval(arrivals.perMonth(), arrivals.error()),
        arrivals.n(),
        arrivals.grows() ? "trend of weekly counts, at its end" : "count over days",
        "");
    add(
        "arrivals.dispersion",
        Yaml.number(arrivals.dispersion(), 3),
        "",
        weeks,
        "variance over mean of weekly counts",
        "");
    add(
        "arrivals.growthPerMonth",
        Yaml.percent(arrivals.grows() ? arrivals.growthPerMonth() : 0),
        interval(arrivals.growthPerMonth() * 100, arrivals.growthError() * 100) + " %",
        weeks,
        arrivals.grows() ? "quasi-Poisson regression" : "not measurable, so none",
        "p = " + CalibrationOf.p(arrivals.growthP()));
    add(
        "season.arrivals by weekday",
        arrivals.hasWeekdays() ? "differ" : "alike",
        "",
        arrivals.n(),
        "counts by weekday",
        "p = " + CalibrationOf.p(arrivals.weekdayP()));
  }

  private void diagnose(StageFit stage) {
    String path = "stages." + stage.name();
    double n = stage.stays()[0] + stage.stays()[1] + stage.stays()[2];
    double advance = stage.advance();
    double error = stage.fit().standardErrors().get(0).get(Stays.ADVANCE);
    add(
        path + ".advance",
        Yaml.percent(advance),
        Double.isNaN(error)
            ? ""
            : Yaml.percent(atLogOdds(advance, -Z90 * error))
                + " to "
                + Yaml.percent(atLogOdds(advance, Z90 * error)),
        n + stage.open(),
        "competing exits, open deals counted as open",
        stage.fit().never() > 0 ? "never leaves: " + Yaml.percent(stage.fit().never()) : "");
    String[] ways = decides ? new String[] {"delay"} : new String[] {"advance", "lost", "regress"};
    for (int way = 0; way < ways.length; way++) {
      if (stage.law(way) != null) {
        String of = decides ? path + ".delay" : path + ".delay." + ways[way];
        law(of, stage, way);
      }
    }
  }

  private void law(String path, StageFit stage, int way) {
    List<LawFit> fits = stage.fit().laws().get(way);
    LawFit best = fits.get(0);
    List<Double> errors = stage.fit().standardErrors().get(way + 1);
    add(
        path,
        Yaml.durations(best),
        best.family() == Family.EMPIRICAL ? "" : intervals(best, errors),
        stage.stays()[way],
        best.family().words(),
        "distance " + Yaml.number(best.distance(), 2),
        runnersUp(fits));
    curve(path, "days", best, stage.fit().counts().get(way), stage.edges());
  }

  private static String intervals(LawFit fit, List<Double> errors) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < fit.parameters().size(); i++) {
      double error = i < errors.size() ? errors.get(i) : Double.NaN;
      String parameter = fit.family().parameters().get(i);
      if (Double.isNaN(error) || parameter.equals("weight")) {
        continue;
      }
      double value = fit.parameters().get(i);
      out.append(out.isEmpty() ? "" : ", ").append(parameter).append(' ');
      out.append(Yaml.number(value * Math.exp(-Z90 * error), 3)).append(" to ");
      out.append(Yaml.number(value * Math.exp(Z90 * error), 3));
    }
    return out.toString();
  }

  private static List<String> runnersUp(List<LawFit> fits) {
    List<String> others = new ArrayList<>();
    for (int i = 1; i < fits.size() && i <= RUNNERS_UP; i++) {
      double worse = fits.get(i).aic() - fits.get(0).aic();
      others.add(
          fits.get(i).family().words()
              + (worse >= 0 ? " +" : " ")
              + Yaml.number(Math.rint(worse), 6));
    }
    return others;
  }

  private void diagnoseWinning() {
    double closed = winning.won() + winning.lost();
    double rate = winning.rate();
    double error = Math.sqrt(closed / winning.won() / winning.lost());
    add(
        "won of closed",
        Yaml.percent(rate),
        Yaml.percent(atLogOdds(rate, -Z90 * error))
            + " to "
            + Yaml.percent(atLogOdds(rate, Z90 * error)),
        closed,
        "count",
        "");
    for (int m = 0; m < 3 && winning.hasMonths(); m++) {
      add(
          "season.winning.quarterMonth[" + m + "]",
          Yaml.number(winning.effect(m), 3),
          interval(winning.effect(m), winning.effectError(m)),
          winning.wonByMonth()[m] + winning.lostByMonth()[m],
          "log-odds against all",
          "p = " + CalibrationOf.p(winning.monthsP()));
    }
    if (throughput != null) {
      add(
          "limit on closes",
          throughput.isLimit()
              ? Yaml.number(throughput.perDay(), 4) + " a day"
              : "none, closes follow the deals",
          "slope "
              + Yaml.number(throughput.interval().low(), 2)
              + " to "
              + Yaml.number(throughput.interval().high(), 2)
              + " (95 %)",
          throughput.weeks(),
          "weekly closes against what open deals were to bring",
          "slope " + Yaml.number(throughput.slope(), 2) + "; 1: they follow, 0: a limit");
    }
  }

  private void diagnoseValues() {
    if (values.ratioN() > 0) {
      add(
          "products.*.ratio",
          "normal "
              + Yaml.number(values.ratioMean(), 4)
              + ", sd "
              + Yaml.number(values.ratioSd(), 3),
          interval(values.ratioMean(), values.ratioSd() / Math.sqrt(values.ratioN())),
          values.ratioN(),
          "amount over list price",
          "distance " + Yaml.number(values.ratioDistance(), 2));
    }
    for (ValueFit.Product product : values.products()) {
      if (!product.fits().isEmpty()) {
        LawFit best = product.fits().get(0);
        add(
            "products." + product.name() + ".value",
            Yaml.amounts(best),
            "",
            best.n(),
            best.family().words() + (product.pooled() ? ", all products together" : ""),
            "distance " + Yaml.number(best.distance(), 2),
            runnersUp(product.fits()));
      }
    }
  }

  private void curve(String path, String unit, LawFit fit, double[] counts, double[] edges) {
    double all = 0;
    for (double each : counts) {
      all += each;
    }
    List<Double> x = new ArrayList<>();
    List<Double> observed = new ArrayList<>();
    List<Double> fitted = new ArrayList<>();
    double sum = 0;
    for (int b = 0; b < counts.length && all > 0; b++) {
      sum += counts[b];
      if (counts[b] > 0 || b % 16 == 0) {
        x.add(edges[b + 1]);
        observed.add(Math.min(1, sum / all));
        fitted.add(fit.law().cdf(edges[b + 1]));
      }
      if (sum >= 0.9999 * all) {
        break;
      }
    }
    curves.add(new Diagnostic.Curve(path, unit, x, observed, fitted));
  }

  private void add(
      String parameter, String value, String interval, double n, String fit, String goodness) {
    add(parameter, value, interval, n, fit, goodness, List.of());
  }

  private void add(
      String parameter,
      String value,
      String interval,
      double n,
      String fit,
      String goodness,
      List<String> runnersUp) {
    diagnostics.add(new Diagnostic(parameter, value, interval, n, fit, goodness, runnersUp));
  }

  private static String interval(double value, double error) {
    return Double.isNaN(error)
        ? ""
        : Yaml.number(value - Z90 * error, 4) + " to " + Yaml.number(value + Z90 * error, 4);
  }

  private static double atLogOdds(double p, double by) {
    return 1 / (1 + Math.exp(-(Math.log(p / (1 - p)) + by)));
  }
}
