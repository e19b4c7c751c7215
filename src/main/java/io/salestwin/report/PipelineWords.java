package io.salestwin.report;

import io.salestwin.calibration.pipeline.ChanceRule;
import io.salestwin.calibration.pipeline.Hygiene.Finding;
import io.salestwin.calibration.pipeline.Pipeline;
import io.salestwin.calibration.pipeline.Pipeline.BigDeal;
import io.salestwin.calibration.pipeline.Pipeline.Coverage;
import io.salestwin.calibration.pipeline.Pipeline.OpenDeal;
import io.salestwin.calibration.pipeline.Pipeline.Weighted;
import io.salestwin.calibration.pipeline.PipelinePlan.Category;
import io.salestwin.calibration.pipeline.TrackRecord;
import io.salestwin.calibration.pipeline.TrackRecord.Realised;
import io.salestwin.calibration.pipeline.TrackRecord.Snapshot;
import io.salestwin.calibration.pipeline.Waterfall;
import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.run.ThresholdResult;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import java.util.List;
import java.util.Optional;

/** The sentences about a pipeline, the same on the terminal, on the page and for programs. */
final class PipelineWords {

  private static final int P05 = Forecast.LEVELS.indexOf(0.05);
  private static final int P50 = Forecast.LEVELS.indexOf(0.50);
  private static final int P95 = Forecast.LEVELS.indexOf(0.95);

  private final Pipeline pipeline;

  PipelineWords(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /** A worth: money where the export has amounts, else deals. */
  String worth(double value) {
    if (!pipeline.isMoney()) {
      return Figures.count(value) + " deals";
    }
    return pipeline.currency().isEmpty()
        ? Figures.brief(value)
        : Figures.brief(value) + " " + pipeline.currency();
  }

  /** What it is about, in a line. */
  String size() {
    return "evening of "
        + pipeline.evening()
        + " · "
        + deals(pipeline.deals().size())
        + " open"
        + (pipeline.isMoney() ? ", worth " + worth(pipeline.openWorth()) : "")
        + " · "
        + Figures.count(pipeline.forecast().replications())
        + " futures, seed "
        + pipeline.plan().seed();
  }

  static String deals(int number) {
    return Figures.count(number) + (number == 1 ? " deal" : " deals");
  }

  // ---- the answer

  /** What a period brings, with the odds of its target. */
  String outlook(int index) {
    PeriodOutlook period = pipeline.forecast().periods().get(index);
    StringBuilder out = new StringBuilder(period.name());
    if (period.partial()) {
      out.append(" (from ").append(period.from()).append(" on; ");
      out.append(worth(period.booked())).append(" closed before)");
    }
    out.append(": ").append(worth(period.range().get(P50)));
    out.append(" (90 % range ").append(worth(period.range().get(P05))).append(" to ");
    out.append(worth(period.range().get(P95))).append("), ");
    double all = Math.max(1e-9, period.mean() - period.booked());
    out.append(Figures.share(period.fromOpen() / all));
    out.append(" of what is to come from deals that are open today; ");
    out.append(odds(period, pipeline.targetOrigins().get(index)));
    return out.toString();
  }

  private String odds(PeriodOutlook period, String origin) {
    if (period.odds().isEmpty() || period.target().isEmpty()) {
      return "no odds: " + origin;
    }
    Estimate.Value odds = period.odds().get().value().orElse(null);
    return odds == null
        ? "the odds are " + period.odds().get()
        : worth(period.target().getAsDouble())
            + " ("
            + origin
            + ") is reached in "
            + Figures.ofHundred(odds.estimate())
            + " of 100 futures (error "
            + Figures.ofHundred(odds.interval())
            + ")";
  }

  /** The weighted forecast in a sentence, held against the past. */
  String weighted() {
    Weighted chosen = pipeline.chosen();
    String said =
        "weighted by "
            + pipeline.plan().rule().word()
            + " chances, the open deals bring "
            + worth(chosen.worth())
            + " in "
            + pipeline.period().name();
    List<Snapshot> snapshots = pipeline.record().snapshots();
    double weighted = snapshots.stream().mapToDouble(Snapshot::weighted).sum();
    double won = snapshots.stream().mapToDouble(Snapshot::won).sum();
    if (snapshots.isEmpty() || !(weighted > 0)) {
      return said + "; never tested: the record is too short to look back";
    }
    return said
        + "; on "
        + Figures.count(snapshots.size())
        + (snapshots.size() == 1 ? " past evening" : " past evenings")
        + " so weighted, "
        + Figures.share(won / weighted)
        + " of it came: at that rate "
        + worth(chosen.worth() * won / weighted);
  }

  /** A rule that was required, with its actual value. */
  String threshold(ThresholdResult rule) {
    boolean isMet = rule.outcome() == ThresholdResult.Outcome.MET;
    String actual =
        rule.actual() instanceof Estimate.NotComputable no
            ? no.toString()
            : "is " + Figures.withUnit(rule.unit(), pipeline.currency(), rule.actual());
    return (isMet ? "✔ " : "✘ ") + rule.rule() + " " + actual;
  }

  /** One rule's forecast. */
  String rule(Weighted weighted) {
    ChanceRule rule = weighted.rule();
    String name = rule.word() + " (" + rule.words() + "): ";
    if (weighted.unknown().isPresent()) {
      return name + "not computable, because " + weighted.unknown().get();
    }
    TrackRecord record = pipeline.record();
    String tested =
        record.brier().containsKey(rule)
            ? "; Brier score in the past "
                + Figures.fixed(record.brier().get(rule), 3)
                + " ("
                + Figures.fixed(record.baseBrier(), 3)
                + " for one chance for all)"
            : "";
    return name
        + (pipeline.isMoney() ? worth(weighted.worth()) + ", " : "")
        + Figures.count(weighted.wins())
        + " deals"
        + tested;
  }

  // ---- what became of chances

  /** A category today, and what became of its like; or how likely its deals are. */
  String category(Category category) {
    List<OpenDeal> of = pipeline.deals().stream().filter(d -> d.category() == category).toList();
    double worth = of.stream().mapToDouble(OpenDeal::worth).sum();
    double chance = of.stream().mapToDouble(OpenDeal::chance).average().orElse(Double.NaN);
    String today = category.words() + ": " + amount(of.size(), Math.round(worth * 100));
    if (pipeline.categoriesSaid() && !of.isEmpty()) {
      today += "; mean chance " + Figures.share(chance);
    }
    Realised past = pipeline.record().categories().get(category);
    return past.n() == 0 && pipeline.categoriesSaid() ? today : today + "; " + realised(past);
  }

  /** What was won of a group in the past, with its error. */
  String realised(Realised of) {
    if (of.n() == 0) {
      return "none in the past";
    }
    Interval error =
        Intervals.proportion(of.won(), of.n(), Interval.ERROR).value().orElseThrow().interval();
    return Figures.share(of.share())
        + " of "
        + Figures.count(of.n())
        + " were won (error "
        + Figures.share(error.low())
        + " to "
        + Figures.share(error.high())
        + "), said "
        + Figures.share(of.chance());
  }

  String snapshot(Snapshot of) {
    return of.evening()
        + " to "
        + of.until()
        + ": "
        + Figures.count(of.open())
        + " open, weighted "
        + worth(of.weighted())
        + ", came "
        + worth(of.won());
  }

  // ---- order

  String zombies() {
    int all = pipeline.deals().size();
    int old = pipeline.zombies().deals();
    if (old == 0) {
      return "no open deal is older than the oldest that ever closed";
    }
    return Figures.share(old / (double) all)
        + " of the open deals ("
        + Figures.count(old)
        + (pipeline.isMoney()
            ? ", " + Figures.share(pipeline.zombies().worth() / pipeline.openWorth()) + " of worth"
            : "")
        + ") are older than any that ever closed ("
        + Figures.count(Math.floor(pipeline.zombies().oldestDays()))
        + " days)";
  }

  String finding(Finding finding) {
    String name = finding.rule().words() + ": ";
    if (finding.unknown().isPresent()) {
      return name + "the export cannot tell: " + finding.unknown().get();
    }
    if (finding.of() == 0) {
      return name + "no deal to ask it of";
    }
    return name
        + Figures.count(finding.deals())
        + " of "
        + Figures.count(finding.of())
        + (pipeline.isMoney() && finding.deals() > 0 ? ", worth " + worth(money(finding)) : "")
        + (finding.examples().isEmpty()
            ? ""
            : " (" + String.join(", ", finding.examples().stream().limit(2).toList()) + " …)")
        + (finding.remark().isEmpty() ? "" : "; " + finding.remark());
  }

  private static double money(Finding finding) {
    return finding.cents() / 100.0;
  }

  // ---- what it takes

  String coverage() {
    Coverage coverage = pipeline.coverage();
    if (!(coverage.missing() > 0)) {
      return Double.isNaN(coverage.missing())
          ? "coverage: there is no target"
          : "the target is reached already";
    }
    return "open worth is "
        + times(coverage.now())
        + " what is missing ("
        + worth(coverage.missing())
        + "); with deals like today's and their "
        + pipeline.plan().rule().word()
        + " chances, the odds are 50, 80, 90 % with "
        + needs(coverage.alone())
        + " from open deals alone, and with "
        + needs(coverage.withNew())
        + " when what is still to be created comes on top";
  }

  private static String needs(List<Estimate> needs) {
    return String.join(", ", needs.stream().map(PipelineWords::need).toList());
  }

  /** A coverage that is needed. */
  static String need(Estimate need) {
    return need.value().isEmpty() ? Figures.NONE : times(need.orNaN());
  }

  private static String times(double coverage) {
    return Figures.fixed(coverage, 1) + "x";
  }

  String big(BigDeal deal) {
    return deal.id()
        + ": "
        + worth(deal.worth())
        + " ("
        + Figures.share(deal.share())
        + " of the open worth)"
        + (Double.isNaN(deal.won())
            ? ""
            : ", won in " + Figures.ofHundred(deal.won()) + " of 100 futures")
        + "; odds "
        + Figures.ofHundred(deal.odds())
        + " of 100, without "
        + Figures.ofHundred(deal.without());
  }

  // ---- what happened

  String waterfall(Waterfall of) {
    StringBuilder out = new StringBuilder();
    out.append(of.from()).append(": ").append(amount(of.begin().deals(), of.begin().cents()));
    for (Waterfall.Step step : of.steps()) {
      out.append("; ").append(step.move().words()).append(' ');
      out.append(amount(step.deals(), step.cents()));
    }
    out.append("; ").append(of.to()).append(": ");
    return out.append(amount(of.end().deals(), of.end().cents())).toString();
  }

  String amount(int deals, long cents) {
    return deals(deals) + (pipeline.isMoney() ? " (" + worth(cents / 100.0) + ")" : "");
  }

  /** What is said of the commit when no week has a movement of it. */
  Optional<String> quietCommit() {
    if (pipeline.commits().isEmpty()) {
      return Optional.of(
          "commit: the export cannot tell how it moved: it does not date its categories");
    }
    return pipeline.commits().stream().allMatch(w -> w.steps().isEmpty())
        ? Optional.of("commit: nothing moved into it or out of it in the last weeks")
        : Optional.empty();
  }
}
