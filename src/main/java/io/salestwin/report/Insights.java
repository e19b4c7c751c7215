package io.salestwin.report;

import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.EffectPart;
import io.salestwin.forecast.Forecast.KpiFigure;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.forecast.Forecast.StageFigure;
import io.salestwin.forecast.Signals.AlertOutlook;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.special.NormalLaw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands out in a forecast, as sentences. Each is computed from its figures and is silent
 * where these say nothing. Members are called different only when their errors, widened for as many
 * looks as there are members (Bonferroni), leave no doubt at 95 %.
 */
final class Insights {

  private static final int MOST_NAMED = 3;
  private static final double LEAST_GAP = 0.02;

  private final Forecast forecast;
  private final FigureTable figures;
  private final Words words;

  Insights(Forecast forecast, FigureTable figures) {
    this.forecast = forecast;
    this.figures = figures;
    words = new Words(forecast);
  }

  /** Headings with their sentences; a heading without any is not there. */
  Map<String, List<String>> all() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    put(all, "Risks", risks());
    put(all, "Opportunities", opportunities());
    put(all, "Demand", demand());
    put(all, "Losses and competition", losses());
    put(all, "Coaching", coaching());
    return all;
  }

  private static void put(Map<String, List<String>> all, String name, List<String> sentences) {
    if (!sentences.isEmpty()) {
      all.put(name, sentences);
    }
  }

  // ---- risks

  private List<String> risks() {
    List<String> risks = new ArrayList<>();
    forecast.periods().stream()
        .filter(p -> p.odds().flatMap(Estimate::value).isPresent())
        .min(Comparator.comparingDouble(p -> p.odds().orElseThrow().orNaN()))
        .ifPresent(p -> risks.add("The target at most risk is that of " + p.name() + odds(p)));
    share("whale_share", "of the bookings come from the largest tenth of the deals")
        .ifPresent(risks::add);
    share("stale_share", "of the pipeline's value is stale").ifPresent(risks::add);
    forecast.signals().alerts().stream()
        .filter(a -> a.fired().orNaN() > 0)
        .max(Comparator.comparingDouble(a -> a.fired().orNaN()))
        .map(Insights::alert)
        .ifPresent(risks::add);
    return risks;
  }

  private String odds(PeriodOutlook period) {
    return ": "
        + words.odds(period).orElseThrow()
        + "; "
        + words.bookings(period.toCreate())
        + " of the mean of "
        + words.bookings(period.mean())
        + " must come from leads that are not in the pipeline yet.";
  }

  private Optional<String> share(String id, String rest) {
    KpiFigure figure = figures.figure(id, KpiLayout.HORIZON);
    return figure == null
        ? Optional.empty()
        : figure.mean().value().map(v -> known(figure, v) + " " + rest + ".");
  }

  private static String alert(AlertOutlook alert) {
    return "The alert that fires most is "
        + alert.rule()
        + ": in "
        + Figures.ofHundred(alert.fired().orNaN())
        + " of 100 futures in "
        + alert.period()
        + alert.fired().value().map(v -> " (error " + ends(v) + ").").orElse(".");
  }

  private static String ends(Estimate.Value odds) {
    return Figures.ofHundred(odds.interval());
  }

  // ---- opportunities

  private List<String> opportunities() {
    List<String> found = new ArrayList<>();
    found.add(words.bottleneck());
    forecast.stages().stream()
        .filter(stage -> isShort(stage))
        .min(Comparator.comparingDouble(Insights::logOddsGap))
        .map(this::shortfall)
        .ifPresent(found::add);
    extremes("lead_cost_per_opportunity", "A lead that becomes an opportunity costs least from")
        .ifPresent(found::add);
    extremes("lead_win_rate", "A lead is won least often from").ifPresent(found::add);
    return found;
  }

  /** Whether a stage surely advances fewer than stated. */
  private static boolean isShort(StageFigure stage) {
    double stated = stage.stated().orNaN();
    return stage.realised().value().filter(v -> v.interval().high() < stated).isPresent()
        && stated - stage.realised().orNaN() >= LEAST_GAP;
  }

  private static double logOddsGap(StageFigure stage) {
    return logOdds(stage.realised().orNaN()) - logOdds(stage.stated().orNaN());
  }

  private static double logOdds(double chance) {
    return Math.log(chance / (1 - chance));
  }

  private String shortfall(StageFigure stage) {
    Estimate.Value realised = stage.realised().value().orElseThrow();
    String effect =
        stage.effects().stream()
            .filter(e -> e.meanLogOdds() < 0)
            .min(Comparator.comparingDouble(EffectPart::meanLogOdds))
            .map(
                e ->
                    "; of the effects "
                        + e.name()
                        + " takes most, "
                        + Figures.fixed(e.meanLogOdds(), 2)
                        + " in log-odds")
            .orElse("");
    return stage.name()
        + " falls shortest of what is stated: "
        + Figures.share(realised.estimate())
        + " advance (error "
        + Figures.interval(KpiInfo.Unit.SHARE, realised.interval())
        + ") where the scenario says "
        + Figures.share(stage.stated().orNaN())
        + effect
        + ".";
  }

  /** The least and the most of a KPI's members when they surely differ. */
  private Optional<String> extremes(String id, String start) {
    List<KpiFigure> members = ofMembers(id);
    if (members.size() < 2) {
      return Optional.empty();
    }
    KpiFigure least = members.get(0);
    KpiFigure most = members.get(members.size() - 1);
    boolean apart = widened(least, members.size()).high() < widened(most, members.size()).low();
    return apart
        ? Optional.of(start + " " + named(least) + " and most from " + named(most) + ".")
        : Optional.empty();
  }

  /** The computable members of a KPI, smallest mean first. */
  private List<KpiFigure> ofMembers(String id) {
    return figures.members(id).stream()
        .map(member -> figures.ofMember(id, member))
        .filter(figure -> figure.mean().value().isPresent())
        .sorted(Comparator.comparingDouble(figure -> figure.mean().orNaN()))
        .toList();
  }

  /** The error of one of several, so wide that all hold together at its level. */
  private static Interval widened(KpiFigure figure, int several) {
    Estimate.Value value = figure.mean().value().orElseThrow();
    double level = value.interval().level();
    double factor = NormalLaw.critical(1 - (1 - level) / several) / NormalLaw.critical(level);
    double half = (value.interval().high() - value.interval().low()) / 2 * factor;
    return new Interval(value.estimate() - half, value.estimate() + half, level);
  }

  private String named(KpiFigure figure) {
    Estimate.Value value = figure.mean().value().orElseThrow();
    return figure.member() + " (" + plain(figure, value) + ", error " + error(figure, value) + ")";
  }

  private String plain(KpiFigure figure, Estimate.Value value) {
    String unit = Figures.unit(figure.kpi().unit(), forecast.currency());
    return (Figures.figure(figure.kpi().unit(), value.estimate()) + " " + unit).trim();
  }

  private static String error(KpiFigure figure, Estimate.Value value) {
    return Figures.interval(figure.kpi().unit(), value.interval());
  }

  /** A figure with its error: "31 % (error 30–32 %)" or "412 k USD (error 405–419 k)". */
  private String known(KpiFigure figure, Estimate.Value value) {
    return plain(figure, value) + " (error " + error(figure, value) + ")";
  }

  // ---- demand, losses

  private List<String> demand() {
    List<String> found = new ArrayList<>();
    change("leads").ifPresent(found::add);
    change("opportunities").ifPresent(found::add);
    change("deal_size").ifPresent(found::add);
    return found;
  }

  /** How a KPI of the last whole period stands to that of the first. */
  private Optional<String> change(String id) {
    List<KpiFigure> whole =
        forecast.periods().stream()
            .filter(period -> !period.partial())
            .map(period -> figures.figure(id, period.name()))
            .filter(figure -> figure != null && figure.mean().value().isPresent())
            .toList();
    if (whole.size() < 2) {
      return Optional.empty();
    }
    KpiFigure first = whole.get(0);
    KpiFigure last = whole.get(whole.size() - 1);
    Estimate.Value before = first.mean().value().orElseThrow();
    Estimate.Value after = last.mean().value().orElseThrow();
    boolean apart =
        before.interval().high() < after.interval().low()
            || after.interval().high() < before.interval().low();
    return Optional.of(
        first.kpi().name()
            + ": "
            + known(first, before)
            + " in "
            + first.period()
            + ", "
            + known(last, after)
            + " in "
            + last.period()
            + (apart ? by(before.estimate(), after.estimate()) : "; no change beyond the errors")
            + ".");
  }

  private static String by(double before, double after) {
    return before > 0
        ? "; "
            + (after > before ? "up " : "down ")
            + Figures.share(Math.abs(after - before) / before)
        : "";
  }

  private List<String> losses() {
    List<KpiFigure> reasons = ofMembers("lost_share");
    List<String> found = new ArrayList<>();
    List<String> largest = new ArrayList<>();
    for (int i = reasons.size() - 1; i >= 0 && largest.size() < MOST_NAMED; i--) {
      if (reasons.get(i).mean().orNaN() > 0) {
        largest.add(named(reasons.get(i)));
      }
    }
    if (!largest.isEmpty()) {
      found.add("Most leads are lost for " + String.join(", then ", largest) + ".");
    }
    change("win_rate").ifPresent(found::add);
    extremes("win_rate", "The win rate is least in").ifPresent(found::add);
    return found;
  }

  // ---- coaching

  private List<String> coaching() {
    List<String> found = new ArrayList<>();
    List<KpiFigure> reps = ofMembers("quota_attainment_by_rep");
    if (reps.size() > 1) {
      double mean = reps.stream().mapToDouble(r -> r.mean().orNaN()).average().orElseThrow();
      // where all errors hold, as they do together, the true mean is not below this
      double least =
          reps.stream().mapToDouble(r -> widened(r, reps.size()).low()).average().orElseThrow();
      List<KpiFigure> below =
          reps.stream().filter(r -> widened(r, reps.size()).high() < least).toList();
      String all = reps.size() + " reps with a quota reach " + Figures.share(mean) + " of it";
      found.add(
          below.isEmpty()
              ? all + "; none surely reaches less than this mean."
              : all
                  + "; "
                  + below.size()
                  + " surely reach less than this mean, first "
                  + String.join(", ", below.stream().limit(MOST_NAMED).map(this::named).toList())
                  + ".");
    }
    forecast.roles().stream()
        .filter(role -> role.utilisation().value().filter(v -> v.estimate() > 0).isPresent())
        .max(Comparator.comparingDouble(role -> role.utilisation().orNaN()))
        .ifPresent(
            role ->
                found.add(
                    role.name()
                        + " works most: "
                        + Figures.share(role.utilisation().orNaN())
                        + " of the selling time (error "
                        + HtmlTables.error(KpiInfo.Unit.SHARE, role.utilisation())
                        + ")."));
    return found;
  }
}
