package io.salestwin.calibration;

import io.salestwin.statistics.special.ChiSquareLaw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * What is won of what is closed, and on what it depends.
 *
 * @param won deals won since recording began
 * @param lost deals lost
 * @param wonByMonth wins by month of the calendar quarter of the close
 * @param lostByMonth losses
 * @param months differences between months of the quarter
 * @param monthsP chance of months of the quarter so different by luck, where calendar months differ
 *     among themselves as much as they do: quasi-binomial, over the dispersion of the calendar
 *     months within a month of the quarter
 * @param age differences between ages at the close, given the calendar month of the close
 * @param reps differences between owners, given the month of the quarter
 * @param sources differences between sources
 * @param segments differences between segments
 * @param products differences between products
 */
record Winning(
    double won,
    double lost,
    double[] wonByMonth,
    double[] lostByMonth,
    Differences months,
    double monthsP,
    Differences age,
    Differences reps,
    Differences sources,
    Differences segments,
    Differences products) {

  private static final int AGES = 5;

  double rate() {
    return won / (won + lost);
  }

  /** Log-odds of a month of the quarter against all; 0 when the months do not differ. */
  double effect(int month) {
    return Math.log((wonByMonth[month] + 0.5) / (lostByMonth[month] + 0.5)) - Math.log(won / lost);
  }

  double effectError(int month) {
    return Math.sqrt(1 / (wonByMonth[month] + 0.5) + 1 / (lostByMonth[month] + 0.5));
  }

  boolean hasMonths() {
    return monthsP < ArrivalFit.LEVEL && Arrays.stream(wonByMonth).allMatch(w -> w > 0);
  }

  static Winning of(CrmHistory history, long recordedFromMs) {
    List<Integer> closed = new ArrayList<>();
    for (int d = 0; d < history.deals(); d++) {
      if (history.outcome(d) != 0
          && (recordedFromMs == CrmHistory.NEVER || history.closedMs(d) >= recordedFromMs)) {
        closed.add(d);
      }
    }
    double[] won = new double[3];
    double[] lost = new double[3];
    TreeMap<Integer, double[]> calendar = new TreeMap<>();
    for (int d : closed) {
      boolean win = history.outcome(d) == CrmHistory.WON;
      (win ? won : lost)[quarterMonth(history, d)]++;
      calendar.computeIfAbsent(month(history, d), m -> new double[2])[win ? 0 : 1]++;
    }
    double wins = won[0] + won[1] + won[2];
    double losses = lost[0] + lost[1] + lost[2];
    double rate = wins / Math.max(1, wins + losses);
    Differences months =
        groups(
            history,
            closed,
            List.of("first month", "second month", "third month"),
            d -> quarterMonth(history, d),
            d -> rate);
    double monthsP = monthsP(months, calendar, won, lost);
    boolean byMonth = monthsP < ArrivalFit.LEVEL;
    Chance chance =
        d -> {
          int m = quarterMonth(history, d);
          return byMonth ? won[m] / Math.max(1, won[m] + lost[m]) : rate;
        };
    CrmHistory.Names names = history.names();
    return new Winning(
        wins,
        losses,
        won,
        lost,
        months,
        monthsP,
        ages(history, closed, calendar),
        groups(history, closed, names.owners(), history::owner, chance),
        groups(history, closed, names.sources(), history::source, chance),
        groups(history, closed, names.segments(), history::segment, chance),
        groups(history, closed, names.products(), history::product, chance));
  }

  /** Three calendar months cannot tell a month of the quarter from anything else. */
  private static double monthsP(
      Differences months, TreeMap<Integer, double[]> calendar, double[] won, double[] lost) {
    int freedom = calendar.size() - 3;
    if (freedom < 1 || months.freedom() < 2) {
      return 1;
    }
    double chi = 0;
    for (Map.Entry<Integer, double[]> each : calendar.entrySet()) {
      int m = each.getKey() % 3;
      double p = won[m] / (won[m] + lost[m]);
      double n = each.getValue()[0] + each.getValue()[1];
      double variance = n * p * (1 - p);
      chi += variance > 0 ? Math.pow(each.getValue()[0] - n * p, 2) / variance : 0;
    }
    return ChiSquareLaw.above(months.chiSquared() / Math.max(1, chi / freedom), 2);
  }

  /** The chance that a deal is won, before its group is looked at. */
  private interface Chance {
    double of(int deal);
  }

  private static Differences groups(
      CrmHistory history,
      List<Integer> closed,
      List<String> names,
      IntUnaryOperator group,
      Chance chance) {
    List<Differences.Group> groups = new ArrayList<>();
    names.forEach(name -> groups.add(new Differences.Group(name)));
    for (int d : closed) {
      int at = group.applyAsInt(d);
      if (at >= 0) {
        groups.get(at).add(history.outcome(d) == CrmHistory.WON, chance.of(d));
      }
    }
    return Differences.of(groups);
  }

  /** Fifths by age at the close, given the win rate of the calendar month of the close. */
  private static Differences ages(
      CrmHistory history, List<Integer> closed, TreeMap<Integer, double[]> calendar) {
    long[] ages = closed.stream().mapToLong(d -> age(history, d)).sorted().toArray();
    List<String> names = new ArrayList<>();
    for (int g = 0; g < AGES; g++) {
      names.add("age " + (g + 1));
    }
    return groups(
        history,
        closed,
        names,
        d -> {
          int g = 0;
          while (g < AGES - 1
              && ages.length > 0
              && age(history, d) > ages[Math.min(ages.length - 1, (g + 1) * ages.length / AGES)]) {
            g++;
          }
          return g;
        },
        d -> {
          double[] of = calendar.get(month(history, d));
          return of[0] / (of[0] + of[1]);
        });
  }

  private static long age(CrmHistory history, int deal) {
    return history.closedMs(deal) - history.createdMs(deal);
  }

  private static int month(CrmHistory history, int deal) {
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(history.closedMs(deal), CrmHistory.DAY_MS));
    return day.getYear() * 12 + day.getMonthValue() - 1;
  }

  private static int quarterMonth(CrmHistory history, int deal) {
    return month(history, deal) % 3;
  }
}
