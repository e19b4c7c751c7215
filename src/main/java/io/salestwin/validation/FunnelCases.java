package io.salestwin.validation;

import io.salestwin.calendar.Clock;
import io.salestwin.model.Fact;
import io.salestwin.random.Distribution;
import io.salestwin.random.DistributionFamily;
import java.util.List;
import java.util.Map;

/** How leads that nobody has to wait for come through the stages. */
final class FunnelCases {

  private static final int LEADS = 400;
  private static final int FEW_PIECES = 60;

  private FunnelCases() {}

  static List<Trial<?>> list() {
    return List.of(
        loops(),
        recycling(),
        workOverVisits(),
        touches(),
        odds(),
        competingRisks(),
        twoStages(),
        timeOut());
  }

  private static Trial<?> loops() {
    // what stands in the scenario: chances at the exit, mean days to it and of the sleep
    AbsorbingChain chain =
        new AbsorbingChain(3)
            .move(0, 1, 0.6, 2)
            .move(0, 0, 0.4 * 0.3, 5 + 1)
            .move(1, 2, 0.8 * 0.5, 1)
            .move(1, 0, 0.2, 1)
            .win(2, 0.9 * 0.4, 3)
            .move(2, 1, 0.1, 8)
            .move(2, 1, 0.9 * 0.6 * 0.25 * 0.5, 4 + 2);
    Scene scene =
        new Scene("Loops", "3 years")
            .atOnce(LEADS)
            .stage(
                "A",
                "advance: 60%, delay: {advance: {exponential: {mean: 2 days}}, otherwise: 5 days},"
                    + " recycle: {share: 30%, after: 1 day, to: A}")
            .stage("B", "advance: 50%, regress: {to: A, probability: 20%}, delay: 1 day")
            .stage(
                "C",
                "advance: 40%, regress: {to: B, probability: 10%}, delay: {advance: {gamma: {mean:"
                    + " 3 days, cv: 1.5}}, lost: 4 days, regress: 8 days}, lose: {no: 75%, later:"
                    + " 25%}, recycle: {of: [later], share: 50%, after: 2 days, to: B}");
    double[] visits = chain.visits(0);
    return Trial.of("loops", "regress and recycle loops: an absorbing Markov chain")
        .theory(
            "w = r + Q w; visits = row of (I - Q)^-1; time to win by first steps, given the win",
            "Kemeny and Snell, Finite Markov Chains (1960), chapter III")
        .remainder("below 1e-12: no loop lasts for three years")
        .plays(1000, scene)
        .figure("share won", chain.winChances()[0], p -> p.kpi("won"), p -> LEADS)
        .figure("visits to A per lead", visits[0], p -> p.kpi("stage_entries.A"), p -> LEADS)
        .figure("visits to B per lead", visits[1], p -> p.kpi("stage_entries.B"), p -> LEADS)
        .figure("visits to C per lead", visits[2], p -> p.kpi("stage_entries.C"), p -> LEADS)
        .figure(
            "days to the win",
            chain.timesToWin()[0],
            play -> play.fact(Fact.WON_LEAD_TIME_MS) / Clock.DAY,
            play -> play.fact(Fact.WON));
  }

  private static Trial<?> recycling() {
    Scene scene =
        new Scene("Recycling", "1 year")
            .atOnce(LEADS)
            .stage("A", "advance: 0%, recycle: {share: 40%, after: 1 day, to: A}");
    double variance = 0.4 / 0.36;
    return Trial.watched(
            "recycle",
            "lost leads that come back: a geometric number of visits",
            model -> new Visits(1))
        .theory(
            "mean visits 1 / (1 - p), their variance p / (1 - p)^2",
            "Feller, Introduction to Probability Theory I (1968), chapter XI")
        .remainder("below 1e-12: the year has room for 365 visits")
        .plays(1000, scene)
        .figure("visits per lead", 1 / 0.6, play -> play.kpi("stage_entries"), play -> LEADS)
        .figure(
            "variance of visits per lead",
            variance,
            play -> play.seen().squaresAround(1 / 0.6, LEADS, 0),
            play -> LEADS);
  }

  private static Trial<?> workOverVisits() {
    Scene scene =
        new Scene("Work over visits", "1 year")
            .atOnce(LEADS)
            .role("SDR", "headcount: 20")
            .stage(
                "A",
                "owner: SDR, advance: 0%, work: [{effort: {exponential: {mean: 1 hour}}}],"
                    + " recycle: {share: 40%, after: 1 day, to: A}");
    return Trial.watched(
            "work-over-visits",
            "work on leads that come back: a geometric sum of exponential efforts",
            model -> new WorkOfLeads())
        .theory(
            "P(work of a lead > t) = e^(-(1 - p) mu t): each visit has an effort of its own",
            "Kalashnikov, Geometric Sums (1997), chapter 1")
        .remainder("below 1e-12: the year has room for all visits")
        .plays(600, scene)
        .figure(
            "share with over 1 hour",
            StrictMath.exp(-0.6),
            play -> play.seen().above(1),
            play -> LEADS)
        .figure(
            "share with over 4 hours",
            StrictMath.exp(-2.4),
            play -> play.seen().above(4),
            play -> LEADS);
  }

  private static Trial<?> touches() {
    double stop = 0.18;
    Scene scene =
        new Scene("Touches", "1 year")
            .atOnce(LEADS)
            .role("SDR", "headcount: 5")
            .stage(
                "Talk",
                "owner: SDR, advance: 50%,"
                    + " work: [{activity: call, effort: 20 min, times: 4, every: 2 days, stop:"
                    + " 18%}]");
    double mean = (1 - StrictMath.pow(1 - stop, 4)) / stop;
    return Trial.of("touches", "up to four calls, until the buyer answers: a cut geometric number")
        .theory("calls per lead = (1 - (1 - s)^4) / s", "Feller I (1968), chapter XI")
        .remainder("below 1e-12: all calls are made within months")
        .plays(400, scene)
        .figure("calls per lead", mean, play -> play.kpi("touches.call"), play -> LEADS);
  }

  private static Trial<?> odds() {
    double stated = StrictMath.log(0.26 / 0.74);
    Scene scene =
        new Scene("Odds", "1 year")
            .source(
                "inbound",
                "arrivals: {on: {2027-01-04: " + LEADS + "}}, quality: {beta: {alpha: 3, beta: 2}}")
            .role("AE", "headcount: 20, take: onArrival, skill: {sd: 0.4}")
            .stage("Deal", "owner: AE, advance: 26%, quality: 0.15, delay: 10 days");
    return Trial.of("odds", "quality of leads and skill of reps: logistic mixtures")
        .theory(
            "share won = integral of 1 / (1 + e^-(logit(p) + 1.5 (q - 0.5) + s)) over the laws of q"
                + " and s",
            "McCulloch and Searle, Generalized, Linear, and Mixed Models (2001), chapter 8")
        .plays(1000, scene)
        .figure(
            "share won",
            Integral.of(s -> normal(s, 0.4) * wonAtSkill(stated + s), -4, 4, FEW_PIECES),
            play -> play.kpi("won"),
            play -> LEADS);
  }

  private static double wonAtSkill(double logOdds) {
    return Integral.of(
        q -> 12 * q * q * (1 - q) / (1 + StrictMath.exp(-logOdds - 1.5 * (q - 0.5))),
        0,
        1,
        FEW_PIECES);
  }

  private static double normal(double x, double sd) {
    return StrictMath.exp(-x * x / (2 * sd * sd)) / (sd * StrictMath.sqrt(2 * StrictMath.PI));
  }

  private static Trial<?> competingRisks() {
    double day = Clock.DAY;
    Distribution yes = DistributionFamily.of("lognormal", Map.of("mean", 20 * day, "cv", 0.8));
    Distribution no = DistributionFamily.of("weibull", Map.of("shape", 1.4, "scale", 35 * day));
    Scene scene =
        new Scene("Competing risks", "1 year")
            .atOnce(LEADS)
            .stage(
                "Deal",
                "advance: 45%, delay: {advance: {lognormal: {mean: 20 days, cv: 0.8}}, otherwise:"
                    + " {weibull: {shape: 1.4, scale: 35 days}}}, lose: {price: 60%, no need:"
                    + " 40%}");
    return Trial.watched("competing-risks", "won or lost, each in its own time", Endings::new)
        .theory(
            "cumulative incidence of an exit at t = its chance x P(its delay <= t)",
            "Larson and Dinse, Applied Statistics 34 (1985)")
        .plays(1000, scene)
        .figure("won in 15 days", 0.45 * yes.cdf(15 * day), p -> p.seen().won(15), p -> LEADS)
        .figure("won in 40 days", 0.45 * yes.cdf(40 * day), p -> p.seen().won(40), p -> LEADS)
        .figure(
            "lost for the price in 30 days",
            0.55 * 0.6 * no.cdf(30 * day),
            play -> play.seen().lost("price", 30),
            play -> LEADS)
        .figure(
            "lost without need in 30 days",
            0.55 * 0.4 * no.cdf(30 * day),
            play -> play.seen().lost("no need", 30),
            play -> LEADS);
  }

  private static Trial<?> twoStages() {
    double a = 1 / 12.0;
    double b = 1 / 20.0;
    Scene scene =
        new Scene("Two stages", "3 years")
            .atOnce(LEADS)
            .stage("Talk", "advance: 60%, delay: {exponential: {mean: 12 days}}")
            .stage("Deal", "advance: 50%, delay: {exponential: {mean: 20 days}}");
    return Trial.watched("two-stages", "two exponential delays in a row", Endings::new)
        .theory(
            "P(both <= t) = 1 - (b e^(-a t) - a e^(-b t)) / (b - a)",
            "Ross, Introduction to Probability Models (2014), section 5.2.4")
        .plays(1000, scene)
        .figure("won in 30 days", 0.6 * 0.5 * hypo(a, b, 30), p -> p.seen().won(30), p -> LEADS)
        .figure("won in 90 days", 0.6 * 0.5 * hypo(a, b, 90), p -> p.seen().won(90), p -> LEADS);
  }

  /** The chance that two exponential delays together take no longer than a time. */
  private static double hypo(double a, double b, double time) {
    return 1 - (b * StrictMath.exp(-a * time) - a * StrictMath.exp(-b * time)) / (b - a);
  }

  private static Trial<?> timeOut() {
    double day = Clock.DAY;
    double limit = 30;
    Distribution yes = DistributionFamily.of("gamma", Map.of("mean", 20 * day, "cv", 0.7));
    Distribution no = DistributionFamily.of("lognormal", Map.of("mean", 40 * day, "cv", 0.9));
    double advanced = 0.5 * yes.cdf(limit * day);
    double timedOut = 0.5 * yes.survival(limit * day) + 0.5 * no.survival(limit * day);
    double stay =
        Integral.of(t -> 0.5 * yes.survival(t * day) + 0.5 * no.survival(t * day), 0, limit);
    Scene scene =
        new Scene("Time-out", "1 year")
            .atOnce(LEADS)
            .stage(
                "Deal",
                "advance: 50%, timeOut: 30 days, delay: {advance: {gamma: {mean: 20 days, cv:"
                    + " 0.7}}, otherwise: {lognormal: {mean: 40 days, cv: 0.9}}}");
    return Trial.of("time-out", "leads that leave after 30 days at the latest")
        .theory(
            "timed out = P(delay > d); stay = integral of P(delay > t) from 0 to d",
            "Feller, Introduction to Probability Theory II (1971), section V.6")
        .plays(1000, scene)
        .figure("share timed out", timedOut, p -> p.kpi("stage_time_out_share.Deal"))
        .figure("share advanced", advanced, play -> play.kpi("stage_conversion.Deal"))
        .figure("days in the stage", stay, play -> play.kpi("stage_days.Deal"));
  }
}
