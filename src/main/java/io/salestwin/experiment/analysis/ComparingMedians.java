package io.salestwin.experiment.analysis;

import io.salestwin.experiment.analysis.Comparison.Beside;
import io.salestwin.statistics.location.Quantiles;
import io.salestwin.statistics.special.NormalLaw;
import java.util.List;

/**
 * Medians with their distribution-free intervals, from which the limits of the difference are
 * recovered on each side by itself (MOVER: Zou and Donner, Statistics in Medicine 27, 2008). Where
 * many leads bring nothing, an interval reaches much farther up than down, so an even error would
 * be wrong. The test has the error of the side on which no effect lies.
 */
final class ComparingMedians {

  private ComparingMedians() {}

  static Comparison of(Sides sides, MetricData data, List<Beside> beside) {
    List<Integer> n = List.of(data.values(0).length, data.values(1).length);
    Quantiles control = Quantiles.of(data.values(0), 0.5, sides.level());
    Quantiles treatment = Quantiles.of(data.values(1), 0.5, sides.level());
    double x = control.type7();
    double y = treatment.type7();
    double effect = y - x;
    double down = Math.hypot(y - treatment.low(), control.high() - x);
    double up = Math.hypot(treatment.high() - y, x - control.low());
    double towardsNone = effect > 0 ? down : up;
    boolean flat = x == 0 && y == 0;
    if (flat || !(towardsNone > 0) || Double.isInfinite(down + up)) {
      return Comparison.notComputable(
          data.metric(),
          data.young(),
          n,
          flat
              ? "more than half of the leads of both arms bring nothing, so both medians are 0"
              : "there are too few leads for an interval of the median");
    }
    double se = towardsNone / NormalLaw.critical(sides.level());
    double p = sides.normal(effect / se);
    return new Comparison(
        data.metric(),
        n,
        List.of(0, 0),
        x,
        y,
        effect,
        se,
        Double.POSITIVE_INFINITY,
        effect - down,
        effect + up,
        sides.level(),
        p,
        sides.z(p, effect),
        "difference of medians, limits recovered from their order statistics",
        data.young(),
        beside,
        "");
  }
}
