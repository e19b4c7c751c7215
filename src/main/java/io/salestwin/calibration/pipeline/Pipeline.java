package io.salestwin.calibration.pipeline;

import io.salestwin.calibration.Calibration;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.pipeline.PipelinePlan.Category;
import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.run.Progress;
import io.salestwin.run.Runner;
import io.salestwin.statistics.Estimate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the open deals of an evening will bring, and what is wrong with them. Worths are in units of
 * the currency, or in deals where the export has no amounts.
 *
 * @param plan what was asked
 * @param evening the last day that is known
 * @param currency ISO code; empty when the export does not say
 * @param isMoney whether worths are money
 * @param deals every open deal, the one of most worth first
 * @param categoriesSaid whether categories are those of the export; else they follow from chances
 * @param weighted worth x chance of all open deals, by rule
 * @param forecast the rest of the period and the next one, played
 * @param targetOrigins where the two targets come from
 * @param zombies open deals older than any that ever closed
 * @param hygiene rules that are broken
 * @param record what became of chances given in the past
 * @param coverage how much open pipeline the target takes
 * @param biggest the deals that the play counts on most (worth x share of futures in which they are
 *     won), the odds without each, and without all of them
 * @param waterfalls what happened since an earlier evening; the whole pipeline first
 * @param commits the waterfall of the commit, week by week
 * @param calibration the scenario that was learned and played
 */
public record Pipeline(
    PipelinePlan plan,
    LocalDate evening,
    String currency,
    boolean isMoney,
    List<OpenDeal> deals,
    boolean categoriesSaid,
    List<Weighted> weighted,
    Forecast forecast,
    List<String> targetOrigins,
    Zombies zombies,
    Hygiene hygiene,
    TrackRecord record,
    Coverage coverage,
    List<BigDeal> biggest,
    List<Waterfall> waterfalls,
    List<Waterfall> commits,
    Calibration calibration) {

  /** Copies the lists. */
  public Pipeline {
    deals = List.copyOf(deals);
    weighted = List.copyOf(weighted);
    targetOrigins = List.copyOf(targetOrigins);
    biggest = List.copyOf(biggest);
    waterfalls = List.copyOf(waterfalls);
    commits = List.copyOf(commits);
  }

  /**
   * Looks at an export as a whole.
   *
   * @param export the export
   * @param asOf the last day that may be seen; empty for all
   * @param earlier an earlier export of the same CRM, for the waterfall
   * @param plan what is asked
   * @param runner what plays
   * @param progress hears how far the play has come
   * @param steps told of each step, in words
   * @return the answer
   * @throws io.salestwin.calibration.ImportProblem when there is too little to learn from, or the
   *     plan does not fit the export; the message says what to do
   */
  public static Pipeline of(
      CrmImport export,
      Optional<LocalDate> asOf,
      Optional<CrmImport> earlier,
      PipelinePlan plan,
      Runner runner,
      Progress progress,
      Consumer<String> steps) {
    return new PipelineOf(export, asOf, earlier, plan, steps).answer(runner, progress);
  }

  /**
   * The period that is forecast.
   *
   * @return its outlook
   */
  public PeriodOutlook period() {
    return forecast.periods().get(0);
  }

  /**
   * The rule that was chosen.
   *
   * @return its sums
   */
  public Weighted chosen() {
    return weighted.stream().filter(w -> w.rule() == plan.rule()).findFirst().orElseThrow();
  }

  /**
   * Worth of all open deals.
   *
   * @return a sum
   */
  public double openWorth() {
    return deals.stream().mapToDouble(OpenDeal::worth).sum();
  }

  /**
   * An open deal.
   *
   * @param id what the CRM calls it
   * @param owner whose it is; may be empty
   * @param stage where it is
   * @param product what is bought; may be empty
   * @param worth what it brings
   * @param origin where that comes from, in words
   * @param ageDays since its creation
   * @param promised for when its close is promised
   * @param chance to be won in the period, by the chosen rule
   * @param simulated share of the played futures in which it is won in the period; NaN when it is
   *     not played
   * @param category of the export where it says them, else by its chance
   * @param crmCategory by the CRM; may be empty
   * @param broken the rules of hygiene that it breaks
   * @param isZombie whether it is older than any deal that ever closed
   */
  public record OpenDeal(
      String id,
      String owner,
      String stage,
      String product,
      double worth,
      String origin,
      double ageDays,
      Optional<LocalDate> promised,
      double chance,
      double simulated,
      Category category,
      String crmCategory,
      List<Hygiene.Rule> broken,
      boolean isZombie) {

    /** Copies the list. */
    public OpenDeal {
      broken = List.copyOf(broken);
    }
  }

  /**
   * What a rule says of all open deals.
   *
   * @param rule how chances are told
   * @param worth worth x chance, summed
   * @param wins chances, summed
   * @param unknown why the rule says nothing here; empty when it does
   */
  public record Weighted(ChanceRule rule, double worth, double wins, Optional<String> unknown) {}

  /**
   * Open deals older than any that ever closed.
   *
   * @param deals how many
   * @param worth what they are said to bring
   * @param oldestDays age at its close of the oldest deal that ever closed; NaN when none did
   */
  public record Zombies(int deals, double worth, double oldestDays) {}

  /**
   * How much open pipeline the target takes, if it is to come from open deals like today's.
   *
   * @param missing what is missing to the target
   * @param now open worth over what is missing; NaN when nothing is
   * @param alone by {@link #LEVELS}: open worth over what is missing, from open deals alone
   * @param withNew the same when what the played futures still create comes on top; 0 when that is
   *     enough by itself
   */
  public record Coverage(double missing, double now, List<Estimate> alone, List<Estimate> withNew) {

    /** Odds for which the need is told. */
    public static final List<Double> LEVELS = List.of(.5, .8, .9);

    /** Copies the lists. */
    public Coverage {
      alone = List.copyOf(alone);
      withNew = List.copyOf(withNew);
    }
  }

  /**
   * A deal that matters.
   *
   * @param id what the CRM calls it
   * @param worth what it brings
   * @param share of the open worth
   * @param won share of the played futures in which it is won in the period
   * @param odds of the target with all deals
   * @param without the same if it brings nothing
   */
  public record BigDeal(
      String id, double worth, double share, double won, double odds, double without) {}
}
