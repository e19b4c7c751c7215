package io.salestwin.model;

import io.salestwin.random.Elementary;
import io.salestwin.scenario.Shock;
import io.salestwin.scenario.Shock.Target;
import io.salestwin.scenario.Uncertainty.Outcome;
import java.util.Arrays;

/**
 * What the numbers are while some shocks last. Time is cut where a shock begins or ends; in each
 * piece stands every number that a shock can change, after the changes of all shocks of the piece,
 * in the order of the file. Piece 0 reaches from the beginning of time to the first shock.
 */
final class ShockTable {

  /** Changes of a chance are kept to log-odds that no effect of a scenario goes beyond. */
  private static final double MOST_LOG_ODDS = 20;

  private static final double MOST_HOURS = 168;

  private final SalesModel model;
  private final ShockPlan[] plans;
  private final int kinds;
  private final int stages;
  private final int cells;

  /** Where each sort of number begins among those of a piece. */
  private final int perMonth;

  private final int outbound;
  private final int logOdds;
  private final int delay;
  private final int hours;
  private final int attrition;
  private final int quality;
  private final int cost;
  private final int productValue;
  private final int segmentValue;
  private final int effort;
  private final int recycle;
  private final int against;
  private final int width;

  private int pieces;
  private long[] at = new long[8];
  private double[] numbers;

  /** Severity of each shock in the piece that is being written, or NaN. */
  private final double[] severity;

  ShockTable(SalesModel model, ShockPlan[] plans) {
    this.model = model;
    this.plans = plans;
    kinds = model.kinds().count();
    stages = model.stageCount();
    cells = model.rows() * kinds;
    perMonth = 0;
    outbound = perMonth + model.scenario().sources().size();
    logOdds = outbound + model.scenario().sources().size();
    delay = logOdds + cells;
    hours = delay + 3 * stages;
    attrition = hours + model.roleCount();
    quality = attrition + model.roleCount();
    cost = quality + model.scenario().sources().size();
    productValue = cost + model.scenario().sources().size();
    segmentValue = productValue + model.scenario().products().size();
    effort = segmentValue + model.scenario().segments().size();
    recycle = effort + stages;
    against = recycle + model.rows();
    width = against + model.scenario().competitors().size() * stages;
    numbers = new double[8 * width];
    severity = new double[plans.length];
  }

  /** Writes the table of a replication. */
  void write(Strikes strikes, Parameters parameters) {
    cut(strikes);
    if (numbers.length < pieces * width) {
      numbers = new double[2 * pieces * width];
    }
    for (int piece = 0; piece < pieces; piece++) {
      state(piece * width, parameters);
      Arrays.fill(severity, Double.NaN);
      for (int i = 0; i < strikes.count(); i++) {
        if (piece > 0 && strikes.from(i) <= at[piece] && at[piece] < strikes.until(i)) {
          severity[strikes.shock(i)] = strikes.severity(i);
        }
      }
      for (int shock = 0; shock < plans.length; shock++) {
        if (severity[shock] > 0) {
          for (Shock.Change change : plans[shock].changes()) {
            apply(piece * width, change, severity[shock], parameters);
          }
        }
      }
    }
  }

  private void cut(Strikes strikes) {
    int most = 1 + 2 * strikes.count();
    if (at.length < most) {
      at = new long[2 * most];
    }
    at[0] = Long.MIN_VALUE;
    pieces = 1;
    for (int i = 0; i < strikes.count(); i++) {
      if (strikes.until(i) > 0) {
        at[pieces++] = Math.max(0, strikes.from(i)); // never in the warm-up
        at[pieces++] = strikes.until(i);
      }
    }
    Arrays.sort(at, 0, pieces);
    int kept = 1;
    for (int i = 1; i < pieces; i++) {
      if (at[i] != at[kept - 1]) {
        at[kept++] = at[i];
      }
    }
    pieces = kept;
  }

  private void state(int first, Parameters parameters) {
    System.arraycopy(parameters.perMonth, 0, numbers, first + perMonth, outbound - perMonth);
    Arrays.fill(numbers, first + outbound, first + logOdds, 1);
    Arrays.fill(numbers, first + logOdds, first + delay, 0);
    Arrays.fill(numbers, first + delay, first + hours, 1);
    put(parameters.hoursPerWeek, first + hours);
    put(parameters.attrition, first + attrition);
    Arrays.fill(numbers, first + quality, first + cost, 1);
    for (int s = 0; s < productValue - cost; s++) {
      numbers[first + cost + s] = model.scenario().sources().get(s).costCents();
    }
    Arrays.fill(numbers, first + productValue, first + recycle, 1);
    put(parameters.recycleShare, first + recycle);
    Arrays.fill(numbers, first + against, first + width, 0);
  }

  private void put(double[] stated, int at) {
    System.arraycopy(stated, 0, numbers, at, stated.length);
  }

  // A sealed interface with what a shock can change; Java 17 has no pattern switch.
  private void apply(int first, Shock.Change change, double hard, Parameters parameters) {
    Target target = change.target();
    if (target instanceof Target.PerMonth t) {
      move(first + perMonth + t.source(), change, 1, hard, Double.MAX_VALUE);
    } else if (target instanceof Target.PerRepDay t) {
      double stated =
          model.scenario().sources().get(t.source()).arrivals().perRepDay().orElseThrow().leads();
      move(first + outbound + t.source(), change, stated, hard, Double.MAX_VALUE);
    } else if (target instanceof Target.HoursPerWeek t) {
      move(first + hours + t.role(), change, 1, hard, MOST_HOURS);
    } else if (target instanceof Target.Delay t) {
      for (Outcome outcome : t.outcomes()) {
        int cell = first + delay + Patches.index(outcome) * stages + t.stage();
        move(cell, change, 1, hard, Double.MAX_VALUE);
      }
    } else if (target instanceof Target.Odds t) {
      for (int row = t.stage(); row < model.rows(); row += stages) {
        for (int cell = row * kinds; cell < (row + 1) * kinds; cell++) {
          numbers[first + logOdds + cell] += hard * change.plus();
        }
      }
    } else if (target instanceof Target.Advance t) {
      for (int row = t.stage(); row < model.rows(); row += stages) {
        for (int kind = 0; kind < kinds; kind++) {
          advance(first, row, kind, change, hard, parameters);
        }
      }
    } else {
      applyToOthers(first, change, hard);
    }
  }

  private void applyToOthers(int first, Shock.Change change, double hard) {
    Target target = change.target();
    if (target instanceof Target.Attrition t) {
      move(first + attrition + t.role(), change, 1, hard, Double.MAX_VALUE);
    } else if (target instanceof Target.Quality t) {
      move(first + quality + t.source(), change, 1, hard, Double.MAX_VALUE);
    } else if (target instanceof Target.LeadCost t) {
      move(first + cost + t.source(), change, 1, hard, Double.MAX_VALUE);
    } else if (target instanceof Target.ProductValue t) {
      move(first + productValue + t.product(), change, 1, hard, Double.MAX_VALUE);
    } else if (target instanceof Target.SegmentValue t) {
      move(first + segmentValue + t.segment(), change, 1, hard, Double.MAX_VALUE);
    } else if (target instanceof Target.Effort t) {
      move(first + effort + t.stage(), change, 1, hard, Double.MAX_VALUE);
    } else if (target instanceof Target.RecycleShare t) {
      for (int row = t.stage(); row < model.rows(); row += stages) {
        move(first + recycle + row, change, 1, hard, 1);
      }
    } else if (target instanceof Target.OddsAgainst t) {
      numbers[first + against + t.competitor() * stages + t.stage()] += hard * change.plus();
    } else {
      throw new AssertionError("no shock for " + target);
    }
  }

  /**
   * Between the value so far (severity 0) and the value that is set (severity 1): geometrically
   * where both are above 0, else evenly.
   *
   * @param unit what the number is a multiple of
   */
  private void move(int cell, Shock.Change change, double unit, double hard, double most) {
    double now = numbers[cell];
    double whole = Math.max(0, Math.min(most, now * change.times() + change.plus() / unit));
    if (whole != now) {
      numbers[cell] = between(now, whole, hard);
    }
  }

  static double between(double now, double whole, double severity) {
    if (severity == 1) {
      return whole;
    }
    return now > 0 && whole > 0
        ? now * Elementary.exp(severity * Elementary.log(whole / now))
        : now + severity * (whole - now);
  }

  /** The change of a stated chance, as a step of its log-odds; severity is a part of that step. */
  private void advance(
      int first, int row, int kind, Shock.Change change, double hard, Parameters parameters) {
    double ofKind = model.plan(row).kindEffect()[kind];
    int cell = row * kinds + kind;
    double stated =
        ofKind == 0
            ? parameters.advance[cell]
            : Elementary.logistic(parameters.advanceLogit[cell] - ofKind);
    double so = numbers[first + logOdds + cell];
    double now = so == 0 ? stated : Elementary.logistic(Elementary.logit(stated) + so);
    double whole = Math.max(0, Math.min(1, now * change.times() + change.plus()));
    if (whole == now || now <= 0 || now >= 1) {
      return; // what is certain is moved by no effect
    }
    double step = Elementary.logit(whole) - Elementary.logit(now);
    numbers[first + logOdds + cell] +=
        hard * Math.max(-MOST_LOG_ODDS, Math.min(MOST_LOG_ODDS, step));
  }

  // ---- reading

  int pieces() {
    return pieces;
  }

  /** The piece in which an instant lies. */
  int piece(long time) {
    int low = 0;
    int high = pieces - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (at[middle] <= time) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Where the next piece begins; the end of time for the last. */
  long end(int piece) {
    return piece + 1 < pieces ? at[piece + 1] : Long.MAX_VALUE;
  }

  double perMonth(int piece, int source) {
    return numbers[piece * width + perMonth + source];
  }

  /** The factor on what the reps bring from a source. */
  double outbound(int piece, int source) {
    return numbers[piece * width + outbound + source];
  }

  /** What is added to the log-odds, by arm x stage x kind. */
  double logOdds(int piece, int cell) {
    return numbers[piece * width + logOdds + cell];
  }

  /** What is added to the log-odds of a lead that meets a competitor, numbered from 1. */
  double against(int piece, int competitor, int stage) {
    return numbers[piece * width + against + (competitor - 1) * stages + stage];
  }

  /** The factor on a buyers' delay. */
  double delay(int piece, int outcome, int stage) {
    return numbers[piece * width + delay + outcome * stages + stage];
  }

  double hours(int piece, int role) {
    return numbers[piece * width + hours + role];
  }

  /** Leavers a year per rep of a role. */
  double attrition(int piece, int role) {
    return numbers[piece * width + attrition + role];
  }

  /** The factor on the quality of the leads that come from a source. */
  double quality(int piece, int source) {
    return numbers[piece * width + quality + source];
  }

  /** What one lead of a source costs, in cents. */
  double cost(int piece, int source) {
    return numbers[piece * width + cost + source];
  }

  /** The factor on the value of the leads that come. */
  double value(int piece, int product, int segment) {
    int first = piece * width;
    return numbers[first + productValue + product] * numbers[first + segmentValue + segment];
  }

  /** The factor on the effort of a stage's touches. */
  double effort(int piece, int stage) {
    return numbers[piece * width + effort + stage];
  }

  /** The share of the lost leads that come back, by arm x stage. */
  double recycleShare(int piece, int row) {
    return numbers[piece * width + recycle + row];
  }
}
