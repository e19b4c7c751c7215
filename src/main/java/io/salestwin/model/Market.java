package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.random.Distribution;
import io.salestwin.random.Purpose;
import io.salestwin.random.Sampler;
import io.salestwin.random.Streams;
import io.salestwin.scenario.Accounts;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Territory;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The parts of the market and the tiers of its accounts, and what chance makes of a lead there. */
final class Market {

  private static final int TERRITORY = Purpose.TERRITORY.code();
  private static final int ACCOUNT = Purpose.ACCOUNT.code();

  private final double[] shares;
  private final double[] territoryValue;
  private final double[][] territoryEffects;
  private final long[] opensMs;
  private final double[] startUpMs;
  private final boolean grows;
  private final Sampler[] parts;
  private final double[] tierFrom;
  private final double[] tierValue;
  private final double[][] tierEffects;

  Market(Scenario scenario) {
    List<Territory> territories = scenario.territories();
    shares = ModelCompiler.cumulated(territories.stream().mapToDouble(Territory::share).toArray());
    territoryValue = territories.stream().mapToDouble(Territory::valueFactor).toArray();
    territoryEffects =
        territories.stream().map(t -> byStage(scenario, t.effects())).toArray(double[][]::new);
    opensMs =
        territories.stream()
            .mapToLong(
                t ->
                    t.opens()
                        .map(day -> ChronoUnit.DAYS.between(scenario.start(), day) * Clock.DAY)
                        .orElse(Long.MIN_VALUE))
            .toArray();
    startUpMs =
        territories.stream().mapToDouble(t -> t.startUpMonths() * SalesModel.MONTH_MS).toArray();
    grows = territories.stream().anyMatch(t -> t.opens().isPresent());
    List<Accounts.Tier> tiers = scenario.accounts().map(Accounts::tiers).orElse(List.of());
    parts =
        scenario.accounts().map(Accounts::parts).orElse(List.of()).stream()
            .map(Distribution::compile)
            .toArray(Sampler[]::new);
    tierFrom = tiers.stream().mapToDouble(Accounts.Tier::from).toArray();
    tierValue = tiers.stream().mapToDouble(Accounts.Tier::valueFactor).toArray();
    tierEffects = tiers.stream().map(t -> byStage(scenario, t.effects())).toArray(double[][]::new);
  }

  static double[] byStage(Scenario scenario, Map<String, Double> effects) {
    return scenario.stages().stream()
        .mapToDouble(stage -> effects.getOrDefault(stage.name(), 0.0))
        .toArray();
  }

  /** Whether leads differ by territory or tier at all. */
  boolean matters() {
    return shares.length > 0 || tierFrom.length > 0;
  }

  /**
   * Draws where a new lead lies and what its account is worth.
   *
   * @param given the territory when it is known, else -1
   * @return the factor on the value of the deal
   */
  double place(Streams streams, Leads leads, int lead, int given) {
    double factor = 1;
    long entity = leads.entity(lead);
    if (shares.length > 0) {
      int territory =
          given >= 0 ? given : Beginnings.pick(streams.uniform(entity, TERRITORY, 0), shares);
      leads.territory(lead, territory);
      factor = territoryValue[territory];
    }
    if (tierFrom.length > 0) {
      double score = 0;
      for (int part = 0; part < parts.length; part++) {
        score += parts[part].sample(streams.uniform(entity, ACCOUNT, part));
      }
      int tier = 0;
      while (tier < tierFrom.length - 1 && score < tierFrom[tier]) {
        tier++;
      }
      leads.tier(lead, tier);
      factor *= tierValue[tier];
    }
    return factor;
  }

  /** Whether a new territory has the lead already: its flow grows evenly from the day it opens. */
  boolean has(Streams streams, Leads leads, int lead, long now) {
    if (!grows) {
      return true;
    }
    int territory = leads.territory(lead);
    long since = now - opensMs[territory];
    if (opensMs[territory] == Long.MIN_VALUE || since >= startUpMs[territory] && since >= 0) {
      return true;
    }
    return since >= 0
        && streams.uniform(leads.entity(lead), TERRITORY, 1) < since / startUpMs[territory];
  }

  double territoryEffect(int territory, int stage) {
    return territoryEffects.length == 0 ? 0 : territoryEffects[territory][stage];
  }

  double tierEffect(int tier, int stage) {
    return tierEffects.length == 0 ? 0 : tierEffects[tier][stage];
  }
}
