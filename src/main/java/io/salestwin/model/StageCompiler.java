package io.salestwin.model;

import io.salestwin.random.Constant;
import io.salestwin.random.Distribution;
import io.salestwin.scenario.ByMember;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns stages as written into stages as run, and numbers every distribution on the way. */
final class StageCompiler {

  private final Scenario root;
  private final Kinds kinds;
  private final List<String> reasons;
  private final List<String> activities;
  private final List<Distribution> distributions;

  StageCompiler(
      Scenario root,
      Kinds kinds,
      List<String> reasons,
      List<String> activities,
      List<Distribution> distributions) {
    this.root = root;
    this.kinds = kinds;
    this.reasons = reasons;
    this.activities = activities;
    this.distributions = distributions;
  }

  List<StagePlan> compile(Scenario arm) {
    List<StagePlan> plans = new ArrayList<>();
    Set<Integer> codes = new HashSet<>();
    for (int s = 0; s < arm.stages().size(); s++) {
      int code = (int) (Identity.ofName(arm.stages().get(s).name()) & 0xFFF);
      while (!codes.add(code)) {
        code = (code + 1) & 0xFFF;
      }
      plans.add(plan(arm, s, code));
    }
    return plans;
  }

  private StagePlan plan(Scenario arm, int s, int code) {
    Stage stage = arm.stages().get(s);
    int[] numbers = new int[stage.lose().size()];
    double[] cumulated = new double[numbers.length];
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = reasons.indexOf(stage.lose().get(i).name());
      sum += stage.lose().get(i).share();
      cumulated[i] = i == numbers.length - 1 ? 1 : sum;
    }
    return new StagePlan(
        code,
        stage.owner(),
        touches(stage.work(), stage.owner()),
        delays(stage.delay()),
        effects(arm, stage.name()),
        stage.response().map(r -> (double) r.halfLifeMs()).orElse(0.0),
        stage.response().map(Stage.Response::floor).orElse(0.0),
        stage.patience().map(this::number).orElse(StagePlan.NONE),
        stage.leak(),
        stage.rescore().orElse(Double.NaN),
        stage.accept().orElse(Double.NEGATIVE_INFINITY),
        numbers,
        cumulated,
        recycles(stage),
        stage.recycle().map(r -> number(r.after())).orElse(StagePlan.NONE),
        stage.recycle().map(Stage.Recycle::quality).orElse(1.0),
        stage.recycle().map(Stage.Recycle::to).orElse(-1),
        stage.regress().map(Stage.Regress::to).orElse(-1),
        stage.timeOut().map(Stage.TimeOut::afterMs).orElse(0L),
        stage.timeOut().map(Stage.TimeOut::buying).orElse(false),
        s >= root.opportunityFrom(),
        root.seasons().winningStages().contains(s));
  }

  /** A touch that names the owner's own role is the owner's. */
  private StagePlan.Touches touches(List<Stage.Touch> work, int owner) {
    int n = work.size();
    return new StagePlan.Touches(
        n,
        work.stream().mapToInt(t -> t.role() == owner ? -1 : t.role()).toArray(),
        work.stream().mapToInt(Stage.Touch::times).toArray(),
        work.stream().mapToInt(t -> activities.indexOf(t.activity())).toArray(),
        work.stream().mapToDouble(Stage.Touch::stop).toArray(),
        work.stream().mapToInt(t -> number(t.effort())).toArray(),
        work.stream().mapToInt(t -> number(t.every())).toArray());
  }

  /** A delay that was left out is the very one it is taken from, also where that is uncertain. */
  @SuppressWarnings("ReferenceEquality") // one that was written, though equal, is one of its own
  private int[][] delays(Stage.Delay delay) {
    int[] advance = delays(delay.advance());
    int[] lost = delay.lost() == delay.advance() ? advance : delays(delay.lost());
    int[] regress =
        delay.regress() == delay.advance()
            ? advance
            : delay.regress() == delay.lost() ? lost : delays(delay.regress());
    return new int[][] {advance, regress, lost};
  }

  private int[] delays(ByMember<Distribution> delay) {
    ByMember<Integer> numbers = delay.map(this::number);
    int[] byKind = new int[kinds.count()];
    for (int kind = 0; kind < byKind.length; kind++) {
      byKind[kind] = numbers.at(kinds.segment(kind), kinds.product(kind), kinds.source(kind));
    }
    return byKind;
  }

  /** The number of a distribution; a constant 0 needs none. */
  int number(Distribution distribution) {
    if (distribution instanceof Constant c && c.value() == 0) {
      return StagePlan.NONE;
    }
    distributions.add(distribution);
    return distributions.size() - 1;
  }

  private double[] effects(Scenario arm, String stage) {
    double[] byKind = new double[kinds.count()];
    for (int kind = 0; kind < byKind.length; kind++) {
      byKind[kind] =
          effect(arm.segments().get(kinds.segment(kind)).effects(), stage)
              + effect(arm.products().get(kinds.product(kind)).effects(), stage)
              + effect(arm.sources().get(kinds.source(kind)).effects(), stage);
    }
    return byKind;
  }

  private static double effect(Map<String, Double> effects, String stage) {
    return effects.getOrDefault(stage, 0.0);
  }

  private boolean[] recycles(Stage stage) {
    boolean[] of = new boolean[reasons.size()];
    for (String reason : stage.recycle().map(Stage.Recycle::of).orElse(List.of())) {
      // deals may never go stale here
      if (reasons.contains(reason)) {
        of[reasons.indexOf(reason)] = true;
      }
    }
    return of;
  }
}
