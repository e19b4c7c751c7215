package io.salestwin.experiment.calculator;

import io.salestwin.statistics.power.Demand;
import io.salestwin.statistics.power.EventPlan;
import io.salestwin.statistics.power.ExactPower;
import io.salestwin.statistics.power.MeanPlan;
import io.salestwin.statistics.power.ProportionPlan;
import java.util.List;

/** Before the data: power, sizes, smallest effects. */
final class PowerFamilies {

  /** Exact power judges every pair of outcomes: only for samples of up to so many units. */
  private static final double MOST_EXACT = 200;

  private static final String NO_DIFFERENCE = "without an effect no sample size finds one";

  private PowerFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "PP",
            "power-proportions",
            "power, sample size and smallest effect for two proportions",
            "p1=0.2 p2=0.25 alpha=0.05 power=0.8 n1=500",
            PowerFamilies::proportions),
        new Family(
            "TP",
            "power-means",
            "power, sample size and smallest effect for two means or pairs",
            "delta=5 sd=20 alpha=0.05 power=0.8 n1=100",
            PowerFamilies::means),
        new Family(
            "EV",
            "power-events",
            "events and units for tests of time to close",
            "hr=1.3 alpha=0.05 power=0.8 median_control=60 accrual=180 follow_up=90",
            PowerFamilies::events));
  }

  /** Level, sides and power; 5 %, two-sided and 80 % where they are not given. */
  static Demand demand(Input input) {
    return new Demand(
        input.inside("alpha", 0.05), PowerInput.sides(input), input.inside("power", 0.8));
  }

  private static Answer proportions(Input input) {
    double p1 = input.probability("p1");
    double p2 = input.probability("p2");
    double ratio = input.positive("ratio", 1);
    Demand demand = demand(input);
    ProportionPlan plan = new ProportionPlan(p1, p2, ratio, demand);
    Answer answer =
        Answer.of("n1_normal", plan.size())
            .with("n1_normal_ceil", PowerInput.whole(plan.size()))
            .with("n1_unpooled", plan.sizeUnpooled())
            .with("h", plan.effectSize())
            .with("n1_arcsine", plan.sizeArcsine())
            .with("n1_fleiss_cc", plan.sizeCorrected());
    String reason = p1 == p2 ? NO_DIFFERENCE : "";
    if (!input.has("n1")) {
      return answer.withReason(reason);
    }
    double n1 = input.positive("n1");
    double increase = plan.smallestIncrease(n1);
    answer =
        answer
            .with("power_normal", plan.power(n1))
            .with("power_normal_strict", plan.powerStrict(n1))
            .with("power_arcsine", plan.powerArcsine(n1))
            .with("mde_abs_up", increase)
            .with(exact(plan, n1));
    return answer.withReason(
        reason.isEmpty() && Double.isNaN(increase)
            ? "even p2 = 1 is not found with this power"
            : reason);
  }

  /** Exact power of the two-sided tests, whatever the number of sides that the formulas take. */
  private static Answer exact(ProportionPlan plan, double n1) {
    long first = Math.round(n1);
    long second = Math.round(plan.ratio() * n1);
    if (first + second > MOST_EXACT || first < 1 || second < 1) {
      return Answer.empty();
    }
    double alpha = plan.demand().alpha();
    ExactPower z = ExactPower.ofZ((int) first, (int) second, alpha);
    ExactPower fisher = ExactPower.ofFisher((int) first, (int) second, alpha);
    return Answer.of("power_exact_z", z.at(plan.p1(), plan.p2()))
        .with("actual_size_z", z.at(plan.p1(), plan.p1()))
        .with("power_exact_fisher", fisher.at(plan.p1(), plan.p2()));
  }

  private static Answer means(Input input) {
    double delta = input.number("delta");
    boolean paired = input.flag("paired", false);
    double ratio = input.positive("ratio", 1);
    MeanPlan plan = new MeanPlan(input.positive("sd"), ratio, paired, demand(input));
    Answer answer = Answer.empty();
    String reason = delta == 0 ? NO_DIFFERENCE : "";
    if (input.has("n1")) {
      double n1 = input.positive("n1");
      double smallest = plan.smallestDifference(n1);
      answer =
          answer
              .with("power_t", plan.power(delta, n1))
              .with("power_t_strict", plan.powerStrict(delta, n1))
              .with("mde_t", smallest);
      if (Double.isNaN(smallest)) {
        reason = "too few units for a variance, or a power that is not above the level";
      }
    }
    double size = plan.size(delta);
    answer =
        answer
            .with("n1_t", size)
            .with("n1_t_ceil", PowerInput.whole(Math.max(2, size)))
            .with("n1_normal", plan.sizeNormal(delta));
    if (input.has("sd2")) {
      answer = answer.with("n1_unequal", plan.sizeUnequal(delta, input.positive("sd2")));
    }
    return answer.withReason(reason);
  }

  private static Answer events(Input input) {
    double ratio = input.positive("hr");
    EventPlan plan = new EventPlan(ratio, input.inside("alloc", 0.5), demand(input));
    Answer answer =
        Answer.of("d_schoenfeld", plan.events())
            .with("d_schoenfeld_ceil", PowerInput.whole(plan.events()))
            .with("d_freedman", plan.eventsFreedman())
            .with("d_freedman_ceil", PowerInput.whole(plan.eventsFreedman()));
    if (input.has("d_given")) {
      double given = input.positive("d_given");
      answer =
          answer
              .with("power_schoenfeld", plan.power(given))
              .with("mde_hr", plan.smallestRatio(given));
    }
    if (input.has("median_control")) {
      double hazard = Math.log(2) / input.positive("median_control");
      double accrual = input.number("accrual", 0);
      double followUp = input.number("follow_up", 0);
      double control = EventPlan.chanceOfEvent(hazard, accrual, followUp);
      double treatment = EventPlan.chanceOfEvent(hazard * ratio, accrual, followUp);
      answer =
          answer
              .with("p_event_control", control)
              .with("p_event_treatment", treatment)
              .with("n_total", plan.units(control, treatment));
    }
    return answer.withReason(ratio == 1 ? NO_DIFFERENCE : "");
  }
}
