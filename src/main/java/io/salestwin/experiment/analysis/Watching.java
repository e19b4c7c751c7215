package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.ExperimentPlan.Looks;
import io.salestwin.experiment.analysis.Analysis.Look;
import io.salestwin.experiment.analysis.Analysis.Looking;
import io.salestwin.experiment.design.Design;
import io.salestwin.statistics.sequential.AlwaysValid;
import io.salestwin.statistics.sequential.ConditionalPower;
import io.salestwin.statistics.sequential.ConfidenceSequence;
import io.salestwin.statistics.sequential.FutilitySpending;
import io.salestwin.statistics.sequential.GroupSequential;
import io.salestwin.statistics.special.NormalLaw;
import io.salestwin.statistics.special.StudentLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The looks so far: which limits they had to reach, and what looking outside of the plan costs. */
final class Watching {

  /** From this share of the planned information on the end has come. */
  static final double END = 0.99;

  private static final double SAME = 0.005;

  private final ExperimentPlan plan;
  private final Information information;
  private final List<Look> looks = new ArrayList<>();
  private double low = Double.NaN;
  private double high = Double.NaN;
  private double ending = Double.NEGATIVE_INFINITY;

  /**
   * A look as it was.
   *
   * @param name its day or number
   * @param share of the planned information
   * @param comparison what was seen
   */
  record Seen(String name, double share, Comparison comparison) {}

  /**
   * Looks back.
   *
   * @param information what the plan counts on
   * @param all every look, the present one last
   */
  Watching(Information information, List<Seen> all) {
    this.information = information;
    plan = information.plan();
    List<Seen> told = new ArrayList<>();
    for (Seen seen : all) {
      boolean more = told.isEmpty() || seen.share() > told.get(told.size() - 1).share() + 1e-9;
      if (seen.share() > 0 && more) {
        told.add(seen);
      } else if (seen.share() > 0) {
        told.set(told.size() - 1, seen); // nothing new came in between
      }
    }
    if (told.isEmpty()) {
      return;
    }
    if (plan.looks().isAnyTime()) {
      anyTime(told);
    } else {
      spending(told);
    }
  }

  List<Look> looks() {
    return List.copyOf(looks);
  }

  boolean isLast() {
    return !looks.isEmpty() && looks.get(looks.size() - 1).share() >= END;
  }

  boolean isCrossed() {
    return looks.stream().anyMatch(Look::crossed);
  }

  private boolean isCrossed(double z, double limit) {
    boolean upwards = Sides.of(plan, plan.primary()).upwards();
    return plan.twoSided() ? Math.abs(z) >= limit : upwards ? z >= limit : -z >= limit;
  }

  /** Limits that spend alpha by the information that there was. */
  private void spending(List<Seen> told) {
    boolean once = plan.looks().kind() == Looks.Kind.ONCE;
    boolean onlyEnd = told.size() == 1 && told.get(0).share() >= END;
    double[] t = told.stream().mapToDouble(Seen::share).toArray();
    if (t[t.length - 1] >= END) {
      t[t.length - 1] = Math.max(1, t[t.length - 1]);
    }
    double[] z;
    if (once && onlyEnd) {
      z = new double[] {NormalLaw.upperQuantile(plan.alpha() / sides())};
    } else {
      GroupSequential limits =
          GroupSequential.spending(t, plan.alpha(), sides(), plan.looks().spending());
      z = limits.z();
      ending = ending(limits, t[t.length - 1]);
    }
    for (int k = 0; k < told.size(); k++) {
      boolean early = once && t[k] < END;
      double limit = early ? Double.POSITIVE_INFINITY : z[k];
      add(told.get(k), limit);
    }
    Comparison now = told.get(told.size() - 1).comparison();
    double wider = z[z.length - 1] / NormalLaw.critical(now.level());
    boolean asItIs = once && onlyEnd;
    low = asItIs ? now.low() : now.effect() - wider(now.effect() - now.low(), wider);
    high = asItIs ? now.high() : now.effect() + wider(now.high() - now.effect(), wider);
  }

  /** A side of an interval, which need not be even; what lies on its limit stays there. */
  private static double wider(double side, double factor) {
    return side == 0 ? 0 : side * factor;
  }

  /** How much wider an interval of t is than that of a normal law. */
  private static double heavier(Comparison now) {
    return Double.isInfinite(now.freedom())
        ? 1
        : StudentLaw.critical(now.level(), now.freedom()) / NormalLaw.critical(now.level());
  }

  private void add(Seen seen, double limit) {
    double z = seen.comparison().z();
    looks.add(new Look(seen.name(), seen.share(), z, limit, isCrossed(z, limit)));
  }

  private void anyTime(List<Seen> told) {
    for (Seen seen : told) {
      Comparison c = seen.comparison();
      if (!c.isComputable()) {
        continue;
      }
      double limit = plan.looks().kind() == Looks.Kind.MIXTURE ? mixture(c) : sequence(c);
      low = c.effect() - limit * c.se() * heavier(c);
      high = c.effect() + limit * c.se() * heavier(c);
      add(seen, limit);
    }
  }

  /** Half the width of the confidence sequence, in standard errors. */
  private double sequence(Comparison c) {
    double n = c.n().get(0) + c.n().get(1);
    ConfidenceSequence sequence =
        ConfidenceSequence.of(
            c.effect(), c.se(), n, plan.alpha(), Math.max(2, information.leads()));
    return (plan.twoSided() ? sequence.half() : sequence.halfOneSided()) / c.se();
  }

  /** That of a mixture as wide as the effect of interest. */
  private double mixture(Comparison c) {
    double width = information.interest();
    double level = plan.twoSided() ? plan.alpha() : 2 * plan.alpha();
    return AlwaysValid.limit(c.se(), width * width, level);
  }

  /**
   * Whether the last look ends it for want of a chance.
   *
   * @return false where the plan does not do that, and at the end
   */
  boolean isFutile() {
    if (information.futility().isEmpty() || looks.isEmpty() || isLast()) {
      return false;
    }
    return plan.looks().futility().get() instanceof Looks.Futility.BelowChance under
        ? chance() < under.chance()
        : towards() < ending;
  }

  /** Below which z the last look ends it, where the chance to miss the effect is spent. */
  private double ending(GroupSequential limits, double share) {
    boolean spent = plan.looks().futility().orElse(null) instanceof Looks.Futility.Spent;
    if (!spent || information.futility().isEmpty() || share >= END) {
      return Double.NEGATIVE_INFINITY;
    }
    double drift = information.futility().get().drift() * Math.sqrt(share);
    double[] below =
        new FutilitySpending(limits, plan.looks().spending(), 1 - plan.power()).below(drift);
    return below[below.length - 1];
  }

  /** z of the last look, above 0 for a gain. */
  double towards() {
    double sign = Sides.of(plan, plan.primary()).upwards() ? 1 : -1;
    return sign * looks.get(looks.size() - 1).z();
  }

  /**
   * What it was ended by.
   *
   * @return the rule of the plan, in words
   */
  String endedBy() {
    return plan.looks().futility().orElseThrow() instanceof Looks.Futility.BelowChance under
        ? String.format(Locale.ROOT, "below %.0f %%", 100 * under.chance())
        : String.format(
            Locale.ROOT,
            "where z towards the gain is below %.2f at this look, and it is %.2f",
            ending,
            towards());
  }

  /** The chance that the end shows a gain, if the effect is as large as planned. */
  double chance() {
    Look now = looks.get(looks.size() - 1);
    Design.Futility futility = information.futility().orElseThrow();
    return new ConditionalPower(towards(), Math.min(1, now.share()), futility.critical())
        .at(futility.drift());
  }

  private int sides() {
    return plan.twoSided() ? 2 : 1;
  }

  Looking looking() {
    boolean any = plan.looks().isAnyTime();
    int allowed = any ? 0 : plan.looks().count();
    boolean many = !any && looks.size() > allowed;
    boolean early = plan.looks().kind() == Looks.Kind.ONCE && !isLast();
    boolean outside = many || early && looks.size() > 0 && looks.size() > (isLast() ? 1 : 0);
    double naive = looks.isEmpty() ? Double.NaN : naive();
    return new Looking(
        allowed,
        looks.size(),
        isLast(),
        low,
        high,
        naive,
        outside,
        conditional(),
        sentence(any, outside, naive));
  }

  /** The false-positive rate if each of these looks had been judged at the level of one. */
  private double naive() {
    double[] t = looks.stream().mapToDouble(Look::share).toArray();
    double z = NormalLaw.upperQuantile(plan.alpha() / sides());
    double[] spent = GroupSequential.constant(t, sides(), z).spent();
    return spent[spent.length - 1];
  }

  private double conditional() {
    if (looks.isEmpty() || isLast() || plan.looks().isAnyTime()) {
      return Double.NaN;
    }
    Look now = looks.get(looks.size() - 1);
    double critical = NormalLaw.upperQuantile(plan.alpha() / sides());
    double share = Math.min(1 - SAME, now.share());
    return new ConditionalPower(towards(), share, critical).predictive();
  }

  private String sentence(boolean any, boolean outside, double naive) {
    if (looks.isEmpty()) {
      return "there was no look yet at which the metric that decides could be computed";
    }
    String percent =
        String.format(Locale.ROOT, "%.0f %%", 100 * looks.get(looks.size() - 1).share());
    String taken = looks.size() == 1 ? "one look" : looks.size() + " looks";
    if (any) {
      return taken + "; the interval holds at all looks at once, however many there are";
    }
    if (!outside) {
      return "look %d of %d, with %s of the planned information"
          .formatted(looks.size(), plan.looks().count(), percent);
    }
    if (looks.size() == 1) {
      return ("looking outside of the plan, at %s of the planned information: the plan has one look, at"
              + " the end, and nothing is decided before")
          .formatted(percent);
    }
    String allowed =
        plan.looks().count() == 1 ? "one, at the end" : plan.looks().count() + " looks";
    return ("looking outside of the plan: %s so far, at %s of the planned information; the plan has %s."
            + " Judged at the level of a single look, so many looks would be wrong in %.1f %%, not %.1f"
            + " %%")
        .formatted(taken, percent, allowed, 100 * naive, 100 * plan.alpha());
  }
}
