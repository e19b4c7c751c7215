package io.salestwin.report;

import io.salestwin.document.Problem;
import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.Bottleneck;
import io.salestwin.forecast.Forecast.EffectPart;
import io.salestwin.forecast.Forecast.KpiFigure;
import io.salestwin.forecast.Forecast.Opening;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.forecast.Forecast.RoleFigure;
import io.salestwin.forecast.Forecast.StageFigure;
import io.salestwin.forecast.Forecast.Week;
import io.salestwin.forecast.Signals;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.metrics.Slice;
import io.salestwin.run.ThresholdResult;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Histogram;
import io.salestwin.statistics.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A forecast made by hand: every figure is invented, none is computed. */
final class Fixtures {

  static final LocalDate START = LocalDate.of(2027, 1, 1);
  static final String HOSTILE = "<script>alert('x')</script> & \"=1+1\"\u001b[31m";

  private static final double[] SPREAD = {0.72, 0.78, 0.89, 1.0, 1.12, 1.24, 1.31};

  private Fixtures() {}

  static Report report() {
    return report("Mid-market SaaS, FY2027");
  }

  static Report report(String scenario) {
    Problem warning =
        new Problem(
            Problem.Severity.WARNING,
            "saas.yaml",
            42,
            "roles.AE",
            "demand of 410 hours a week is more than the 336 hours that 12 AEs have",
            "expect growing queues, or add at least 3 AEs");
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("version", "0.1.0");
    provenance.put("seed", "1");
    provenance.put("arguments", "forecast " + scenario + " --replications 1000");
    provenance.put("scenario hash (SHA-256)", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c");
    return new Report(forecast(scenario), List.of(warning), provenance);
  }

  static Forecast forecast(String scenario) {
    return forecast(scenario, Forecast.Sampling.PLAIN);
  }

  static Forecast forecast(String scenario, Forecast.Sampling sampling) {
    List<PeriodOutlook> periods = new ArrayList<>();
    double[] medians = {2.51e6, 2.62e6, 2.95e6, 3.1e6};
    double[] targets = {2.4e6, 2.7e6, 2.9e6, 3.4e6};
    double[] odds = {0.72, 0.43, 0.55, 0.2};
    for (int q = 0; q < 4; q++) {
      LocalDate from = START.plusMonths(3L * q);
      double fromOpen = medians[q] * (0.6 - 0.2 * Math.min(q, 3));
      periods.add(
          new PeriodOutlook(
              "2027-Q" + (q + 1),
              from,
              from.plusMonths(3),
              false,
              OptionalDouble.of(targets[q]),
              q == 0 ? 3e5 : 0,
              range(medians[q]),
              rangeErrors(medians[q]),
              medians[q] * 1.01,
              estimate(medians[q] * 1.01, medians[q] * 0.012),
              Optional.of(estimate(odds[q], 0.028)),
              fromOpen,
              medians[q] * 1.01 - fromOpen - (q == 0 ? 3e5 : 0),
              histogram(medians[q])));
    }
    double all = 11.2e6;
    PeriodOutlook total =
        new PeriodOutlook(
            "horizon",
            START,
            START.plusYears(1),
            false,
            OptionalDouble.of(11.4e6),
            3e5,
            range(all),
            rangeErrors(all),
            all,
            estimate(all, 9e4),
            Optional.of(estimate(0.44, 0.031)),
            2.6e6,
            all - 2.9e6,
            histogram(all));
    return new Forecast(
        scenario,
        "USD",
        Scenario.Basis.ACV,
        START,
        START.plusYears(1),
        1,
        1000,
        1000,
        sampling,
        periods,
        total,
        thresholds(),
        kpis(),
        stages(),
        List.of(
            role("SDR", 6, 0.61, 41.2, 0.4),
            role("AE", 12, 0.93, 33.1, 27.5),
            role("SE", 3, 0.44, 5.6, 0.1)),
        Optional.of(
            new Bottleneck(
                "AE", "AEs work 93 % of their selling time; 28 leads wait for one on average.")),
        estimate(0.37, 0.06),
        Signals.NONE,
        weeks(),
        new Opening(
            0,
            640,
            130,
            14.2e6,
            12,
            2.7e6,
            new Interval(98, 141, 0.8),
            new Interval(2.1e6, 3.1e6, 0.8)),
        "never tested against history");
  }

  private static List<Estimate> rangeErrors(double median) {
    return range(median).stream().map(q -> estimate(q, 0.013 * median)).toList();
  }

  private static List<ThresholdResult> thresholds() {
    return List.of(
        new ThresholdResult(
            "p_hit(2027-Q1) >= 0.80",
            estimate(0.72, 0.028),
            Unit.SHARE,
            ThresholdResult.Outcome.FAILED),
        new ThresholdResult(
            "p90(utilisation.AE) <= 0.95",
            estimate(0.94, 0.004),
            Unit.SHARE,
            ThresholdResult.Outcome.MET),
        new ThresholdResult(
            "mean(bookings) >= 10M",
            estimate(11.2e6, 9e4),
            Unit.MONEY,
            ThresholdResult.Outcome.MET),
        new ThresholdResult(
            "mean(nrr) >= 1.05",
            Estimate.notComputable("the scenario has no opening customers"),
            Unit.SHARE,
            ThresholdResult.Outcome.NOT_COMPUTABLE));
  }

  private static List<StageFigure> stages() {
    return List.of(
        stage("Qualification", 5210, 0.26, 0.241, 3790, 0.6, 4.1, 6.2),
        stage("Discovery", 1255, 0.48, 0.452, 610, 9.4, 3.2, 14.1),
        stage("Proposal", 567, 0.55, 0.561, 230, 2.1, 2.2, 18.4),
        stage("Negotiation and procurement", 318, 0.71, 0.688, 90, 0.4, 1.4, 21.7));
  }

  private static StageFigure stage(
      String name,
      double entered,
      double stated,
      double realised,
      double lost,
      double queue,
      double work,
      double buyer) {
    return new StageFigure(
        name,
        entered,
        estimate(stated, 0),
        estimate(realised, 0.004),
        lost,
        estimate(queue, queue * 0.02),
        estimate(work, work * 0.01),
        estimate(buyer, buyer * 0.01),
        entered - lost - entered * realised,
        List.of(new EffectPart("response", -0.14), new EffectPart("quality", 0.05)));
  }

  private static RoleFigure role(
      String name, int reps, double utilisation, double open, double waiting) {
    return new RoleFigure(
        name,
        reps,
        estimate(utilisation, 0.005),
        estimate(open, 0.3),
        estimate(waiting, waiting * 0.1));
  }

  private static List<KpiFigure> kpis() {
    KpiInfo bookings =
        new KpiInfo(
            "bookings",
            "Bookings",
            Unit.MONEY,
            Better.HIGHER,
            Slice.SEGMENT,
            "sum of annual contract value won",
            "What was sold.");
    KpiInfo winRate =
        new KpiInfo(
            "win_rate",
            "Win rate",
            Unit.SHARE,
            Better.HIGHER,
            Slice.SOURCE,
            "won / (won + lost)",
            "How many closed deals were won.");
    KpiInfo cycle =
        new KpiInfo(
            "cycle_won",
            "Cycle of won deals",
            Unit.DAYS,
            Better.LOWER,
            Slice.ALL,
            "mean days from opportunity to won",
            "How long a deal takes.");
    KpiInfo nrr =
        new KpiInfo(
            "nrr",
            "Net revenue retention",
            Unit.SHARE,
            Better.HIGHER,
            Slice.ALL,
            "ARR of opening customers now / then",
            "How the base grows.");
    List<KpiFigure> all = new ArrayList<>();
    all.add(kpi(bookings, "horizon", "", 11.2e6));
    all.add(kpi(winRate, "horizon", "", 0.247));
    all.add(kpi(cycle, "horizon", "", 63.2));
    Estimate none = Estimate.notComputable("the scenario has no opening customers");
    all.add(new KpiFigure(nrr, "horizon", "", none, Double.NaN, Double.NaN, Double.NaN, 1000));
    for (int q = 1; q <= 4; q++) {
      all.add(kpi(bookings, "2027-Q" + q, "", 2.4e6 + q * 1.7e5));
      all.add(kpi(winRate, "2027-Q" + q, "", 0.24 + q * 0.004));
    }
    all.add(kpi(bookings, "horizon", "smb", 4.1e6));
    all.add(kpi(bookings, "horizon", "=HYPERLINK(\"x\"),mid-market", 7.1e6));
    all.add(kpi(winRate, "horizon", "inbound", 0.26));
    all.add(kpi(winRate, "horizon", "outbound", 0.21));
    return all;
  }

  private static KpiFigure kpi(KpiInfo kpi, String period, String member, double mean) {
    return new KpiFigure(
        kpi, period, member, estimate(mean, mean * 0.01), mean * 0.8, mean, mean * 1.2, 0);
  }

  private static List<Week> weeks() {
    List<Week> weeks = new ArrayList<>();
    for (int w = 0; w < 53; w++) {
      double share = (w + 1) / 53.0;
      List<Double> range = new ArrayList<>();
      for (int i = 0; i < SPREAD.length; i++) {
        range.add(11.2e6 * share * (1 + (SPREAD[i] - 1) * (1.6 - share)));
      }
      weeks.add(new Week(START.plusWeeks(w), range, 95 + 8 * ((w * 7) % 5) - (w > 48 ? 40 : 0)));
    }
    return weeks;
  }

  private static List<Double> range(double median) {
    List<Double> range = new ArrayList<>();
    for (double s : SPREAD) {
      range.add(median * s);
    }
    return range;
  }

  /** A bell over 20 bins around a centre. */
  private static Histogram histogram(double centre) {
    double[] edges = new double[21];
    long[] counts = new long[20];
    for (int i = 0; i <= 20; i++) {
      edges[i] = centre * (0.5 + i * 0.05);
    }
    for (int i = 0; i < 20; i++) {
      double z = (i - 9.5) / 3.4;
      counts[i] = Math.round(118 * StrictMath.exp(-z * z / 2));
    }
    return new Histogram(edges, counts);
  }

  static Estimate estimate(double value, double halfWidth) {
    return Estimate.of(value, new Interval(value - halfWidth, value + halfWidth, Interval.ERROR));
  }
}
