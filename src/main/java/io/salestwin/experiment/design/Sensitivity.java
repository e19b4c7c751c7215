package io.salestwin.experiment.design;

import io.salestwin.statistics.cluster.ClusterDesign;
import io.salestwin.statistics.power.Demand;
import io.salestwin.statistics.power.EventPlan;
import io.salestwin.statistics.power.MeanPlan;
import io.salestwin.statistics.power.ProportionPlan;
import io.salestwin.statistics.special.NoncentralT;
import io.salestwin.statistics.special.StudentLaw;
import java.util.function.DoubleUnaryOperator;

/**
 * The power of a planned test after so many weeks of enrolment, to the side of the effect. The
 * ratio is treatment over control; what enters in a week enters evenly.
 */
sealed interface Sensitivity {

  /** Longer than this nobody runs anything: about a thousand years. */
  double LONGEST_WEEKS = 52_000;

  /**
   * The power.
   *
   * @param weeks of enrolment, above 0
   * @param effect the true difference, in the metric's unit, not 0
   * @param demand level and sides
   * @return from 0 to 1; 0 where there is no test yet
   */
  double power(double weeks, double effect, Demand demand);

  /** Leads, one by one, that get there or not. */
  record Shares(double p1, double ratio, double perWeek) implements Sensitivity {
    @Override
    public double power(double weeks, double effect, Demand demand) {
      double p2 = Math.max(0, Math.min(1, p1 + effect));
      return new ProportionPlan(p1, p2, ratio, demand).power(weeks * perWeek / (1 + ratio));
    }
  }

  /** Leads, one by one, that bring a value. */
  record Means(double sd, double ratio, double perWeek) implements Sensitivity {
    @Override
    public double power(double weeks, double effect, Demand demand) {
      double n1 = weeks * perWeek / (1 + ratio);
      double power = new MeanPlan(sd, ratio, false, demand).power(Math.abs(effect), n1);
      return Double.isNaN(power) ? 0 : power;
    }
  }

  /**
   * Time to the event: under proportional hazards a time shorter by the share r has the hazard
   * ratio 1 / (1 - r).
   *
   * @param median days of those who get there
   * @param chance chance of the event within the window under control
   * @param ratio treatment over control
   * @param perWeek leads in a week
   * @param clusters clusters that share the leads; 0 for none
   * @param icc how alike the leads of a cluster are
   */
  record Events(
      double median, double chance, double ratio, double perWeek, double clusters, double icc)
      implements Sensitivity {
    @Override
    public double power(double weeks, double effect, Demand demand) {
      double hazardRatio = hazardRatio(effect);
      double share = ratio / (1 + ratio);
      double units = weeks * perWeek;
      double inCluster = clusters > 0 ? Math.max(1, units / clusters) : 1;
      double worth = new ClusterDesign(inCluster, icc, 0).worth(units);
      return new EventPlan(hazardRatio, share, demand).power(worth * chances(hazardRatio));
    }

    double hazardRatio(double effect) {
      return 1 / Math.max(0.01, 1 + effect / median);
    }

    /** Chance of the event over both arms. */
    double chances(double hazardRatio) {
      double treated = 1 - Math.pow(1 - chance, hazardRatio);
      return (chance + ratio * treated) / (1 + ratio);
    }
  }

  /**
   * Reps or territories, of which there are so many: only the leads of each grow in number.
   *
   * @param control clusters
   * @param treatment clusters
   * @param sd standard deviation of a lead
   * @param icc how alike the leads of a cluster are
   * @param variation coefficient of variation of the clusters' sizes
   * @param perWeek leads of all clusters in a week
   */
  record Clusters(
      int control, int treatment, double sd, double icc, double variation, double perWeek)
      implements Sensitivity {
    @Override
    public double power(double weeks, double effect, Demand demand) {
      double size = weeks * perWeek / (control + treatment);
      double one = sd * sd / size * new ClusterDesign(size, icc, variation).effectUnequal();
      return student(effect, one, control, treatment, demand);
    }
  }

  /** Weeks switched on and off: their number grows. */
  record Weeks(double share, double sd, double icc, double perWeek) implements Sensitivity {
    @Override
    public double power(double weeks, double effect, Demand demand) {
      double one = sd * sd / perWeek * new ClusterDesign(perWeek, icc, 0).effect();
      return student(effect, one, weeks * (1 - share), weeks * share, demand);
    }
  }

  /**
   * Events per week of reps or territories: Poisson, and clusters differ.
   *
   * @param control clusters
   * @param treatment clusters
   * @param rate events per week and cluster
   * @param variation coefficient of variation of the clusters' rates
   */
  record Rates(int control, int treatment, double rate, double variation) implements Sensitivity {
    @Override
    public double power(double weeks, double effect, Demand demand) {
      double one = rate / weeks + variation * variation * rate * rate;
      return student(effect, one, control, treatment, demand);
    }
  }

  /** Student's t of the clusters' means, each with a variance. */
  private static double student(
      double effect, double variance, double control, double treatment, Demand demand) {
    double df = control + treatment - 2;
    if (!(df > 0) || !(control > 0 && treatment > 0)) {
      return 0;
    }
    double error = Math.sqrt(variance * (1 / control + 1 / treatment));
    double critical = StudentLaw.upperQuantile(demand.alpha() / demand.sides(), df);
    return NoncentralT.above(critical, df, Math.abs(effect) / error);
  }

  /** The fewest weeks with the demanded power; infinite if no time is enough. */
  default double weeksFor(double effect, Demand demand) {
    DoubleUnaryOperator gap = weeks -> power(weeks, effect, demand) - demand.power();
    return firstAbove(gap, 1e-4, LONGEST_WEEKS);
  }

  /** The smallest effect that is found with the demanded power; infinite if none up to a limit. */
  default double smallestEffect(double weeks, double sign, double most, Demand demand) {
    DoubleUnaryOperator gap = size -> power(weeks, sign * size, demand) - demand.power();
    return sign * firstAbove(gap, most * 1e-6, most);
  }

  private static double firstAbove(DoubleUnaryOperator gap, double least, double most) {
    double low = least;
    double high = least;
    while (gap.applyAsDouble(high) < 0) {
      if (high >= most) {
        return Double.POSITIVE_INFINITY;
      }
      low = high;
      high = Math.min(most, high * 1.5);
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (gap.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
