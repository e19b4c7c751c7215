package io.salestwin.experiment.calculator;

import io.salestwin.statistics.multiple.Adjustment;
import io.salestwin.statistics.power.FalseAlarmBand;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Several tests at once, and bands for simulated ones. */
final class MultipleFamilies {

  private MultipleFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "MT",
            "multiple-tests",
            "several p-values: Bonferroni, Šidák, Holm, Hochberg, Hommel, BH, BY",
            "p=[0.01,0.04,0.03,0.005,0.2]",
            MultipleFamilies::adjust),
        new Family(
            "AA",
            "false-alarm-band",
            "in which band must the false alarms of simulated A/A tests lie?",
            "n_sim=10000 alpha=0.05 conf=0.999 detect_at_rate=0.06",
            MultipleFamilies::band));
  }

  private static Answer adjust(Input in) {
    double[] p = in.numbersOrNaN("p");
    double alpha = in.inside("alpha", 0.05);
    Answer answer = Answer.empty();
    for (Adjustment method : Adjustment.values()) {
      String name = method.name().toLowerCase(Locale.ROOT);
      answer =
          answer.with(name, method.adjusted(p)).with("n_reject_" + name, method.rejected(alpha, p));
    }
    long tests = Arrays.stream(p).filter(value -> !Double.isNaN(value)).count();
    double gamma = in.inside("gamma", 0.6);
    long k = in.has("k") ? in.count("k", 1) : 2;
    long metrics = in.has("m") ? in.count("m", 1) : tests;
    if (metrics > 1) {
      answer =
          answer.with(
              "eppo_preferential",
              Answer.of("gamma", gamma)
                  .with("k", k)
                  .with("primary_alpha", gamma * alpha / k)
                  .with("other_alpha", (1 - gamma) * alpha / (k * (metrics - 1))));
    }
    return answer.withReason(tests == p.length ? "" : "a p-value that is missing stays missing");
  }

  private static Answer band(Input in) {
    long runs = in.count("n_sim", 1);
    FalseAlarmBand band =
        FalseAlarmBand.of(runs, in.probability("alpha"), in.inside("conf", 0.999));
    Answer answer =
        Answer.of("lo", band.low()).with("hi", band.high()).with("p_inside", band.inside());
    return in.has("detect_at_rate")
        ? answer.with("power_detect", band.detection(runs, in.probability("detect_at_rate")))
        : answer;
  }
}
