package io.salestwin.experiment.calculator;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.survival.CompetingRisks;
import io.salestwin.statistics.survival.CompetingRisks.Status;
import io.salestwin.statistics.survival.CoxFit;
import io.salestwin.statistics.survival.CoxModel;
import io.salestwin.statistics.survival.GrayTest;
import io.salestwin.statistics.survival.KaplanMeier;
import io.salestwin.statistics.survival.LogRank;
import io.salestwin.statistics.survival.LogRank.Weighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Time until a deal closes, with deals that are still open. */
final class SurvivalFamilies {

  private SurvivalFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "LR",
            "log-rank",
            "do groups close at the same pace; log-rank and its relatives, by strata",
            "time=[5,8,12,9] event=[1,1,0,1] group=[1,1,2,2]",
            SurvivalFamilies::logRank),
        new Family(
            "CX",
            "cox",
            "proportional hazards: how much covariates speed up closing",
            "time=[5,8,12,9] event=[1,1,0,1] x=[[0,1,0,1]] ties=efron",
            SurvivalFamilies::cox),
        new Family(
            "KM",
            "kaplan-meier",
            "share still open, median time to close, restricted mean",
            "time=[5,8,12,9] event=[1,1,0,1] tau=10",
            SurvivalFamilies::kaplanMeier),
        new Family(
            "AJ",
            "competing-risks",
            "shares won, lost and open over time; Gray's test of two groups",
            "time=[5,8,12,9] status=[1,2,0,1] eval_times=[6,10]",
            SurvivalFamilies::competingRisks));
  }

  private static Answer logRank(Input input) {
    double[] time = input.numbers("time", 1);
    boolean[] event = events(input, time.length);
    Labels groups = Labels.of(input, "group", time.length);
    int[] stratum =
        input.has("stratum")
            ? Labels.of(input, "stratum", time.length).index()
            : new int[time.length];
    int k = groups.size();
    if (k < 2) {
      throw new BadCase("group has one label; give at least two groups to compare");
    }
    LogRank even = LogRank.of(Weighting.EVEN, time, event, groups.index(), k, stratum);
    LogRank peto = LogRank.of(Weighting.STILL_OPEN, time, event, groups.index(), k, stratum);
    LogRank gehan = LogRank.of(Weighting.AT_RISK, time, event, groups.index(), k, stratum);
    LogRank tarone = LogRank.of(Weighting.ROOT_AT_RISK, time, event, groups.index(), k, stratum);
    Answer answer =
        Answer.of("observed", even.observed())
            .with("expected", even.expected())
            .with("chi2", even.chi2())
            .with("df", even.df())
            .with("p", even.p())
            .with("peto_chi2", peto.chi2())
            .with("peto_p", peto.p())
            .with("gehan_chi2", gehan.chi2())
            .with("gehan_p", gehan.p())
            .with("tarone_ware_chi2", tarone.chi2())
            .with("tarone_ware_p", tarone.p());
    if (k == 2) {
      answer =
          answer
              .with("var_OE", even.covariance()[0][0])
              .with("z", even.z())
              .with("hr_peto", even.petoRatio())
              .with("hr_pike", even.pikeRatio());
    }
    return answer.withReason(even.reason());
  }

  private static Answer cox(Input input) {
    double[] time = input.numbers("time", 1);
    boolean[] event = events(input, time.length);
    boolean efron = input.choiceOr("ties", "efron", "efron", "breslow").equals("efron");
    double[][] x = input.rows("x");
    CoxFit fit = CoxModel.fit(time, event, x, efron ? CoxModel.Ties.EFRON : CoxModel.Ties.BRESLOW);
    return Answer.of("coef", fit.coefficients())
        .with("se", fit.errors())
        .with("hr", each(x.length, fit::hazardRatio))
        .with("z", each(x.length, fit::z))
        .with("p", each(x.length, fit::p))
        .with(
            "hr_ci95",
            IntStream.range(0, x.length).mapToObj(j -> pair(fit.limits(j, 0.95))).toList())
        .with("loglik0", fit.logLikelihood0())
        .with("loglik", fit.logLikelihood())
        .with("lrt", fit.likelihoodRatio())
        .with("lrt_p", fit.pOfAll(fit.likelihoodRatio()))
        .with("wald", fit.wald())
        .with("wald_p", fit.pOfAll(fit.wald()))
        .with("score", fit.score())
        .with("score_p", fit.pOfAll(fit.score()))
        .with("converged", fit.converged())
        .withReason(fit.reason());
  }

  private static Answer kaplanMeier(Input input) {
    double[] time = input.numbers("time", 1);
    KaplanMeier curve = KaplanMeier.of(time, events(input, time.length));
    double level = input.level();
    Answer answer =
        Answer.of("times", curve.time())
            .with("n_risk", curve.atRisk())
            .with("n_event", curve.events())
            .with("surv", curve.open())
            .with("se", curve.error())
            .with(limits(curve, level, "log", KaplanMeier.Scale.LOG))
            .with(limits(curve, level, "loglog", KaplanMeier.Scale.LOG_LOG))
            .with(limits(curve, level, "plain", KaplanMeier.Scale.PLAIN))
            .with("median", curve.median())
            .with("median_ci", pair(curve.medianLimits(level)));
    if (input.has("tau")) {
      double tau = input.notNegative("tau");
      answer =
          answer
              .with("rmst", curve.restrictedMean(tau))
              .with("rmst_se", curve.restrictedMeanError(tau))
              .with("tau_within_data", isWithin(curve, tau));
    }
    return answer.withReason(reason(curve, level));
  }

  /** Whether the curve is known up to a time: it was observed so long, or all have closed. */
  private static boolean isWithin(KaplanMeier curve, double tau) {
    int last = curve.time().length - 1;
    return tau <= curve.time()[last] || curve.open()[last] == 0;
  }

  private static String reason(KaplanMeier curve, double level) {
    List<String> reasons = new ArrayList<>();
    if (Double.isNaN(curve.median())) {
      reasons.add("the median was not reached: half of them were not seen to close");
    } else if (!curve.medianLimits(level).isDefined()) {
      reasons.add("a limit of the median was not reached");
    }
    if (curve.open()[curve.open().length - 1] == 0) {
      reasons.add("once all have closed the share has no error");
    }
    return String.join("; ", reasons);
  }

  private static Answer limits(
      KaplanMeier curve, double level, String name, KaplanMeier.Scale scale) {
    Bounds[] limits = curve.limits(scale, level);
    return Answer.of("ci_" + name + "_lower", each(limits.length, i -> limits[i].low()))
        .with("ci_" + name + "_upper", each(limits.length, i -> limits[i].high()));
  }

  private static Answer competingRisks(Input input) {
    double[] time = input.numbers("time", 1);
    Status[] status = status(input, time.length);
    double[] at = input.numbers("eval_times");
    if (!input.has("group")) {
      return shares(time, status, IntStream.range(0, time.length).toArray(), at, "");
    }
    Labels groups = Labels.of(input, "group", time.length);
    Answer answer = Answer.empty();
    for (int k = 0; k < groups.size(); k++) {
      String suffix = "_g" + groups.names().get(k);
      answer = answer.with(shares(time, status, groups.members(k), at, suffix));
    }
    return groups.size() < 2 ? answer : answer.with(comparison(time, status, groups));
  }

  private static Answer shares(
      double[] time, Status[] status, int[] members, double[] at, String suffix) {
    CompetingRisks risks =
        CompetingRisks.of(
            Arrays.stream(members).mapToDouble(i -> time[i]).toArray(),
            Arrays.stream(members).mapToObj(i -> status[i]).toArray(Status[]::new));
    int n = at.length;
    return Answer.of("cif_won" + suffix, each(n, i -> risks.wonBy(at[i])))
        .with("cif_lost" + suffix, each(n, i -> risks.lostBy(at[i])))
        .with("surv" + suffix, each(n, i -> risks.openAfter(at[i])))
        .with("var_won" + suffix, each(n, i -> risks.varianceOfWonBy(at[i])))
        .with("naive_1_minus_km_won" + suffix, each(n, i -> risks.naiveWonBy(at[i])));
  }

  private static Answer comparison(double[] time, Status[] status, Labels groups) {
    GrayTest gray = GrayTest.of(time, status, groups.index(), groups.size());
    boolean[] won = new boolean[time.length];
    for (int i = 0; i < won.length; i++) {
      won[i] = status[i] == Status.WON;
    }
    LogRank logRank =
        LogRank.of(Weighting.EVEN, time, won, groups.index(), groups.size(), new int[time.length]);
    return Answer.of("gray_stat_won", gray.statistic())
        .with("gray_p_won", gray.p())
        .with("csh_logrank_won", logRank.chi2())
        .with("csh_logrank_p_won", logRank.p())
        .withReason(gray.reason());
  }

  private static Status[] status(Input input, int length) {
    long[] codes = input.counts("status");
    if (codes.length != length) {
      throw new BadCase("status has " + codes.length + " values; give one per time");
    }
    Status[] status = new Status[length];
    for (int i = 0; i < length; i++) {
      if (codes[i] > 2) {
        throw new BadCase(
            "status[" + i + "] is " + codes[i] + "; give 0 for open, 1 for won, 2 for lost");
      }
      status[i] = Status.values()[(int) codes[i]];
    }
    return status;
  }

  private static boolean[] events(Input input, int length) {
    List<String> words = input.texts("event");
    if (words.size() != length) {
      throw new BadCase("event has " + words.size() + " values; give one per time");
    }
    boolean[] event = new boolean[length];
    for (int i = 0; i < length; i++) {
      event[i] =
          switch (words.get(i)) {
            case "1", "1.0", "true" -> true;
            case "0", "0.0", "false" -> false;
            default ->
                throw new BadCase(
                    "event[" + i + "] is " + words.get(i) + "; give 1 for closed, 0 for open");
          };
    }
    return event;
  }

  private static double[] each(int count, IntToDoubleFunction figure) {
    return IntStream.range(0, count).mapToDouble(figure).toArray();
  }

  /** Two numbers, even when neither is defined. */
  private static double[] pair(Bounds bounds) {
    return new double[] {bounds.low(), bounds.high()};
  }
}
