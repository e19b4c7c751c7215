package io.salestwin.statistics;

import java.util.Objects;
import java.util.Optional;

/**
 * A figure with its interval, or the reason why there is none. What cannot be computed is never
 * shown as a neutral number.
 */
public sealed interface Estimate {

  /**
   * The value, when there is one.
   *
   * @return the value, or empty when it is not computable
   */
  Optional<Value> value();

  /**
   * The figure as one number for data files, where NaN stands for "not computable".
   *
   * @return the estimate, or NaN
   */
  default double orNaN() {
    return value().map(Value::estimate).orElse(Double.NaN);
  }

  /**
   * A figure that could be computed.
   *
   * @param estimate the figure, finite
   * @param interval its interval; its method says of which kind
   */
  record Value(double estimate, Interval interval) implements Estimate {

    public Value {
      if (!Double.isFinite(estimate)) {
        throw new IllegalArgumentException("estimate must be finite: " + estimate);
      }
      Objects.requireNonNull(interval, "interval");
    }

    @Override
    public Optional<Value> value() {
      return Optional.of(this);
    }
  }

  /**
   * A figure that could not be computed.
   *
   * @param reason why, as it goes on after "not computable, because"; for people
   */
  record NotComputable(String reason) implements Estimate {

    public NotComputable {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("reason must not be blank");
      }
    }

    @Override
    public Optional<Value> value() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "not computable, because " + reason;
    }
  }

  /**
   * A figure that could be computed.
   *
   * @param estimate the figure, finite
   * @param interval its interval
   * @return the value
   */
  static Estimate of(double estimate, Interval interval) {
    return new Value(estimate, interval);
  }

  /**
   * A figure that could not be computed.
   *
   * @param reason why, as it goes on after "not computable, because"
   * @return the reason as an estimate
   */
  static Estimate notComputable(String reason) {
    return new NotComputable(reason);
  }
}
