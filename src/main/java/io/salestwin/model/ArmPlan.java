package io.salestwin.model;

import io.salestwin.scenario.Arm;
import io.salestwin.scenario.Lever;
import io.salestwin.scenario.Randomisation;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import java.util.List;

/** The arms of an experiment as the loop needs them, beside the tables of the stages. */
final class ArmPlan {

  private final Lever.Unit unit;
  private final double[] shares;
  private final double[] cumulated;
  private final boolean[] isDealt;
  private final int from;
  private final long startMs;
  private final boolean repsDiffer;

  /** By arm. */
  private final People[] people;

  private final List<List<Role>> roles;

  ArmPlan(Scenario root, Randomisation randomisation) {
    unit = randomisation.unit();
    List<Arm> arms = randomisation.arms();
    shares = arms.stream().mapToDouble(Arm::share).toArray();
    cumulated = ModelCompiler.cumulated(shares);
    isDealt = new boolean[root.roles().size()];
    randomisation.roles().forEach(role -> isDealt[role] = true);
    from = randomisation.from();
    startMs = randomisation.startMs();
    roles = arms.stream().map(arm -> arm.scenario().roles()).toList();
    repsDiffer = roles.stream().anyMatch(r -> !r.equals(root.roles()));
    people =
        repsDiffer
            ? arms.stream().map(arm -> new People(arm.scenario())).toArray(People[]::new)
            : new People[0];
  }

  Lever.Unit unit() {
    return unit;
  }

  int arms() {
    return shares.length;
  }

  double share(int arm) {
    return shares[arm];
  }

  /** Running sums of the shares. */
  double[] cumulated() {
    return cumulated;
  }

  /** The stage with whose entry a lead belongs to the experiment. */
  int from() {
    return from;
  }

  /** When the experiment begins. */
  long startMs() {
    return startMs;
  }

  /** Whether the reps of the role are dealt arms. */
  boolean isDealt(int role) {
    return isDealt[role];
  }

  /** Whether an arm sets anything of the reps themselves. */
  boolean repsDiffer() {
    return repsDiffer;
  }

  /** The seats as an arm has them, where {@link #repsDiffer}. */
  People people(int arm) {
    return people[arm];
  }

  Role role(int arm, int role) {
    return roles.get(arm).get(role);
  }
}
