package io.salestwin.calibration.backtest;

import io.salestwin.statistics.special.ChiSquareLaw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How fast deals of each state move, are won and are lost by day of the week, against what their
 * ages let expect; a holiday is a Sunday. Days of the week are alike unless luck alone would show
 * them so different less often than once in a hundred times (chi-squared over the dispersion of
 * days).
 */
final class Pace {

  /** Ways out of a state. */
  static final int ON = 0;

  static final int WON = 1;
  static final int LOST = 2;
  static final int WAYS = 3;

  static final int WEEK = 7;

  /** 1970-01-01 was a Thursday, which is day 0. */
  private static final int SUNDAY = 3;

  private static final double LEVEL = 0.01;

  /** Exits that would have to say that days are alike. */
  private static final double PRIOR = 10;

  private static final int ROUNDS = 3;

  private final Lives lives;
  private final Holidays holidays;

  /** By state, way out and day of the week. */
  private final double[][][] factor;

  private final List<Off> off = new ArrayList<>();
  private boolean even = true;

  /**
   * A step of a stay that fell on a holiday.
   *
   * @param day the day of the week that it would have been else
   */
  record Off(int stay, int age, int day) {}

  private Pace(Lives lives, Holidays holidays) {
    this.lives = lives;
    this.holidays = holidays;
    factor = new double[lives.states][WAYS][WEEK];
    for (double[][] state : factor) {
      for (double[] way : state) {
        Arrays.fill(way, 1);
      }
    }
    for (long day = lives.firstDay; day <= lives.lastDay; day++) {
      int plain = (int) Math.floorMod(day, (long) WEEK);
      if (isOff(day) && plain != SUNDAY) {
        stepsOn(day, plain);
      }
    }
  }

  private void stepsOn(long day, int plain) {
    for (int i = 0; i < lives.stays; i++) {
      for (int q = 0; q < lives.stepsPerDay; q++) {
        long age = day * lives.stepsPerDay + q - lives.begin[i];
        if (age >= lives.from[i] && age <= lives.to[i]) {
          off.add(new Off(i, (int) age, plain));
        }
      }
    }
  }

  /** Hazards and factors in turn, until they hardly change. */
  static Pace of(Lives lives, Holidays holidays) {
    Pace pace = new Pace(lives, holidays);
    double[] same = new double[lives.then.deals()];
    Arrays.fill(same, 1);
    boolean[][] differ = new boolean[lives.states][WAYS];
    for (int round = 0; round < ROUNDS; round++) {
      double[][][] told = pace.days();
      double[][][] was = pace.days();
      pace.count(Hazards.of(lives, same, pace), told, was);
      for (int s = 0; s < lives.states; s++) {
        for (int way = 0; way < WAYS; way++) {
          double[] found = pace.byDay(told[s][way], was[s][way]);
          differ[s][way] |= round == 0 && pace.differ(told[s][way], was[s][way], found);
          if (differ[s][way]) {
            pace.factor[s][way] = found;
            pace.even = false;
          }
        }
      }
    }
    return pace;
  }

  private double[][][] days() {
    return new double[lives.states][WAYS][(int) (lives.lastDay - lives.firstDay + 1)];
  }

  /** Exits that ages let expect, and those that were, by state, way out and day of the record. */
  private void count(Hazards hazards, double[][][] told, double[][][] was) {
    for (int i = 0; i < lives.stays; i++) {
      int state = lives.state[i];
      int exit = lives.exit[i];
      for (int age = lives.from[i]; age <= lives.to[i]; age++) {
        int day = recorded(lives.begin[i] + age);
        double part = age < lives.to[i] || exit != Lives.OPEN ? 1 : lives.lastPart();
        for (int way = 0; way < WAYS; way++) {
          told[state][way][day] += part * hazards.rate(way, state, age);
        }
      }
      if (exit != Lives.OPEN) {
        was[state][lives.way(exit)][recorded(lives.begin[i] + lives.to[i])]++;
      }
    }
  }

  /** Exits to be expected by age and day of the week, by way out and day of the record. */
  double[][] told(Hazards hazards) {
    double[][][] told = days();
    count(hazards, told, days());
    double[][] all = new double[WAYS][told[0][0].length];
    for (int s = 0; s < lives.states; s++) {
      for (int way = 0; way < WAYS; way++) {
        for (int d = 0; d < all[way].length; d++) {
          all[way][d] += told[s][way][d] * factor[s][way][dayOfWeek(lives.firstDay + d)];
        }
      }
    }
    return all;
  }

  /** A day of the record; the middle of a step may lie just outside of it. */
  private int recorded(long step) {
    long day = Math.floorDiv(step, lives.stepsPerDay);
    return (int) (Math.max(lives.firstDay, Math.min(lives.lastDay, day)) - lives.firstDay);
  }

  private double[] byDay(double[] told, double[] was) {
    double[] expected = new double[WEEK];
    double[] seen = new double[WEEK];
    for (int d = 0; d < told.length; d++) {
      int day = dayOfWeek(lives.firstDay + d);
      expected[day] += told[d];
      seen[day] += was[d];
    }
    double[] found = new double[WEEK];
    for (int day = 0; day < WEEK; day++) {
      found[day] = (seen[day] + PRIOR) / (expected[day] + PRIOR);
    }
    return found;
  }

  private boolean differ(double[] told, double[] was, double[] found) {
    double between = 0;
    double within = 0;
    int days = 0;
    for (int d = 0; d < told.length; d++) {
      double mean = told[d] * found[dayOfWeek(lives.firstDay + d)];
      if (mean > 0) {
        between += (mean - told[d]) * (mean - told[d]) / told[d];
        within += (was[d] - mean) * (was[d] - mean) / mean;
        days++;
      }
    }
    double dispersion = Math.max(1, within / Math.max(1, days - WEEK));
    return days >= 4 * WEEK && ChiSquareLaw.above(between / dispersion, WEEK - 1.0) < LEVEL;
  }

  Lives lives() {
    return lives;
  }

  /** Whether all days are alike. */
  boolean isEven() {
    return even;
  }

  List<Off> off() {
    return off;
  }

  /** Day of the week, from Thursday, of a day since 1970; a holiday is a Sunday. */
  int dayOfWeek(long day) {
    return isOff(day) ? SUNDAY : (int) Math.floorMod(day, (long) WEEK);
  }

  private boolean isOff(long day) {
    return holidays.isOff(LocalDate.ofEpochDay(day));
  }

  double factor(int state, int way, int dayOfWeek) {
    return factor[state][way][dayOfWeek];
  }

  /** How fast each way out of each state goes in each step of coming days. */
  double[][][] ahead(long startDay, int days) {
    double[][][] speed = new double[lives.states][WAYS][days * lives.stepsPerDay];
    for (int u = 0; u < speed[0][0].length; u++) {
      int dayOfWeek = dayOfWeek(startDay + u / lives.stepsPerDay);
      for (int s = 0; s < lives.states; s++) {
        for (int way = 0; way < WAYS; way++) {
          speed[s][way][u] = factor[s][way][dayOfWeek];
        }
      }
    }
    return speed;
  }

  /** What a holiday has more of than the day of the week that it is. */
  double beyond(int way, Off step) {
    double[] days = factor[lives.state[step.stay()]][way];
    return days[SUNDAY] - days[step.day()];
  }
}
