package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.HygieneRules;
import io.salestwin.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;

/** What was forecast when a period began, and what came of it. */
final class CategoryKpis {

  private static final double CENTS = 100;
  private static final double MILLION = 1e6;
  private static final int COMMIT = 0;
  private static final int BEGIN = 0;
  private static final int END = 7;

  private CategoryKpis() {}

  private static boolean forecasts(Scenario scenario) {
    return scenario.hygiene().flatMap(HygieneRules::categories).isPresent();
  }

  private static boolean adjusts(Scenario scenario) {
    return scenario
        .hygiene()
        .flatMap(HygieneRules::categories)
        .flatMap(HygieneRules.Categories::weighting)
        .isPresent();
  }

  private static boolean inspects(Scenario scenario) {
    return scenario
        .hygiene()
        .flatMap(HygieneRules::categories)
        .flatMap(HygieneRules.Categories::inspection)
        .isPresent();
  }

  static List<Kpi> list() {
    Stream<Kpi> forecast =
        Stream.of(forecasts(), commits(), categories())
            .flatMap(List::stream)
            .map(kpi -> kpi.when(s -> forecasts(s) && kpi.applies(s)));
    Stream<Kpi> inspection = inspections().stream().map(kpi -> kpi.when(CategoryKpis::inspects));
    return Stream.concat(forecast, inspection).toList();
  }

  private static List<Kpi> forecasts() {
    return List.of(
        money(
            "forecast_weighted",
            "Weighted forecast",
            Better.NEITHER,
            "sum over the deals planned to close in the period when it begins of value x stated"
                + " chance to be won from the stage that the CRM shows",
            "What a CRM's weighted forecast says of the period on its first day.",
            (f, m) -> f.sum(Fact.FORECAST_WEIGHTED)),
        money(
                "forecast_adjusted",
                "Weighted forecast, adjusted",
                Better.NEITHER,
                "the same, each deal less by hygiene.weighting.slip for every slip, and by how often"
                    + " its rep wins over how often his role does",
                "A weighted forecast that believes less in what has slipped, and in who wins less.",
                (f, m) -> f.sum(Fact.FORECAST_ADJUSTED))
            .when(CategoryKpis::adjusts),
        money(
                "forecast_adjusted_error",
                "Error of the adjusted forecast",
                Better.NEITHER,
                "adjusted forecast - won from the open pipeline",
                "Closer to 0 than forecast_error where the adjustment is worth it.",
                (f, m) -> f.sum(Fact.FORECAST_ADJUSTED) - f.sum(Fact.WON_FROM_PIPELINE))
            .when(CategoryKpis::adjusts),
        money(
            "forecast_won",
            "Won from the open pipeline",
            Better.HIGHER,
            "value won in the period of opportunities that were open when it began",
            "What a forecast of the open pipeline is to be compared with.",
            (f, m) -> f.sum(Fact.WON_FROM_PIPELINE)),
        money(
            "forecast_error",
            "Error of the weighted forecast",
            Better.NEITHER,
            "weighted forecast - won from the open pipeline",
            "Above 0 the forecast promises too much.",
            (f, m) -> f.sum(Fact.FORECAST_WEIGHTED) - f.sum(Fact.WON_FROM_PIPELINE)),
        ratio(
            "forecast_bias",
            "Bias of the weighted forecast",
            "weighted forecast / won from the open pipeline - 1",
            "How much more the forecast promises than comes, in parts of what comes.",
            (f, m) -> f.ratio(f.sum(Fact.FORECAST_WEIGHTED), f.sum(Fact.WON_FROM_PIPELINE)) - 1));
  }

  private static List<Kpi> commits() {
    return List.of(
        money(
            "commit_forecast",
            "Commit",
            Better.NEITHER,
            "value of the deals in commit that are planned to close in the period when it begins",
            "What reps stake their credibility on.",
            (f, m) -> f.sum(Fact.CATEGORY_VALUE, COMMIT)),
        money(
            "commit_error",
            "Error of the commit",
            Better.NEITHER,
            "commit - value won in the period of the deals that were in commit when it began",
            "Above 0 the commit promises too much.",
            (f, m) -> f.sum(Fact.CATEGORY_VALUE, COMMIT) - f.sum(Fact.CATEGORY_WON_VALUE, COMMIT)),
        ratio(
            "commit_divergence",
            "Divergence of weighted forecast and commit",
            "(weighted forecast - commit) / weighted forecast",
            "Far from 0, one of the two is wrong: ask why. A threshold such as"
                + " mean(commit_divergence) <= 0.3 raises a flag.",
            (f, m) ->
                f.ratio(
                    f.sum(Fact.FORECAST_WEIGHTED) - f.sum(Fact.CATEGORY_VALUE, COMMIT),
                    f.sum(Fact.FORECAST_WEIGHTED))),
        kpi(
            "commit_moves",
            "Movement of the commit",
            Unit.MONEY,
            Better.NEITHER,
            Slice.COMMIT_MOVE,
            "value in commit and planned for the period when it begins; by weekly snapshots what"
                + " was created into it, moved up and down, was pushed beyond the period; what was"
                + " won and lost of it; the rest at its end",
            "end = begin + created + moved up - moved down - pushed - won - lost, in every period.",
            CategoryKpis::moved));
  }

  private static double moved(Facts f, int move) {
    if (move < 0) {
      return f.atEnd(Fact.COMMIT_MOVES, END) / CENTS;
    }
    return switch (move) {
      case BEGIN -> f.atStart(Fact.COMMIT_MOVES, BEGIN) / CENTS;
      case END -> f.atEnd(Fact.COMMIT_MOVES, END) / CENTS;
      default -> f.sum(Fact.COMMIT_MOVES, move) / CENTS;
    };
  }

  private static List<Kpi> categories() {
    return List.of(
        kpi(
            "category_deals",
            "Deals by forecast category",
            Unit.COUNT,
            Better.NEITHER,
            Slice.CATEGORY,
            "open opportunities when the period begins, by what their reps believe",
            "Commit, best case and pipeline by the cut-offs of the scenario; below them a deal is"
                + " left out of the forecast.",
            (f, m) -> f.atStart(Fact.CATEGORY_DEALS, m)),
        kpi(
            "category_value",
            "Value by forecast category",
            Unit.MONEY,
            Better.NEITHER,
            Slice.CATEGORY,
            "value of those deals that are planned to close in the period",
            "The forecast by category.",
            (f, m) -> f.sum(Fact.CATEGORY_VALUE, m) / CENTS),
        share(
            "category_conversion",
            "Realised conversion by forecast category",
            "deals of the category at the beginning of the period that were won within two median"
                + " won cycles / all deals of the category then, of periods that begin so long"
                + " before the end of the horizon",
            "To be held beside the category's cut-off. Deals of later periods have no time to ripen"
                + " and are not counted: the figure of such a period is not computable.",
            (f, m) -> f.ratio(f.sum(Fact.CATEGORY_RIPE_WON, m), f.sum(Fact.CATEGORY_RIPE, m))),
        share(
            "category_cutoff",
            "Cut-off of the forecast category",
            "least belief of the category, as the scenario states it",
            "What a deal of the category should at least convert at.",
            (f, m) -> cutoff(f.scenario(), m)),
        share(
            "category_belief",
            "Believed chance by forecast category",
            "mean over the deals of the category when the period begins of the chance to be won"
                + " that their reps believe in",
            "What reps say.",
            (f, m) ->
                f.ratio(f.sum(Fact.CATEGORY_BELIEF, m) / MILLION, f.sum(Fact.CATEGORY_DEALS, m))),
        share(
            "category_chance",
            "True chance by forecast category",
            "mean over the deals of the category when the period begins of the chance to be won as"
                + " far as it is known that day",
            "What is so; the distance to the believed chance is the reps' bias.",
            (f, m) ->
                f.ratio(f.sum(Fact.CATEGORY_CHANCE, m) / MILLION, f.sum(Fact.CATEGORY_DEALS, m))));
  }

  private static double cutoff(Scenario scenario, int category) {
    HygieneRules.Categories cut =
        scenario.hygiene().flatMap(HygieneRules::categories).orElseThrow();
    return switch (category) {
      case COMMIT -> cut.commit();
      case 1 -> cut.bestCase();
      case 2 -> cut.pipeline();
      case 3 -> 0;
      default -> Double.NaN;
    };
  }

  private static List<Kpi> inspections() {
    return List.of(
        ResultKpis.count(
            "inspected",
            "Commits inspected",
            Slice.ALL,
            Fact.INSPECTED,
            Better.NEITHER,
            "Looks that managers took at deals in commit."),
        ResultKpis.count(
            "inspected_down",
            "Commits moved down by inspection",
            Slice.ALL,
            Fact.INSPECTED_DOWN,
            Better.NEITHER,
            "Deals that failed a question and went to best case."));
  }

  private static Kpi money(
      String id, String name, Better better, String formula, String text, Kpi.Formula cents) {
    return kpi(
        id, name, Unit.MONEY, better, Slice.ALL, formula, text, (f, m) -> cents.of(f, m) / CENTS);
  }

  private static Kpi ratio(
      String id, String name, String formula, String text, Kpi.Formula function) {
    return kpi(id, name, Unit.SHARE, Better.NEITHER, Slice.ALL, formula, text, function);
  }

  private static Kpi share(
      String id, String name, String formula, String text, Kpi.Formula function) {
    return kpi(id, name, Unit.SHARE, Better.NEITHER, Slice.CATEGORY, formula, text, function);
  }
}
