package io.salestwin.experiment.calculator;

import io.salestwin.statistics.bayes.BestArm;
import io.salestwin.statistics.bayes.BetaComparison;
import io.salestwin.statistics.bayes.GaussianPosterior;
import io.salestwin.statistics.special.BetaLaw;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Posterior odds. */
final class PosteriorFamilies {

  private PosteriorFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "BB",
            "chance-to-beat",
            "two win rates, Bayesian: chance to beat, expected loss, credible intervals",
            "s1=30 n1=120 s2=45 n2=118",
            PosteriorFamilies::betaBinomial),
        new Family(
            "NB",
            "gaussian-posterior",
            "an effect with its standard error, Bayesian: chance to win and risk",
            "effect=0.05 se=0.03 prior_mean=0 prior_var=0.01",
            PosteriorFamilies::gaussian),
        new Family(
            "TB",
            "best-arm",
            "several arms, Bayesian: chance of each to be the best, expected loss",
            "kind=beta ab=[[21,81],[26,76],[24,78]]",
            PosteriorFamilies::bestArm));
  }

  private static Answer betaBinomial(Input in) {
    BetaComparison c =
        BetaComparison.of(
            in.count("s1"),
            in.count("n1"),
            in.count("s2"),
            in.count("n2"),
            in.positive("prior_a", 1),
            in.positive("prior_b", 1));
    double level = in.level();
    Answer answer =
        Answer.of("chance_to_beat", c.chanceToBeat())
            .with("one_minus_chance", c.chanceToLose())
            .with("loss_ship", c.lossOfShipping())
            .with("loss_keep", c.lossOfKeeping())
            .with("mean_diff", c.meanDifference())
            .with("sd_diff", c.sdDifference())
            .with("cred1", BetaComparison.credible(c.control(), level))
            .with("cred2", BetaComparison.credible(c.treatment(), level));
    return in.has("delta")
        ? answer.with("chance_over_delta", c.chanceOver(in.number("delta")))
        : answer;
  }

  private static Answer gaussian(Input in) {
    double effect = in.number("effect");
    double se = in.notNegative("se");
    boolean inverse = in.flag("inverse", false);
    boolean prior = in.has("prior_var");
    if (!prior && in.has("prior_mean")) {
      throw new BadCase("prior_mean is given without prior_var; give both or neither");
    }
    GaussianPosterior p =
        prior
            ? GaussianPosterior.of(
                effect, se, in.number("prior_mean", 0), in.positive("prior_var"), inverse)
            : GaussianPosterior.flat(effect, se, inverse);
    double level =
        BigDecimal.ONE.subtract(BigDecimal.valueOf(in.inside("alpha", 0.05))).doubleValue();
    return Answer.of("mean", p.mean())
        .with("sd", p.sd())
        .with("chance_to_win", p.chanceToWin())
        .with("ci", p.bounds(level))
        .with("risk_control", p.riskOfControl())
        .with("risk_treatment", p.riskOfTreatment())
        .withReason(p.reason());
  }

  private static Answer bestArm(Input in) {
    BestArm best;
    if (in.choiceOr("kind", in.has("ab") ? "beta" : "normal", "beta", "normal").equals("beta")) {
      List<BetaLaw> laws = new ArrayList<>();
      for (double[] pair : in.rows("ab")) {
        if (pair.length != 2 || !(pair[0] > 0 && pair[1] > 0)) {
          throw new BadCase("ab must hold pairs of numbers above 0, such as [[21, 81], [26, 76]]");
        }
        laws.add(new BetaLaw(pair[0], pair[1]));
      }
      best = BestArm.ofBeta(laws);
    } else {
      best = BestArm.ofNormal(in.numbers("mean"), in.numbers("sd"));
    }
    return Answer.of("p_best", best.chance())
        .with("expected_loss", best.loss())
        .with("expected_max", best.largest());
  }
}
