package io.salestwin.validation;

import io.salestwin.calendar.Clock;
import io.salestwin.model.Fact;
import io.salestwin.random.Distribution;
import io.salestwin.random.DistributionFamily;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** How leads come, and how many are anywhere when nobody has to wait. */
final class ArrivalCases {

  private static final int WEEKS = 50;
  private static final int QUARTER_WEEKS = 13;
  private static final int PIECES_A_WEEK = 40;

  private ArrivalCases() {}

  static List<Trial<?>> list() {
    return List.of(seasonAndGrowth(), overDispersion(), outbound(), buyers());
  }

  private static Trial<?> seasonAndGrowth() {
    Scene scene =
        new Scene("Season and growth", "12 months")
            .with("start", "2027-01-01")
            .with("periods", "month")
            .with(
                "season",
                "{arrivals: {nov: 1.15, dec: 0.7, quarterMonth: [1, 0.9, 1.2], sat: 0.2, sun: 0}}")
            .source("inbound", "arrivals: {perMonth: 420, growthPerMonth: 3%}")
            .stage("Talk", "advance: 50%");
    double[] months = new double[12];
    double year = 0;
    for (int m = 0; m < 12; m++) {
      months[m] = leadsIn(m + 1);
      year += months[m];
    }
    return Trial.of("season-growth", "leads by season, weekday and growth: a Poisson process")
        .theory(
            "count = integral of the rate over the month; variance over mean 1",
            "Cinlar, Introduction to Stochastic Processes (1975), section 4.7")
        .plays(800, scene)
        .figure("leads of the year", year, play -> play.kpi("leads"))
        .figure("leads in February", months[1], play -> play.kpi("leads.2027-02"))
        .figure("leads in November", months[10], play -> play.kpi("leads.2027-11"))
        .figure("leads in December", months[11], play -> play.kpi("leads.2027-12"))
        .figure("variance / mean, months", 1, play -> byMonth(play, months));
  }

  /** Mean leads of a month: days x weekday x season x growth, which compounds by the day. */
  static double leadsIn(int month) {
    double[] quarterMonth = {1, 0.9, 1.2};
    LocalDate start = LocalDate.of(2027, 1, 1);
    double sum = 0;
    for (LocalDate day = start.withMonth(month);
        day.getMonthValue() == month;
        day = day.plusDays(1)) {
      double weekday =
          switch (day.getDayOfWeek()) {
            case SATURDAY -> 0.2;
            case SUNDAY -> 0;
            default -> 1;
          };
      double season = quarterMonth[(month - 1) % 3] * (month == 11 ? 1.15 : month == 12 ? 0.7 : 1);
      double since = (day.toEpochDay() - start.toEpochDay()) / Scene.DAYS_PER_MONTH;
      sum += 420 / Scene.DAYS_PER_MONTH * weekday * season * StrictMath.pow(1.03, since);
    }
    return sum;
  }

  private static double byMonth(Play<Watcher.Nobody> play, double[] means) {
    double sum = 0;
    for (int m = 0; m < means.length; m++) {
      double off = play.kpi("leads.2027-%02d".formatted(m + 1)) - means[m];
      sum += off * off / means[m];
    }
    return sum / means.length;
  }

  private static Trial<?> overDispersion() {
    double mean = 200 / Scene.DAYS_PER_MONTH * 7;
    Scene scene =
        new Scene("Over-dispersion", WEEKS + " weeks")
            .source("inbound", "arrivals: {perMonth: 200, dispersion: 1.8}")
            .stage("Talk", "advance: 50%");
    return Trial.of("over-dispersion", "weekly counts that vary more than chance: mixed Poisson")
        .theory(
            "variance over mean of the weekly counts = dispersion; weeks are independent",
            "Greenwood and Yule, Journal of the Royal Statistical Society 83 (1920)")
        .plays(600, scene)
        .figure("leads a week", mean, play -> play.fact(Fact.LEADS) / WEEKS)
        .figure("variance / mean, weeks", 1.8, dispersion(mean))
        .figure("next weeks' product / mean^2", 1, play -> neighbours(play) / (mean * mean));
  }

  private static ToDoubleFunction<Play<Watcher.Nobody>> dispersion(double mean) {
    return play -> {
      double sum = 0;
      for (int week = 0; week < WEEKS; week++) {
        double off = play.fact(Fact.LEADS_BY_WEEK, week) - mean;
        sum += off * off;
      }
      return sum / mean / WEEKS;
    };
  }

  /** Mean product of the counts of a week and the next. */
  private static double neighbours(Play<Watcher.Nobody> play) {
    double sum = 0;
    for (int week = 1; week < WEEKS; week++) {
      sum += play.fact(Fact.LEADS_BY_WEEK, week - 1) * play.fact(Fact.LEADS_BY_WEEK, week);
    }
    return sum / (WEEKS - 1);
  }

  private static Trial<?> outbound() {
    double mean = 3 * 2 * 5;
    Scene scene =
        new Scene("Outbound", WEEKS + " weeks")
            .with("calendar", "{hoursPerDay: 8}")
            .source("outbound", "arrivals: {perRepDay: 2, role: SDR}")
            .role("SDR", "headcount: 3")
            .stage("Talk", "advance: 50%");
    return Trial.of("outbound", "leads that reps find in working hours: superposed Poisson")
        .theory(
            "count = reps x working days x rate; variance over mean 1",
            "Cinlar (1975), section 4.4")
        .plays(400, scene)
        .figure("leads a week", mean, play -> play.fact(Fact.LEADS) / WEEKS)
        .figure("variance / mean, weeks", 1, dispersion(mean));
  }

  private static Trial<?> buyers() {
    double perDay = 5;
    double advance = 0.4;
    double day = Clock.DAY;
    Distribution yes = DistributionFamily.of("lognormal", Map.of("mean", 20 * day, "cv", 1.2));
    Distribution no = DistributionFamily.of("gamma", Map.of("mean", 35 * day, "cv", 0.7));
    double[] weeks = new double[QUARTER_WEEKS];
    for (int w = 0; w < weeks.length; w++) {
      weeks[w] =
          perDay * advance * Integral.of(t -> yes.cdf(t * day), 7 * w, 7 * (w + 1), PIECES_A_WEEK);
    }
    double won = DoubleStream.of(weeks).sum();
    double days = 7 * QUARTER_WEEKS;
    double lost = perDay * (1 - advance) * Integral.of(t -> no.cdf(t * day), 0, days);
    double open = perDay * days - won - lost;
    Scene scene =
        new Scene("Buyers", QUARTER_WEEKS + " weeks")
            .with("targets", "{basis: count}")
            .perDay(perDay)
            .stage(
                "Deal",
                "advance: 40%, delay: {advance: {lognormal: {mean: 20 days, cv: 1.2}}, otherwise:"
                    + " {gamma: {mean: 35 days, cv: 0.7}}}");
    return Trial.of("buyers", "leads with the buyer, from an empty start: M/G/infinity")
        .theory(
            "open = lambda x integral of P(delay > t); won by week, lost and open are independent"
                + " Poisson",
            "Eick, Massey and Whitt, Operations Research 41 (1993)")
        .plays(4000, scene)
        .figure("deals won", won, play -> play.kpi("won"))
        .figure("leads lost", lost, play -> play.kpi("lost"))
        .figure("leads open at the end", open, play -> play.atEnd(Fact.OPEN_AT_END, 0))
        .figure("variance / mean, won by week", 1, play -> wonByWeek(play, weeks))
        .figure(
            "won x open / product of means",
            1,
            play -> play.kpi("won") * play.atEnd(Fact.OPEN_AT_END, 0) / (won * open));
  }

  private static double wonByWeek(Play<Watcher.Nobody> play, double[] means) {
    double sum = 0;
    for (int w = 0; w < means.length; w++) {
      double off = play.fact(Fact.TARGET_AMOUNT_BY_WEEK, w) - means[w];
      sum += off * off / means[w];
    }
    return sum / means.length;
  }
}
