package io.salestwin.calibration.backtest;

import java.util.Arrays;

/**
 * Forecasts what will be won in a window by one {@link Variant}: the open deals by their chances
 * given their age, and the deals still to come. What is not known about the chances is in the
 * spread (a Bayesian bootstrap of the deals, Rubin 1981), as is the rate of arrivals (a gamma law)
 * and how far past weeks were from what their deals' ages let expect.
 */
final class WinModel {

  /** Draws that share one draw of the chances. */
  private static final int SHARED = 10;

  /** Wins that would have to say that months of the quarter are alike. */
  private static final double PRIOR = 10;

  private static final double HALF_LIFE_DAYS = 28;

  private final Past past;
  private final Lives lives;
  private final Pace pace;
  private final Variant variant;
  private final long startDay;
  private final int days;
  private final double[] arrivals;
  private final Luck luck;

  private final double[][] seen = new double[3][2];
  private final double[][] expected = new double[3][2];
  private double[] weekday;
  private double weekSpread;
  private int open;
  private double[] chances;

  /** Wins and their worth in the window, by draw. */
  record Draws(double[] count, double[] value) {}

  /**
   * Prepares.
   *
   * @param arrivals the true arrivals by day of the window, or null when they are to be drawn
   */
  WinModel(
      Past past,
      Pace pace,
      Variant variant,
      BacktestPlan.Window window,
      double[] arrivals,
      long seed) {
    this.past = past;
    this.pace = pace;
    lives = pace.lives();
    this.variant = variant;
    this.arrivals = arrivals;
    startDay = window.from().toEpochDay();
    days = window.days();
    luck = new Luck(seed, startDay * 1000 + days);
  }

  Draws play(int draws) {
    return variant.family() == Variant.Family.THROUGHPUT ? throughput(draws) : ages(draws);
  }

  // ---- a steady number of closes

  private Draws throughput(int draws) {
    double[] closes = new double[3];
    double[] wins = new double[3];
    double[] length = new double[3];
    for (int day = 0; day < past.days; day++) {
      int m = variant.months() ? Past.month(past.firstDay + day) : 0;
      double weight = weight(day);
      closes[m] += weight * past.closes[day];
      wins[m] += weight * past.wins[day];
      length[m] += weight;
    }
    double spread = closesSpread(closes, length);
    Draws out = new Draws(new double[draws], new double[draws]);
    for (int i = 0; i < draws; i++) {
      double factor = factor(spread);
      double mean = 0;
      for (int m = 0; m < 3; m++) {
        int as = known(length, m);
        double rate = luck.gamma(closes[as] + 0.5) / length[as];
        double won = luck.gamma(wins[as] + 0.5);
        double share = won / (won + luck.gamma(closes[as] - wins[as] + 0.5));
        mean += daysOf(m) * rate * share * factor;
      }
      out.count[i] = luck.poisson(mean);
      for (int w = 0; w < out.count[i]; w++) {
        out.value[i] += worth(past.amounts);
      }
    }
    return out;
  }

  private double daysOf(int month) {
    int n = 0;
    for (int day = 0; day < days; day++) {
      n += Past.month(startDay + day) == month ? 1 : 0;
    }
    return n;
  }

  /** A month of the quarter that was seen for some weeks: itself, or the one most alike. */
  private int known(double[] length, int month) {
    int as = variant.months() ? month : 0;
    int[] instead = {1, 0, 0};
    as = length[as] >= 20 ? as : instead[as];
    return length[as] > 0 ? as : length[0] > 0 ? 0 : length[1] > 0 ? 1 : 2;
  }

  private double closesSpread(double[] closes, double[] length) {
    double squares = 0;
    double means = 0;
    double meanSquares = 0;
    for (int day = 0; day + 7 <= past.days; day += 7) {
      double told = 0;
      double was = 0;
      for (int i = day; i < day + 7; i++) {
        int m = variant.months() ? Past.month(past.firstDay + i) : 0;
        told += closes[m] / length[m];
        was += past.closes[i];
      }
      squares += (was - told) * (was - told);
      means += told;
      meanSquares += told * told;
    }
    return overWindow(meanSquares > 0 ? Math.max(0, (squares - means) / meanSquares) : 0);
  }

  /** Variance of the factor of a window from that of a week, weeks deviating independently. */
  private double overWindow(double ofWeek) {
    return ofWeek / Math.max(1, days / 7.0);
  }

  /** What a past day counts for the rate of arrivals or closes. */
  private double weight(int day) {
    return variant.recent() ? Math.pow(0.5, (past.days - 1 - day) / HALF_LIFE_DAYS) : 1;
  }

  private double factor(double variance) {
    return variance < 1e-6 ? 1 : luck.gamma(1 / variance) * variance;
  }

  // ---- chances by age

  private Draws ages(int draws) {
    double[] same = new double[past.then.deals()];
    Arrays.fill(same, 1);
    review(pace.told(Hazards.of(lives, same, pace)));
    weekday = weekdays();
    double[] recent = level();
    open = lives.open;
    chances = new double[open];
    Draws out = new Draws(new double[draws], new double[draws]);
    double coming = 0;
    for (int i = 0; i < draws; i++) {
      if (i % SHARED == 0) {
        for (int d = 0; d < same.length; d++) {
          same[d] = luck.exponential();
        }
        coming = chances(Hazards.of(lives, same, pace));
      }
      draw(out, i, coming, recent);
    }
    return out;
  }

  private void draw(Draws out, int i, double coming, double[] recent) {
    double factor = factor(weekSpread);
    for (int k = 0; k < open; k++) {
      if (luck.uniform() < chances[k] * factor) {
        int deal = lives.openDeal[k];
        out.count[i]++;
        double own = Past.amount(past.then, deal);
        int product = past.then.product(deal);
        out.value[i] +=
            own > 0 ? own : worth(product < 0 ? past.amounts : past.byProduct.get(product));
      }
    }
    // the rate of the record, and a future that is as uneven as its weeks
    double level =
        arrivals != null
            ? 1
            : luck.gamma(Math.max(1, recent[0] / recent[2]))
                * recent[2]
                / recent[1]
                * factor((recent[2] - 1) / Math.max(1, recent[0] / recent[1] * days));
    int fresh = luck.poisson(coming * level * factor);
    out.count[i] += fresh;
    for (int w = 0; w < fresh; w++) {
      out.value[i] += worth(past.amounts);
    }
  }

  private double worth(double[] pool) {
    return pool.length == 0 ? 0 : pool[luck.below(pool.length)];
  }

  /** Chances of the open deals; wins of deals to come for one arrival a day, or the true ones. */
  private double chances(Hazards hazards) {
    double[][][] speed = speed();
    double[][] entered = hazards.entered(speed);
    double[][] known = new double[lives.states][4096];
    for (double[] of : known) {
      Arrays.fill(of, -1);
    }
    for (int k = 0; k < open; k++) {
      int age = lives.openAge[k];
      double[] of = known[lives.openState[k]];
      double chance =
          age < of.length && of[age] >= 0
              ? of[age]
              : hazards.won(lives.openState[k], age, 0, entered, speed);
      chances[k] = chance;
      if (age < of.length) {
        of[age] = chance;
      }
    }
    double coming = 0;
    for (int day = 0; day < days; day++) {
      double n = arrivals == null ? weekday[pace.dayOfWeek(startDay + day)] : arrivals[day];
      int left = (days - day) * lives.stepsPerDay - lives.stepsPerDay / 2;
      coming += n * entered[lives.states - 1][left];
    }
    return coming;
  }

  /** How fast each way out of each state goes in each step of the window. */
  private double[][][] speed() {
    double[][] months = factors();
    double[][][] speed = pace.ahead(startDay, days);
    for (int u = 0; u < speed[0][0].length; u++) {
      double[] month = months[Past.month(startDay + u / lives.stepsPerDay)];
      for (double[][] ways : speed) {
        ways[Pace.WON][u] *= month[0];
        ways[Pace.LOST][u] *= month[1];
      }
    }
    return speed;
  }

  private double[][] factors() {
    double[][] now = new double[3][2];
    for (int m = 0; m < 3; m++) {
      for (int x = 0; x < 2; x++) {
        double n = seen[m][x] + PRIOR;
        now[m][x] = variant.months() ? luck.gamma(n) / (expected[m][x] + PRIOR) : 1;
      }
    }
    int[] instead = {1, 0, 0};
    for (int m = 0; m < 3 && variant.months(); m++) {
      if (expected[m][0] < 5 * PRIOR) {
        now[m] = now[instead[m]].clone();
      }
    }
    return now;
  }

  /** Closes by month of the quarter against those to be expected by age, and how weeks deviate. */
  private void review(double[][] told) {
    for (int day = 0; day < past.days; day++) {
      int m = Past.month(past.firstDay + day);
      expected[m][0] += told[Pace.WON][day];
      expected[m][1] += told[Pace.LOST][day];
      seen[m][0] += past.wins[day];
      seen[m][1] += past.closes[day] - past.wins[day];
    }
    double squares = 0;
    double means = 0;
    double meanSquares = 0;
    for (int day = 0; day + 7 <= past.days; day += 7) {
      double mean = 0;
      double was = 0;
      for (int i = day; i < day + 7; i++) {
        int m = Past.month(past.firstDay + i);
        double factor = variant.months() && expected[m][0] > 0 ? seen[m][0] / expected[m][0] : 1;
        mean += factor * told[Pace.WON][i];
        was += past.wins[i];
      }
      squares += (was - mean) * (was - mean);
      means += mean;
      meanSquares += mean * mean;
    }
    weekSpread = overWindow(meanSquares > 0 ? Math.max(0, (squares - means) / meanSquares) : 0);
  }

  /** Arrivals of a day of the week, a holiday being a Sunday, against the mean day. */
  private double[] weekdays() {
    double[] sum = new double[7];
    double[] n = new double[7];
    double all = 0;
    for (int day = 0; day < past.days; day++) {
      int w = pace.dayOfWeek(past.firstDay + day);
      sum[w] += past.arrivals[day];
      n[w]++;
      all += past.arrivals[day];
    }
    for (int w = 0; w < 7; w++) {
      sum[w] = n[w] > 0 && all > 0 ? sum[w] / n[w] / (all / past.days) : 1;
    }
    return sum;
  }

  /** Arrivals counted, over how many days, and variance over mean of their weeks (1 or more). */
  private double[] level() {
    double count = 0;
    double length = 0;
    for (int day = 0; day < past.days; day++) {
      count += weight(day) * past.arrivals[day];
      length += weight(day);
    }
    double weeks = 0;
    double sum = 0;
    double squares = 0;
    for (int day = past.days - 7; day >= 0; day -= 7) {
      double week = 0;
      for (int i = day; i < day + 7; i++) {
        week += past.arrivals[i];
      }
      weeks++;
      sum += week;
      squares += week * week;
    }
    double variance = weeks > 1 ? (squares - sum * sum / weeks) / (weeks - 1) : 0;
    double dispersion = sum > 0 ? Math.max(1, variance / (sum / weeks)) : 1;
    return new double[] {count, length, dispersion};
  }
}
