package io.salestwin.experiment.analysis;

import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.document.Problems;
import io.salestwin.document.Quantity;
import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.Metric.Measure;
import io.salestwin.experiment.analysis.Analysis.Belief;
import io.salestwin.experiment.analysis.Analysis.Curve;
import io.salestwin.experiment.analysis.Analysis.Decision;
import io.salestwin.experiment.analysis.Analysis.Guarded;
import io.salestwin.experiment.analysis.Analysis.Looking;
import io.salestwin.experiment.analysis.Analysis.Secondary;
import io.salestwin.experiment.analysis.Analysis.Split;
import io.salestwin.experiment.analysis.Analysis.Waiting;
import io.salestwin.experiment.design.Design;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.bayes.BetaComparison;
import io.salestwin.statistics.bayes.StudentPosterior;
import io.salestwin.statistics.survival.CompetingRisks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes an analysis. */
final class AnalysisOf {

  private final ExperimentFile file;
  private final ExperimentPlan plan;
  private final Results results;
  private final List<LocalDate> looked;
  private final Design design;
  private final Comparing comparing;
  private final Problems problems = new Problems();

  AnalysisOf(
      ExperimentFile file, Design design, Results results, List<LocalDate> looked, long seed) {
    this(file, design, results, looked, Comparing.whole(planOf(file), seed));
  }

  /** With the planned comparison of its own. */
  AnalysisOf(
      ExperimentFile file,
      Design design,
      Results results,
      List<LocalDate> looked,
      Comparing comparing) {
    if (!results.isSound()) {
      throw new UnusableResultsException(results.problems());
    }
    this.file = file;
    this.results = results;
    this.looked = looked;
    plan = planOf(file);
    this.design = design;
    this.comparing = comparing;
  }

  private static ExperimentPlan planOf(ExperimentFile file) {
    return file.plan().orElseThrow(() -> new IllegalArgumentException("the experiment has errors"));
  }

  /**
   * What a decision rests on, and the decision.
   *
   * @param split whether units were split as planned
   * @param primary the metric that decides
   * @param looks every look so far
   * @param looking what the looks mean
   * @param guardrails what must not become worse
   * @param secondary further metrics
   * @param waiting what it would bring to go on
   * @param decision what to do
   */
  record Judgement(
      Split split,
      Comparison primary,
      List<Analysis.Look> looks,
      Looking looking,
      List<Guarded> guardrails,
      List<Secondary> secondary,
      Waiting waiting,
      Decision decision) {}

  Judgement judgement() {
    Split split = new Splitting(plan, results).split();
    Comparison primary = compared(plan.primary(), now());
    List<Guarded> guardrails =
        plan.guardrails().stream()
            .map(g -> new Guarding(plan).guarded(g, compared(g.metric(), now())))
            .toList();
    List<Secondary> secondary = secondary();
    List<Watching.Seen> seen = seen(primary);
    List<Problem> wrong = problems.list().stream().distinct().toList();
    if (wrong.stream().anyMatch(Problem::isError)) {
      throw new UnusableResultsException(wrong);
    }
    Watching watching = new Watching(information(), seen);
    Looking looking = watching.looking();
    Ground ground = Ground.of(primary, watching, guardrails);
    if (ground == Ground.NOT_YET && !canWait(split)) {
      ground = Ground.NOT_COMPUTABLE;
    }
    Optional<LocalDate> until =
        ground == Ground.NOT_COMPUTABLE
            ? Optional.empty()
            : !watching.isLast()
                ? Optional.of(end())
                : ground == Ground.GAIN_WAITS ? windowsOf(guardrails) : Optional.empty();
    Waiting waiting =
        new Worth(plan, design.baseline().leadsPerWeek(), design.currency())
            .waiting(primary, share(primary, now()), now(), until);
    Decision decision =
        new Deciding(plan, design, split, primary, watching, looking, guardrails, waiting, ground)
            .decision();
    return new Judgement(
        split, primary, watching.looks(), looking, guardrails, secondary, waiting, decision);
  }

  /** Whether what is not computable yet may become so: not after the end, nor of a single rep. */
  private boolean canWait(Split split) {
    boolean few = Math.min(split.control(), split.treatment()) < 2;
    boolean fixed = plan.unit() == Lever.Unit.REP || plan.unit() == Lever.Unit.TERRITORY;
    return end().isAfter(now()) && !(fixed && few);
  }

  Analysis analysis() {
    Judgement judged = judgement();
    return new Analysis(
        plan,
        file.scenario().orElseThrow().name(),
        design.currency(),
        now(),
        judged.split(),
        judged.primary(),
        judged.looks(),
        judged.looking(),
        judged.guardrails(),
        judged.secondary(),
        belief(judged.primary()),
        judged.waiting(),
        judged.decision(),
        warnings(judged.primary()),
        curves());
  }

  private LocalDate now() {
    return results.asOf();
  }

  /** A metric as of a day. */
  private Comparison compared(Metric metric, LocalDate asOf) {
    if (!results.sums().isEmpty()) {
      String last = results.sums().get(results.sums().size() - 1).look();
      return fromSums(metric, last);
    }
    return comparing.compare(data(metric, asOf, problems));
  }

  private Comparison fromSums(Metric metric, String look) {
    boolean primary = metric.equals(plan.primary());
    List<Results.Sums> ours =
        results.sums().stream()
            .filter(s -> s.look().equals(look))
            .filter(s -> s.metric().equals(metric.name()) || s.metric().isEmpty() && primary)
            .toList();
    List<Integer> none = List.of(0, 0);
    if (ours.size() != 2 || ours.get(0).arm() == ours.get(1).arm()) {
      return Comparison.notComputable(
          metric,
          0,
          none,
          "the sums have no row of it for each arm" + (look.isEmpty() ? "" : " at " + look));
    }
    if (plan.unit() != Lever.Unit.LEAD) {
      return Comparison.notComputable(
          metric,
          0,
          none,
          "sums do not say how much one cluster differs from another; give the units");
    }
    Results.Sums control = ours.get(ours.get(0).arm() == 0 ? 0 : 1);
    Results.Sums treatment = ours.get(ours.get(0).arm() == 0 ? 1 : 0);
    if (metric.isShare() && !Double.isNaN(control.events() + treatment.events())) {
      return comparing.shares(
          metric,
          Math.round(control.events()),
          Math.round(control.n()),
          Math.round(treatment.events()),
          Math.round(treatment.n()),
          0);
    }
    boolean means =
        !Double.isNaN(control.mean() + control.sd() + treatment.mean() + treatment.sd());
    return metric.measure() == Measure.VALUE && means
        ? comparing.means(metric, control, treatment)
        : Comparison.notComputable(
            metric, 0, none, "the sums do not hold what it needs; give the units themselves");
  }

  private List<Secondary> secondary() {
    List<Comparison> compared =
        plan.secondary().stream().map(metric -> compared(metric, now())).toList();
    double[] p = compared.stream().mapToDouble(Comparison::p).toArray();
    double[] adjusted = Judging.adjusted(plan, p);
    List<Secondary> secondary = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      secondary.add(new Secondary(compared.get(i), adjusted[i]));
    }
    return secondary;
  }

  /** Every look so far: those that the data record and those that are told. */
  private List<Watching.Seen> seen(Comparison primary) {
    List<Watching.Seen> seen = new ArrayList<>();
    if (!results.sums().isEmpty()) {
      Set<String> names = new LinkedHashSet<>();
      results.sums().forEach(sums -> names.add(sums.look()));
      for (String name : names) {
        Comparison at = fromSums(plan.primary(), name);
        if (at.isComputable()) {
          LocalDate day = name.isEmpty() ? now() : day(name);
          seen.add(new Watching.Seen(name.isEmpty() ? "now" : name, share(at, day), at));
        }
      }
      return seen;
    }
    for (LocalDate day : looked) {
      Comparison at = compared(plan.primary(), day);
      if (at.isComputable()) {
        seen.add(new Watching.Seen(day.toString(), share(at, day), at));
      }
    }
    if (primary.isComputable()) {
      String name = now().equals(LocalDate.MIN) ? "now" : now().toString();
      seen.add(new Watching.Seen(name, share(primary, now()), primary));
    }
    return seen;
  }

  private static LocalDate day(String name) {
    Parsed<LocalDate> day = Quantity.date(name);
    return day.isBad() ? LocalDate.MIN : day.value();
  }

  private LocalDate start() {
    return design.duration().start();
  }

  /** The last day that the plan allows. */
  private LocalDate limit() {
    return start().plusDays((long) Math.ceil(plan.atMostMs() / 86_400_000.0));
  }

  /** Weeks of enrolment until the planned end: as designed, but no longer than the plan allows. */
  private double plannedWeeks() {
    double follow = design.duration().followWeeks();
    double allowed = plan.atMostMs() / (7 * 86_400_000.0) - follow;
    double designed = design.duration().enrolWeeks();
    return allowed > 0 ? Math.min(designed, allowed) : designed;
  }

  private double plannedUnits() {
    double all = plannedWeeks() * design.baseline().leadsPerWeek();
    return Math.max(1, Math.min(all, design.size().leads()));
  }

  /** The share of the planned information that a comparison as of a day holds. */
  private double share(Comparison comparison, LocalDate day) {
    boolean known = !day.equals(LocalDate.MIN);
    if (comparison.isComputable() && known && !day.isBefore(limit())) {
      return 1; // the time is up
    }
    boolean cycle = comparison.metric().measure() == Measure.CYCLE;
    double events = cycle ? data(comparison.metric(), day, new Problems()).events() : 0;
    double weeks = (day.toEpochDay() - start().toEpochDay()) / 7.0;
    double passed = known ? weeks - design.duration().followWeeks() : plannedWeeks();
    return information().share(comparison, events, passed);
  }

  private Information information() {
    return Information.of(design, plannedUnits(), plannedWeeks());
  }

  private MetricData data(Metric metric, LocalDate day, Problems wrong) {
    return MetricData.of(metric, plan, results, day, wrong);
  }

  /** When the planned units will have passed their window at the pace so far, if time allows. */
  private LocalDate end() {
    List<LocalDate> days =
        results.assigned().stream().flatMap(row -> row.assigned().stream()).sorted().toList();
    if (days.size() < 2 || now().equals(LocalDate.MIN)) {
      return earlier(design.duration().end(), limit());
    }
    double passed = Math.max(1, now().toEpochDay() - days.get(0).toEpochDay());
    double perDay = days.size() / passed;
    double missing = Math.max(0, plannedUnits() - days.size());
    long more = (long) Math.ceil(missing / perDay + plan.primary().withinDays());
    LocalDate last = missing > 0 ? now() : days.get(days.size() - 1);
    return earlier(last.plusDays(Math.min(more, 365_000)), limit());
  }

  /** When the windows of guardrails that are not met have passed, if that is still to come. */
  private Optional<LocalDate> windowsOf(List<Guarded> guardrails) {
    double days =
        guardrails.stream()
            .filter(Guarded::isWaiting)
            .mapToDouble(g -> g.comparison().metric().withinDays())
            .max()
            .orElse(0);
    return results.assigned().stream()
        .flatMap(row -> row.assigned().stream())
        .max(LocalDate::compareTo)
        .map(last -> last.plusDays((long) Math.ceil(days)))
        .filter(day -> days > 0 && day.isAfter(now()));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private Belief belief(Comparison primary) {
    if (!primary.isComputable()) {
      return new Belief(Double.NaN, Double.NaN, Double.NaN, primary.reason());
    }
    boolean higher = primary.metric().higherIsBetter();
    if (primary.metric().isShare() && plan.unit() == Lever.Unit.LEAD) {
      long n1 = primary.n().get(0);
      long n2 = primary.n().get(1);
      BetaComparison beta =
          BetaComparison.of(
              Math.round(primary.control() * n1),
              n1,
              Math.round(primary.treatment() * n2),
              n2,
              1,
              1);
      return new Belief(
          higher ? beta.chanceToBeat() : beta.chanceToLose(),
          higher ? beta.lossOfShipping() : beta.lossOfKeeping(),
          higher ? beta.lossOfKeeping() : beta.lossOfShipping(),
          "");
    }
    StudentPosterior posterior =
        new StudentPosterior(primary.gain(), primary.se(), primary.freedom());
    return new Belief(
        posterior.chanceToWin(), posterior.riskOfTreatment(), posterior.riskOfControl(), "");
  }

  private List<String> warnings(Comparison primary) {
    List<String> warnings = new ArrayList<>();
    boolean days = results.rows().stream().anyMatch(row -> row.assigned().isPresent());
    if (!results.rows().isEmpty() && !days && primary.metric().measure() != Measure.CYCLE) {
      warnings.add(
          "No column says when units were assigned, so all are taken to have passed their window.");
    }
    if (primary.young() > 0) {
      warnings.add(
          (primary.metric().measure() == Measure.CYCLE
                  ? "%,d units are younger than the window and count for as long as they were seen."
                  : "%,d units are younger than the window and do not count yet.")
              .formatted(primary.young()));
    }
    plan.covariate()
        .filter(c -> !primary.method().contains("adjusted by") && !results.rows().isEmpty())
        .ifPresent(
            c ->
                warnings.add(
                    "The plan's covariate %s was not used: %s."
                        .formatted(
                            c.column(),
                            results.columns().contains(ResultsReader.plain(c.column()))
                                ? "it goes with the standard analysis of shares and means"
                                : "the results have no such column")));
    if (plan.unit() != Lever.Unit.LEAD
        && primary.clusters().get(0) + primary.clusters().get(1) < 10) {
      warnings.add(
          "So few clusters: no test of them is sure of its level; hold the permutation test beside"
              + " it.");
    }
    if (design.verdict().advice() != Design.Advice.RUN) {
      warnings.add("The design said: " + design.verdict().sentence());
    }
    return warnings;
  }

  private List<Curve> curves() {
    if (plan.primary().measure() != Measure.CYCLE || results.rows().isEmpty()) {
      return List.of();
    }
    MetricData data = data(plan.primary(), now(), new Problems());
    if (data.values(0).length == 0 || data.values(1).length == 0) {
      return List.of();
    }
    List<Curve> curves = new ArrayList<>();
    for (int arm = 0; arm < 2; arm++) {
      CompetingRisks shares = ComparingTimes.incidence(data, arm);
      curves.add(
          new Curve(
              arm == 0 ? "control" : "treatment",
              shares.time(),
              shares.shareWon(),
              shares.shareLost()));
    }
    return curves;
  }
}
