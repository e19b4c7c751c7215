package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.calendar.Period;
import io.salestwin.model.Dimension;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Scenario;
import java.util.List;

/** A replication that a recorder has seen, with its figures to be counted again. */
final class Played {

  static final long DAY = 86_400_000;

  /**
   * A reporting period, or the whole horizon.
   *
   * @param suffix what its columns' names end with
   * @param from when it begins
   * @param to when it ends
   */
  record Stretch(String suffix, long from, long to) {

    boolean has(long time) {
      return time >= from && time < to;
    }

    /** How much of a time from one instant to another lies in it. */
    long part(long begin, long end) {
      return Math.max(0, Math.min(end, to) - Math.max(begin, from));
    }

    double days() {
      return (to - from) / (double) DAY;
    }
  }

  final Scenario scenario;
  final SalesModel model;
  final Recorder seen;
  private final KpiLayout layout;
  private final double[] row;

  Played(Scenario scenario, long seed, int number) {
    this.scenario = scenario;
    model = SalesModel.of(scenario);
    seen = new Recorder(scenario.opportunityFrom(), model.members(Dimension.REASON));
    Replication replication = new Replication(model, seed);
    replication.observe(seen);
    replication.play(number);
    layout = new KpiLayout(model);
    row = layout.row(replication.ledger());
  }

  /** The reporting periods. */
  List<Stretch> periods() {
    return model.periods().stream().map(this::stretch).toList();
  }

  private Stretch stretch(Period period) {
    return new Stretch(
        "." + period.name(), period.firstMs(scenario.start()), period.endMs(scenario.start()));
  }

  /** The whole horizon. */
  Stretch horizon() {
    List<Stretch> all = periods();
    return new Stretch("", 0, all.get(all.size() - 1).to());
  }

  /** A figure of the horizon or, with its suffix, of a period. */
  double figure(String name) {
    assertThat(layout.index(name)).as(name).isNotNegative();
    return row[layout.index(name)];
  }

  /** The figure is what was counted, to a billionth. */
  void is(String name, double counted) {
    if (Double.isNaN(counted)) {
      assertThat(figure(name)).as(name).isNaN();
    } else {
      assertThat(figure(name))
          .as(name)
          .isCloseTo(counted, within(1e-9 * Math.abs(counted) + 1e-12));
    }
  }
}
