package io.salestwin.model;

import io.salestwin.random.Distribution;
import io.salestwin.random.DistributionFamily;
import io.salestwin.random.Elementary;
import io.salestwin.random.Purpose;
import io.salestwin.random.Sampler;
import io.salestwin.random.Streams;
import io.salestwin.scenario.ByMember;
import io.salestwin.scenario.ImpossibleScenarioException;
import io.salestwin.scenario.Uncertainty;
import io.salestwin.scenario.Uncertainty.Nominal;
import io.salestwin.scenario.Uncertainty.Outcome;
import io.salestwin.scenario.Uncertainty.Place;
import io.salestwin.scenario.Uncertainty.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws what is not known and writes it into the parameters of a compiled model. */
final class Patches {

  private static final int UNCERTAINTY = Purpose.UNCERTAINTY.code();

  private final SalesModel model;
  private final Uncertainty uncertainty;
  private final Sampler[] samplers;
  private final int[] codes;

  Patches(SalesModel model, Uncertainty uncertainty) {
    this.model = model;
    this.uncertainty = uncertainty;
    samplers =
        uncertainty.parameters().stream().map(p -> p.value().compile()).toArray(Sampler[]::new);
    codes =
        Identity.codes(
            uncertainty.parameters().stream().map(Uncertainty.Parameter::lever).toList());
  }

  /** Draws every uncertain parameter with the streams' present replication as the draw. */
  void draw(Streams streams, Parameters into) {
    into.copyFrom(model.parameters());
    for (int i = 0; i < samplers.length; i++) {
      double u = streams.uniform(Identity.ofScenario(codes[i] + 1), UNCERTAINTY, 0);
      Uncertainty.Parameter parameter = uncertainty.parameters().get(i);
      write(
          into, parameter.lever(), parameter.target(), parameter.nominal(), samplers[i].sample(u));
    }
    uncertainty.joint().ifPresent(joint -> drawRow(streams, joint, into));
  }

  private void drawRow(Streams streams, Uncertainty.Joint joint, Parameters into) {
    double u = streams.uniform(Identity.ofScenario(0), UNCERTAINTY, 0);
    List<Double> row = joint.rows().get((int) (u * joint.rows().size()));
    for (int i = 0; i < row.size(); i++) {
      write(
          into, joint.levers().get(i), joint.targets().get(i), joint.nominals().get(i), row.get(i));
    }
  }

  // A sealed interface with the patch kinds; Java 17 has no pattern switch.
  private void write(Parameters into, String lever, Target target, Nominal nominal, double drawn) {
    if (target instanceof Target.Advance t) {
      shiftAdvance(into, lever, t, nominal.stated(), within(lever, drawn, 0, 1));
      return;
    }
    double value = nominal.isMoved() ? moved(target, nominal, drawn) : drawn;
    if (target instanceof Target.Quality t) {
      assign(t.stage(), model.parameters().quality, into.quality, value);
    } else if (target instanceof Target.RegressProbability t) {
      double p = within(lever, value, 0, 1);
      assign(t.stage(), model.parameters().regress, into.regress, p);
    } else if (target instanceof Target.RecycleShare t) {
      double p = within(lever, value, 0, 1);
      assign(t.stage(), model.parameters().recycleShare, into.recycleShare, p);
    } else if (target instanceof Target.PerMonth t) {
      into.perMonth[t.source()] = within(lever, value, 0, Double.MAX_VALUE);
    } else if (target instanceof Target.WinningQuarterMonth t) {
      into.winningQuarterMonth[t.monthOfQuarter()] = value;
    } else if (target instanceof Target.HoursPerWeek t) {
      into.hoursPerWeek[t.role()] = within(lever, value, Double.MIN_NORMAL, 168);
    } else if (target instanceof Target.DistributionParameter t) {
      replace(into, lever, t, value);
    } else {
      throw new AssertionError("no patch for " + target);
    }
  }

  /** What is drawn around the stated value, moved as an override has moved the lever. */
  private static double moved(Target target, Nominal nominal, double drawn) {
    if (target instanceof Target.Quality || target instanceof Target.WinningQuarterMonth) {
      return drawn + nominal.current() - nominal.stated();
    } else if (target instanceof Target.RegressProbability
        || target instanceof Target.RecycleShare) {
      double shift = Elementary.logit(nominal.current()) - Elementary.logit(nominal.stated());
      return Double.isFinite(shift)
          ? Elementary.logistic(Elementary.logit(drawn) + shift)
          : nominal.current();
    }
    return nominal.stated() == 0 ? nominal.current() : drawn * nominal.current() / nominal.stated();
  }

  /**
   * A drawn chance moves the log-odds of every arm by the same amount, so that an arm keeps its
   * effect.
   */
  private void shiftAdvance(
      Parameters into, String lever, Target.Advance target, double base, double p) {
    ByMember<Double> stated = model.scenario().stages().get(target.stage()).advance();
    double shift = Elementary.logit(p) - Elementary.logit(base);
    if (!Double.isFinite(shift)) {
      throw impossible(
          lever, "a chance of " + p + " around a stated " + base + " has no finite log-odds");
    }
    Kinds kinds = model.kinds();
    for (int kind = 0; kind < kinds.count(); kind++) {
      int member =
          switch (stated.axis()) {
            case NONE -> 0;
            case SEGMENT -> kinds.segment(kind);
            case PRODUCT -> kinds.product(kind);
            case SOURCE -> kinds.source(kind);
          };
      if (target.member() < 0 || member == target.member()) {
        int column = kind;
        forArms(target.stage(), row -> into.shiftAdvance(row * kinds.count() + column, shift));
      }
    }
  }

  private void replace(
      Parameters into, String lever, Target.DistributionParameter target, double value) {
    Map<String, Double> parameters = new TreeMap<>(target.parameters());
    parameters.put(target.parameter(), value);
    Distribution drawn;
    try {
      drawn = DistributionFamily.of(target.family(), parameters);
    } catch (IllegalArgumentException e) {
      throw impossible(lever, e.getMessage());
    }
    List<Integer> numbers = numbers(target.place());
    if (numbers.get(0) == StagePlan.NONE) {
      throw impossible(lever, "the stated distribution is a constant 0");
    }
    Distribution stated = model.parameters().distributions[numbers.get(0)];
    for (int number : numbers) {
      // An arm that states another distribution here keeps its own.
      if (number != StagePlan.NONE && model.parameters().distributions[number].equals(stated)) {
        into.put(number, drawn);
      }
    }
  }

  /** The distributions that stand at a place: the root's, then those of the other arms. */
  private List<Integer> numbers(Place place) {
    List<Integer> numbers = new ArrayList<>();
    if (place instanceof Place.StageDelay p) {
      int outcome = index(p.outcome());
      forArms(p.stage(), row -> numbers.add(model.plan(row).delays()[outcome][0]));
    } else if (place instanceof Place.Effort p) {
      forArms(
          p.stage(),
          row -> {
            int[] efforts = model.plan(row).touches().effort();
            numbers.add(p.touch() < efforts.length ? efforts[p.touch()] : StagePlan.NONE);
          });
    } else if (place instanceof Place.ProductValue p) {
      numbers.add(model.valueSampler(p.product()));
    } else {
      throw new AssertionError("no distribution at " + place);
    }
    return numbers;
  }

  static int index(Outcome outcome) {
    return switch (outcome) {
      case ADVANCE -> StagePlan.ADVANCE;
      case REGRESS -> StagePlan.REGRESS;
      case LOST -> StagePlan.LOST;
    };
  }

  private interface RowAction {
    void at(int row);
  }

  private void forArms(int stage, RowAction action) {
    for (int row = stage; row < model.rows(); row += model.stageCount()) {
      action.at(row);
    }
  }

  /** An arm that states another value here keeps its own. */
  private void assign(int stage, double[] stated, double[] into, double value) {
    forArms(
        stage,
        row -> {
          if (stated[row] == stated[stage]) {
            into[row] = value;
          }
        });
  }

  private static double within(String lever, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw impossible(lever, value + " was drawn, which is not from " + low + " to " + high);
    }
    return value;
  }

  private static ImpossibleScenarioException impossible(String lever, String reason) {
    return new ImpossibleScenarioException(
        "uncertainty." + lever,
        reason
            + "; use a distribution that stays inside: a beta for chances, a gamma or lognormal for"
            + " rates and sizes");
  }
}
