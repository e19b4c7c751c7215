package io.salestwin.report;

import io.salestwin.calibration.pipeline.Hygiene;
import io.salestwin.calibration.pipeline.Pipeline;
import io.salestwin.calibration.pipeline.Pipeline.BigDeal;
import io.salestwin.calibration.pipeline.Pipeline.OpenDeal;
import io.salestwin.calibration.pipeline.PipelinePlan.Category;
import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What moves the forecast of a pipeline, what may go wrong, and what to do first. */
final class PipelineAdvice {

  private static final int P50 = Forecast.LEVELS.indexOf(0.50);

  /** So far apart are commit and weighted forecast when it is worth a look. */
  private static final double DIVERGES = 0.3;

  private final Pipeline pipeline;
  private final PipelineWords words;

  PipelineAdvice(Pipeline pipeline) {
    this.pipeline = pipeline;
    words = new PipelineWords(pipeline);
  }

  /** What moves the forecast. */
  List<String> factors() {
    List<String> factors = new ArrayList<>();
    PeriodOutlook period = pipeline.period();
    factors.add(
        "deals open today bring "
            + words.worth(period.fromOpen())
            + ", deals still to come "
            + words.worth(period.toCreate()));
    factors.add(words.weighted());
    return factors;
  }

  /** What may go wrong. */
  List<String> risks() {
    List<String> risks = new ArrayList<>();
    if (pipeline.zombies().deals() > 0) {
      risks.add(words.zombies());
    }
    List<OpenDeal> commits =
        pipeline.deals().stream().filter(d -> d.category() == Category.COMMIT).toList();
    double worth = commits.stream().mapToDouble(OpenDeal::worth).sum();
    double apart = Math.abs(worth - pipeline.chosen().worth()) / Math.max(1e-9, worth);
    if (!commits.isEmpty() && apart > DIVERGES) {
      risks.add(
          "commit ("
              + words.worth(worth)
              + ") and weighted forecast ("
              + words.worth(pipeline.chosen().worth())
              + ") are "
              + Figures.share(apart)
              + " apart");
    }
    double commit = commits.stream().mapToDouble(OpenDeal::chance).average().orElse(1);
    if (commit < pipeline.plan().cuts().commit()) {
      risks.add(
          "the deals in commit have a mean chance of "
              + Figures.share(commit)
              + ", where "
              + Figures.share(pipeline.plan().cuts().commit())
              + " or more is meant");
    }
    List<BigDeal> big = pipeline.biggest();
    if (big.size() > 1) {
      risks.add("the deals that count most: " + words.big(big.get(big.size() - 1)));
    }
    pipeline.hygiene().findings().stream()
        .filter(f -> f.deals() * 10 > f.of())
        .forEach(f -> risks.add(words.finding(f)));
    return risks;
  }

  /** What to do first. */
  List<String> advice() {
    List<String> advice = new ArrayList<>();
    if (pipeline.zombies().deals() > 0) {
      advice.add(
          "close or requalify the "
              + PipelineWords.deals(pipeline.zombies().deals())
              + " that are older than any that ever closed: nothing of the kind was ever won");
    }
    pipeline.hygiene().findings().stream()
        .filter(f -> f.deals() > 0)
        .filter(f -> f.rule() != Hygiene.Rule.STALE)
        .forEach(
            f -> advice.add("mend " + f.rule().words() + ": " + PipelineWords.deals(f.deals())));
    Optional<Estimate> odds = pipeline.period().odds();
    if (odds.isPresent() && odds.get().orNaN() < 0.5) {
      advice.add(
          "the target is more likely missed than reached: create pipeline now, or plan with "
              + words.worth(pipeline.period().range().get(P50)));
    }
    return advice;
  }
}
