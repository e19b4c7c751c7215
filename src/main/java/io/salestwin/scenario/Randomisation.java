package io.salestwin.scenario;

import io.salestwin.scenario.Lever.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How an experiment deals its arms: what is dealt one, and which arms there are. The first arm is
 * the one in which everything was before the experiment.
 *
 * <ul>
 *   <li>{@link Unit#LEAD}: each lead by itself, when it enters the stage {@code from}.
 *   <li>{@link Unit#REP}: each seat of the roles, within its role and territory. A lead has the arm
 *       of the first of these reps who owns it in {@code from} or later, and keeps it.
 *   <li>{@link Unit#TERRITORY}: each territory; a lead has the arm of its territory.
 *   <li>{@link Unit#WEEK}: each week from its beginning, in blocks of two. A lead has the arm of
 *       the week in which it enters a stage, and counts for the week in which it entered {@code
 *       from}.
 * </ul>
 *
 * @param unit what is dealt an arm
 * @param arms the arms, at least one
 * @param roles indices of the roles whose reps are dealt arms, ascending; empty unless the unit is
 *     the rep
 * @param from index of the stage with whose entry a lead belongs to the experiment; 0 for its
 *     arrival
 * @param startMs when the experiment begins, in milliseconds from the scenario's start, at least 0;
 *     what comes before is in the first arm
 */
public record Randomisation(
    Unit unit, List<Arm> arms, List<Integer> roles, int from, long startMs) {

  private static final double SUM_ERROR = 1e-9;

  /**
   * Checks the shares.
   *
   * @throws IllegalArgumentException if a share is not above 0, if the shares do not sum to 1, or
   *     if weeks are dealt other than two arms of one half each
   */
  public Randomisation {
    arms = List.copyOf(arms);
    roles = List.copyOf(roles);
    if (startMs < 0) {
      throw new IllegalArgumentException("startMs (" + startMs + ") must be at least 0");
    }
    double shares = 0;
    for (Arm arm : arms) {
      shares += arm.share();
      if (!(arm.share() > 0)) {
        throw new IllegalArgumentException(
            "the share (" + arm.share() + ") of the arm (" + arm.name() + ") is not above 0");
      }
    }
    if (Math.abs(shares - 1) > SUM_ERROR) {
      throw new IllegalArgumentException("the arms' shares sum to " + shares + ", not to 1");
    }
    if (unit == Unit.WEEK && (arms.size() != 2 || arms.get(0).share() != 0.5)) {
      throw new IllegalArgumentException(
          "weeks are dealt in blocks of two: they need two arms with one half each");
    }
  }

  /**
   * Arms that are dealt from the arrival on; to reps of the roles that make the difference.
   *
   * @param unit what is dealt an arm
   * @param root the scenario without any arm
   * @param arms the arms, at least one
   * @return the randomisation
   * @throws IllegalArgumentException if the shares are not as they must be
   */
  public static Randomisation of(Unit unit, Scenario root, List<Arm> arms) {
    List<Integer> roles = unit == Unit.REP ? rolesThatDiffer(root, arms) : List.of();
    return new Randomisation(unit, arms, roles, 0, 0);
  }

  /**
   * The roles whose reps carry what arms differ in: those that differ themselves, and the owners of
   * the stages that differ. Arms that do not differ are carried by the owner of the first stage
   * that makes an opportunity, or else of any stage.
   *
   * @param root the scenario without any arm
   * @param arms the arms
   * @return indices of roles, ascending; empty when no stage has an owner
   */
  public static List<Integer> rolesThatDiffer(Scenario root, List<Arm> arms) {
    List<Integer> differ =
        IntStream.range(0, root.roles().size())
            .filter(
                role ->
                    arms.stream().anyMatch(arm -> new ArmLevers(root, arm).concerns(role, arms)))
            .boxed()
            .toList();
    if (!differ.isEmpty()) {
      return differ;
    }
    return IntStream.concat(
            IntStream.range(root.opportunityFrom(), root.stages().size()),
            IntStream.range(0, root.stages().size()))
        .map(stage -> root.stages().get(stage).owner())
        .filter(owner -> owner >= 0)
        .limit(1)
        .boxed()
        .toList();
  }

  /**
   * Why the arms cannot be dealt to these units.
   *
   * @param root the scenario without any arm
   * @return what is wrong, with the units that could carry it; empty when nothing is
   */
  public Optional<String> obstacle(Scenario root) {
    for (Arm arm : arms) {
      Optional<String> wrong = new ArmLevers(root, arm).obstacle(unit, roles);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    if (unit == Unit.TERRITORY && root.territories().size() < 2) {
      return Optional.of(
          "there are fewer than two territories to deal arms to; randomise by rep or by lead");
    }
    if (unit == Unit.REP && roles.isEmpty()) {
      return Optional.of("no stage has an owner to deal arms to; randomise by lead or by week");
    }
    return roles.stream()
        .map(root.roles()::get)
        .filter(role -> role.reps().size() < 2)
        .map(
            role ->
                "roles."
                    + role.name()
                    + " has fewer than two reps to deal arms to; randomise by lead or by week")
        .findFirst();
  }
}
