package io.salestwin.experiment.analysis;

import io.salestwin.experiment.design.Design;
import io.salestwin.statistics.study.Chance;
import java.util.Locale;

/** Results with times to the win; the treatment multiplies the hazard of winning. */
final class Times {

  private static final double WINDOW = 60;

  private Times() {}

  /** Won at a mean of 30 days, lost at 40, last seen at any day of the window. */
  static String of(Chance c, int leads, double ratio) {
    Rows rows = new Rows("arm,days,outcome");
    for (int i = 0; i < leads; i++) {
      add(rows, c, c.hits(0.5), ratio);
    }
    return rows.toString();
  }

  /** The leads of reps whose paces differ; half of the reps are treated. */
  static String ofReps(Chance c, int reps, int leadsEach, double ratio) {
    Rows rows = new Rows("arm,days,outcome,rep");
    boolean[] treated = Rows.half(c, reps);
    for (int rep = 0; rep < reps; rep++) {
      double pace = c.deal(0.4);
      for (int i = 0; i < leadsEach; i++) {
        add(rows, c, treated[rep], (treated[rep] ? ratio : 1) * pace, 1, "R" + rep);
      }
    }
    return rows.toString();
  }

  /**
   * The same with a pace of each rep that is positive stable of index a, for which alone the ratio
   * of hazards over all reps stays the same over time (Hougaard, Biometrika 73, 1986): with r times
   * the pace it is r^a. The win after t days has the hazard of a Weibull law of shape a.
   */
  static String ofStableReps(Chance c, int reps, int leadsEach, double ratio) {
    double a = 0.9;
    Rows rows = new Rows("arm,days,outcome,rep");
    boolean[] treated = Rows.half(c, reps);
    for (int rep = 0; rep < reps; rep++) {
      double pace = stable(c, a) * (treated[rep] ? Math.pow(ratio, 1 / a) : 1);
      for (int i = 0; i < leadsEach; i++) {
        add(rows, c, treated[rep], pace, 1, "R" + rep);
      }
    }
    return rows.toString();
  }

  /** A positive stable value, E e^{-sX} = e^{-s^a} (Kanter, Annals of Probability 3, 1975). */
  private static double stable(Chance c, double a) {
    double u = Math.PI * c.uniform();
    double first = Math.sin(a * u) / Math.pow(Math.sin(u), 1 / a);
    return first * Math.pow(Math.sin((1 - a) * u) / c.exponential(1), (1 - a) / a);
  }

  private static void add(Rows rows, Chance c, boolean treated, double ratio) {
    add(rows, c, treated, treated ? ratio : 1, 1);
  }

  private static void add(
      Rows rows, Chance c, boolean treated, double wins, double losses, Object... more) {
    double won = c.exponential(30 / wins);
    double lost = c.exponential(40 / losses);
    double seen = WINDOW * c.uniform();
    double days = Math.min(seen, Math.min(won, lost));
    String outcome = days == seen ? "open" : days == won ? "won" : "lost";
    Object[] cells = new Object[2 + more.length];
    cells[0] = String.format(Locale.ROOT, "%.3f", days);
    cells[1] = outcome;
    System.arraycopy(more, 0, cells, 2, more.length);
    rows.add(treated, cells);
  }

  /** As a design takes them: nobody is lost, and all are followed for the whole window. */
  static String designed(Chance c, int leads, Design design, double ratio) {
    double hazard = -Math.log1p(-design.baseline().chance()) / WINDOW;
    return Rows.leads(
        c,
        leads,
        "days,outcome",
        treated -> {
          double won = c.exponential(1 / (hazard * (treated ? ratio : 1)));
          return won < WINDOW ? String.format(Locale.ROOT, "%.3f,won", won) : "60,open";
        });
  }
}
