package io.salestwin.model;

import io.salestwin.random.Distribution;
import io.salestwin.random.Sampler;
import io.salestwin.random.Truncated;
import io.salestwin.scenario.Scenario.OpenDeal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of the buyers' delays of open deals. A deal's delays given its age are the same in
 * every replication unless its age, its kind or the delay itself is drawn; those that are the same
 * are prepared once.
 */
final class Residuals {

  /** Below this a delay this long is as good as impossible. */
  private static final double IMPOSSIBLE = 1e-9;

  /**
   * A delay given that it is longer than what has passed.
   *
   * @param survival the chance of a delay that long
   * @param whole the whole delay given that it is that long, in milliseconds; null when the chance
   *     is 0 or there is no delay at all
   */
  record Residual(double survival, Sampler whole) {}

  private static final Residual OVER = new Residual(0, null);
  private static final Residual NOW = new Residual(1, null);

  private record Key(int number, double elapsed) {}

  private final SalesModel model;

  /** By arm, then by deal and outcome. */
  private final Residual[][] prepared;

  Residuals(SalesModel model) {
    this.model = model;
    List<OpenDeal> deals = model.scenario().begin().pipeline().orElse(List.of());
    prepared = new Residual[model.rows() / model.stageCount()][deals.size() * 3];
    Map<Key, Residual> known = new HashMap<>();
    for (int deal = 0; deal < deals.size(); deal++) {
      if (deals.get(deal).ageMs().isPresent()) {
        for (int arm = 0; arm < prepared.length; arm++) {
          prepare(arm, deal, deals.get(deal), known);
        }
      }
    }
  }

  private void prepare(int arm, int deal, OpenDeal open, Map<Key, Residual> known) {
    long age = open.ageMs().orElseThrow();
    for (int outcome = 0; outcome < 3; outcome++) {
      int[] numbers = model.plan(arm * model.stageCount() + open.stage()).delays()[outcome];
      boolean same = true;
      for (int kind = 1; kind < numbers.length; kind++) {
        same &= numbers[kind] == numbers[0] && model.delayFactor(kind) == model.delayFactor(0);
      }
      if (same) {
        Key key = new Key(numbers[0], elapsed(outcome, 0, age));
        Parameters stated = model.parameters();
        prepared[arm][deal * 3 + outcome] =
            known.computeIfAbsent(
                key, k -> residual(distribution(stated, k.number()), k.elapsed()));
      }
    }
  }

  private static Distribution distribution(Parameters parameters, int number) {
    return number == StagePlan.NONE ? null : parameters.distributions[number];
  }

  /** How much of a delay has passed, in its own milliseconds. */
  double elapsed(int outcome, int kind, long age) {
    return model.buyersClock(outcome).between(-age, 0) / model.delayFactor(kind);
  }

  /**
   * What is left of a delay.
   *
   * @param arm number of the deal's arm
   * @param deal number of the deal
   * @param outcome the outcome that the delay leads to
   * @param number the delay's distribution
   * @param elapsed how much of it has passed
   * @param parameters the parameters of the replication
   */
  Residual of(int arm, int deal, int outcome, int number, double elapsed, Parameters parameters) {
    Residual stated = prepared[arm][deal * 3 + outcome];
    Distribution delay = distribution(parameters, number);
    return stated != null && delay == distribution(model.parameters(), number)
        ? stated
        : residual(delay, elapsed);
  }

  private static Residual residual(Distribution delay, double elapsed) {
    if (delay == null) {
      return elapsed > 0 ? OVER : NOW;
    }
    double survival = delay.survival(elapsed);
    return survival < IMPOSSIBLE
        ? OVER
        : new Residual(survival, new Truncated(delay, elapsed, Double.POSITIVE_INFINITY).compile());
  }
}
