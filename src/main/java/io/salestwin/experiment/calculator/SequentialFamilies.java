package io.salestwin.experiment.calculator;

import io.salestwin.statistics.sequential.AlwaysValid;
import io.salestwin.statistics.sequential.ConditionalPower;
import io.salestwin.statistics.sequential.ConfidenceSequence;
import io.salestwin.statistics.sequential.GroupSequential;
import io.salestwin.statistics.sequential.MixtureInterval;
import io.salestwin.statistics.sequential.Spending;
import io.salestwin.statistics.sequential.Sprt;
import java.util.List;
import java.util.Locale;

/** Looking more than once: planned looks, interim chances, tests that are valid at every look. */
final class SequentialFamilies {

  private SequentialFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "GS",
            "group-sequential",
            "limits, sample size and stopping chances for planned looks",
            "type=LDOF alpha=0.05 sides=2 t=[0.25,0.5,0.75,1] power=0.8",
            SequentialFamilies::groupSequential),
        new Family(
            "CP",
            "conditional-power",
            "conditional and predictive power at an interim look",
            "z=1.2 t=0.5 z_crit=1.96 drift=2.8",
            SequentialFamilies::conditionalPower),
        new Family(
            "MS",
            "always-valid",
            "mixture sequential test: p-values that are valid at every look",
            "kind=bernoulli x=[0,1,0] y=[1,1,0] tau2=0.01 alpha=0.05",
            SequentialFamilies::alwaysValid),
        new Family(
            "CQ",
            "confidence-sequence",
            "intervals that are valid at every look, from an estimate and its error",
            "kind=growthbook estimate=0.02 se=0.01 n=9000 n_star=5000 alpha=0.05",
            SequentialFamilies::confidenceSequence),
        new Family(
            "SP",
            "probability-ratio",
            "Wald's sequential probability ratio test",
            "kind=bernoulli x=[0,1,1] p0=0.3 p1=0.5 alpha=0.05 beta=0.1",
            SequentialFamilies::sprt));
  }

  private static Answer groupSequential(Input input) {
    String type =
        input.choice(
            "type",
            "LDOF",
            "LDPocock",
            "KimDeMets",
            "HSD",
            "OF",
            "Pocock",
            "HaybittlePeto",
            "constant");
    double[] t = input.numbers("t", 1);
    double alpha = input.inside("alpha");
    int sides = PowerInput.sides(input);
    double power = input.inside("power", 0.8);
    input.has("param"); // not every type has one
    GroupSequential test = test(type, t, alpha, sides, input);
    double drift = test.drift(power);
    double inflation = test.inflation(alpha, power);
    double[] z = test.z();
    double[] spent = test.spent();
    Answer answer =
        Answer.of("z", z)
            .with("nominal_p", test.nominalP())
            .with("alpha_spent_cum", spent)
            .with("drift", drift)
            .with("inflation", inflation)
            .with("stop_prob_h1", test.stopping(drift))
            .with("asn_h0", inflation * test.expectedShare(0))
            .with("asn_h1", inflation * test.expectedShare(drift));
    if (type.equals("OF") || type.equals("Pocock")) {
      answer = answer.with("C", z[z.length - 1]);
    }
    if (type.equals("constant")) {
      answer = answer.with("type1_total", spent[spent.length - 1]);
    }
    String reason = test.reason();
    return answer.withReason(
        reason.isEmpty() && Double.isNaN(drift)
            ? "the power is not above the chance of a false alarm on one side"
            : reason);
  }

  private static GroupSequential test(
      String type, double[] t, double alpha, int sides, Input input) {
    return switch (type) {
      case "LDOF" -> GroupSequential.spending(t, alpha, sides, new Spending.LikeOBrienFleming());
      case "LDPocock" -> GroupSequential.spending(t, alpha, sides, new Spending.LikePocock());
      case "KimDeMets" ->
          GroupSequential.spending(t, alpha, sides, new Spending.Power(input.positive("param")));
      case "HSD" ->
          GroupSequential.spending(
              t, alpha, sides, new Spending.Exponential(input.number("param")));
      case "OF" -> GroupSequential.obrienFleming(t, alpha, sides);
      case "Pocock" -> GroupSequential.pocock(t, alpha, sides);
      case "HaybittlePeto" ->
          GroupSequential.haybittlePeto(t, alpha, sides, input.positive("param", 3));
      default -> GroupSequential.constant(t, sides, input.positive("param"));
    };
  }

  private static Answer conditionalPower(Input input) {
    ConditionalPower power =
        new ConditionalPower(input.number("z"), input.probability("t"), input.number("z_crit"));
    return Answer.of("cp_design", power.at(input.number("drift")))
        .with("cp_trend", power.atTrend())
        .with("cp_null", power.at(0))
        .with("pp_flat", power.predictive())
        .withReason(power.reason());
  }

  private static Answer alwaysValid(Input input) {
    String kind = input.choice("kind", "normal", "bernoulli");
    double[] x = input.numbers("x");
    double[] y = input.numbers("y");
    double tau2 = input.positive("tau2");
    double theta0 = input.number("theta0", 0);
    double alpha = input.inside("alpha", 0.05);
    input.has("sigma2"); // outcomes of 0 or 1 have no variance of their own
    AlwaysValid test =
        kind.equals("normal")
            ? AlwaysValid.normal(x, y, input.positive("sigma2"), tau2, theta0, alpha)
            : AlwaysValid.bernoulli(x, y, tau2, theta0, alpha);
    double[] log = test.logLambda();
    return Answer.of("log_lambda", log)
        .with("p", test.p())
        .with("n_stop", test.stopsAt() < 0 ? null : test.stopsAt())
        .with("cs_half", test.halfWidth())
        .with("log_lambda_last", log.length == 0 ? Double.NaN : log[log.length - 1])
        .withReason(reason(test));
  }

  private static String reason(AlwaysValid test) {
    if (test.p().length == 0) {
      return "there is no pair yet";
    }
    return Double.isNaN(test.halfWidth()[0])
        ? "there is no interval while all outcomes of each arm are equal"
        : "";
  }

  private static Answer confidenceSequence(Input input) {
    double alpha = input.inside("alpha", 0.05);
    if (input.choice("kind", "growthbook", "statsig").equals("statsig")) {
      return mixtureInterval(input, alpha);
    }
    ConfidenceSequence sequence =
        ConfidenceSequence.of(
            input.number("estimate"),
            input.notNegative("se"),
            input.positive("n"),
            alpha,
            input.positive("n_star", 5000));
    return Answer.of("rho", sequence.rho())
        .with("half", sequence.half())
        .with("ci", sequence.interval())
        .with("p", sequence.p())
        .with("log_p", sequence.logP())
        .with("rho_one_sided", sequence.rhoOneSided())
        .with("half_one_sided", sequence.halfOneSided())
        .withReason(sequence.reason());
  }

  private static Answer mixtureInterval(Input input, double alpha) {
    MixtureInterval interval =
        MixtureInterval.of(
            input.notNegative("vc"),
            input.positive("nc"),
            input.notNegative("vt"),
            input.positive("nt"),
            alpha);
    Answer answer =
        Answer.of("V", interval.variance())
            .with("tau", interval.mixture())
            .with("zstar", interval.zstar())
            .with("half", interval.half())
            .with("ratio_to_fixed", interval.ratio());
    return (input.has("diff") ? answer.with("p_statsig", interval.p(input.number("diff"))) : answer)
        .withReason(interval.reason());
  }

  private static Answer sprt(Input input) {
    double alpha = input.inside("alpha");
    double beta = input.inside("beta");
    double[] x = input.numbers("x");
    input.has("sigma"); // outcomes of 0 or 1 have none
    Sprt test =
        input.choice("kind", "bernoulli", "normal").equals("bernoulli")
            ? Sprt.bernoulli(
                x, hypothesis(input, "h0", "p0"), hypothesis(input, "h1", "p1"), alpha, beta)
            : Sprt.normal(
                x,
                hypothesis(input, "h0", "mu0"),
                hypothesis(input, "h1", "mu1"),
                input.positive("sigma"),
                alpha,
                beta);
    return Answer.of("upper", test.upper())
        .with("lower", test.lower())
        .with("llr", test.logRatio())
        .with("decision", test.decision().name().toLowerCase(Locale.ROOT))
        .with("n_decision", test.decidedAt() < 0 ? null : test.decidedAt())
        .with("expected_n_h0", test.expectedUnder0())
        .with("expected_n_h1", test.expectedUnder1())
        .withReason(test.reason());
  }

  /** A hypothesis by its general name or by the name that its kind has for it. */
  private static double hypothesis(Input input, String general, String special) {
    return input.number(input.has(general) ? general : special);
  }
}
