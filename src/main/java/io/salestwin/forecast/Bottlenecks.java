package io.salestwin.forecast;

import io.salestwin.forecast.Forecast.Bottleneck;
import io.salestwin.forecast.Forecast.RoleFigure;
import io.salestwin.forecast.Forecast.StageFigure;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names what holds the organisation back: the busiest role once it is busy enough for queues to
 * grow, else the stage in which leads wait longest for a rep, else nothing but the buyers.
 */
final class Bottlenecks {

  /** Above this the wait in a queue is more than four times what it is at half load (M/M/1). */
  private static final double BUSY = 0.80;

  private static final double WAITS_DAYS = 0.5;

  private Bottlenecks() {}

  static Optional<Bottleneck> find(List<StageFigure> stages, List<RoleFigure> roles) {
    Optional<RoleFigure> busiest =
        roles.stream()
            .filter(r -> r.utilisation().value().isPresent())
            .max(Comparator.comparingDouble(r -> r.utilisation().orNaN()));
    if (busiest.isPresent() && busiest.get().utilisation().orNaN() >= BUSY) {
      RoleFigure role = busiest.get();
      return Optional.of(
          new Bottleneck(
              role.name(),
              String.format(
                  Locale.ROOT,
                  "%s is the bottleneck: its %s busy %.0f %% of the selling time, and"
                      + " %.1f leads wait on average.",
                  role.name(),
                  role.reps() == 1 ? "only rep is" : role.reps() + " reps are",
                  100 * role.utilisation().orNaN(),
                  role.waiting().orNaN())));
    }
    return stages.stream()
        .filter(s -> s.queueDays().value().isPresent() && s.queueDays().orNaN() >= WAITS_DAYS)
        .max(Comparator.comparingDouble(s -> s.queueDays().orNaN()))
        .map(Bottlenecks::slow);
  }

  private static Bottleneck slow(StageFigure stage) {
    double all = stage.queueDays().orNaN() + stage.workDays().orNaN() + stage.buyerDays().orNaN();
    return new Bottleneck(
        stage.name(),
        String.format(
            Locale.ROOT,
            "In %s a lead waits %.1f days for a rep, %.0f %% of its time in the stage, although no"
                + " role is busy more than %.0f %% of its time: look at open-lead limits, working"
                + " hours and the order of work.",
            stage.name(),
            stage.queueDays().orNaN(),
            100 * stage.queueDays().orNaN() / all,
            100 * BUSY));
  }
}
