package io.salestwin.model;

import io.salestwin.random.Purpose;
import io.salestwin.random.Streams;
import io.salestwin.scenario.Competitor;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Stage;
import java.util.List;
import java.util.Optional;

/**
 * Whom else leads meet, and what that does to them. Competitors are numbered from 1 in the order of
 * the file; 0 is nobody. A lead's one draw is cut in that order, so that a competitor added at the
 * end leaves those whom the others meet.
 */
final class Competition {

  private static final int COMPETITOR = Purpose.COMPETITOR.code();

  /** By kind: where the share of each competitor ends. */
  private final double[][] upTo;

  /** By competitor and stage. */
  private final double[][] effects;

  private final double[] lostTo;
  private final boolean moves;
  private final int reason;

  private Competition(Scenario scenario, Kinds kinds, int reason) {
    List<Competitor> all = scenario.competitors();
    this.reason = reason;
    upTo = new double[kinds.count()][all.size()];
    for (int kind = 0; kind < kinds.count(); kind++) {
      double sum = 0;
      for (int i = 0; i < all.size(); i++) {
        sum += all.get(i).share().at(kinds.segment(kind), kinds.product(kind), kinds.source(kind));
        upTo[kind][i] = sum;
      }
    }
    effects = new double[all.size() + 1][scenario.stages().size()];
    lostTo = new double[all.size() + 1];
    for (int i = 0; i < all.size(); i++) {
      effects[i + 1] = Market.byStage(scenario, all.get(i).effects());
      lostTo[i + 1] = all.get(i).lostTo();
    }
    moves = all.stream().anyMatch(c -> c.effects().values().stream().anyMatch(x -> x != 0));
  }

  /** The competition of a scenario; null when it tells nobody apart. */
  static Competition of(Scenario scenario, Kinds kinds, List<String> reasons) {
    return scenario.competitors().isEmpty()
        ? null
        : new Competition(scenario, kinds, reasons.indexOf(Stage.COMPETITOR));
  }

  /** The reason that only competitors give. */
  static Optional<String> reasonName(Scenario scenario) {
    return scenario.competitors().stream().anyMatch(c -> c.lostTo() > 0)
        ? Optional.of(Stage.COMPETITOR)
        : Optional.empty();
  }

  /** Whether it moves the odds of any lead. */
  boolean moves() {
    return moves;
  }

  /** Whom a new lead meets: 0 for nobody. */
  int meets(Streams streams, long entity, int kind) {
    double u = streams.uniform(entity, COMPETITOR, 0);
    double[] ends = upTo[kind];
    for (int i = 0; i < ends.length; i++) {
      if (u < ends[i]) {
        return i + 1;
      }
    }
    return 0;
  }

  double effect(int competitor, int stage) {
    return effects[competitor][stage];
  }

  /**
   * Why a lead is lost that was decided against.
   *
   * @param usual the reason that its stage gives
   */
  int reason(Streams streams, Leads leads, int lead, StagePlan plan, int usual) {
    double share = lostTo[leads.competitor(lead)];
    if (share == 0 || !plan.opportunity()) {
      return usual;
    }
    long index = Streams.index(plan.code(), leads.visit(lead), 1, 0);
    return streams.uniform(leads.entity(lead), COMPETITOR, index) < share ? reason : usual;
  }
}
