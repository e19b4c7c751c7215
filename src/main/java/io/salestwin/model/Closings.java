package io.salestwin.model;

import io.salestwin.scenario.Product;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Source;
import java.util.List;

/** Writes down what closes: deals that are won with all that they are worth, and leads lost. */
final class Closings {

  private final Replication play;
  private final SalesModel model;
  private final Leads leads;
  private final Ledger ledger;
  private final Kinds kinds;
  private final SizeBands sizeBands;
  private final Lifetimes lifetimes;
  private final boolean countsDeals;
  private final boolean countsContracts;

  /** By product. */
  private final double[] contractMonths;

  private final double[] margin;

  /** What partners get of a deal, by source. */
  private final double[] share;

  Closings(Replication play) {
    this.play = play;
    model = play.model;
    leads = play.leads;
    ledger = play.ledger;
    kinds = model.kinds();
    sizeBands = model.sizeBands();
    lifetimes = model.lifetimes();
    Scenario scenario = model.scenario();
    countsDeals = scenario.targets().basis() == Scenario.Basis.COUNT;
    countsContracts = scenario.targets().basis() == Scenario.Basis.TCV;
    List<Product> products = scenario.products();
    contractMonths = products.stream().mapToDouble(Product::contractMonths).toArray();
    margin = products.stream().mapToDouble(Product::margin).toArray();
    share = scenario.sources().stream().mapToDouble(Source::share).toArray();
  }

  /**
   * A lead has been won.
   *
   * @param value annual contract value of the deal as it was signed, in cents
   */
  void won(int lead, long value) {
    int origin = leads.arrivedAt(lead) < 0 ? 0 : 1;
    ledger.one(Fact.WON, origin);
    ledger.add(Fact.BOOKINGS, origin, value);
    countTarget(lead, origin, value);
    countMembers(lead, value);
    countSize(value);
    if (model.competition() != null) {
      ledger.one(Fact.WON_BY_COMPETITOR, leads.competitor(lead));
      ledger.add(Fact.BOOKINGS_BY_COMPETITOR, leads.competitor(lead), value);
    }
    countMoney(lead, value);
    long cycle = play.now - leads.opportunityAt(lead);
    ledger.add(Fact.WON_CYCLE_MS, cycle);
    ledger.bin(Fact.WON_CYCLES, DurationBins.of(cycle), 1);
    ledger.add(Fact.WON_LEAD_TIME_MS, play.now - leads.arrivedAt(lead));
    countCohort(lead, Fact.CREATED_AND_WON);
    play.scores.closes(lead, Fact.SCORES_WON);
  }

  private void countTarget(int lead, int origin, long value) {
    long now = play.now;
    long amount =
        countsDeals
            ? 1
            : countsContracts ? contractValue(kinds.product(leads.kind(lead)), value) : value;
    ledger.add(Fact.TARGET_AMOUNT, origin, amount);
    if (now >= 0) {
      ledger.add(Fact.TARGET_AMOUNT_BY_WEEK, model.week(now), amount);
    }
    ledger.add(Fact.TARGET_AMOUNT_BY_QUARTER_MONTH, model.winning().monthOfQuarter(now), amount);
  }

  private void countMembers(int lead, long value) {
    int source = leads.source(lead);
    int territory = leads.territory(lead);
    int segment = kinds.segment(leads.kind(lead));
    int product = kinds.product(leads.kind(lead));
    ledger.one(Fact.WON_BY_SOURCE, source);
    ledger.add(Fact.BOOKINGS_BY_SOURCE, source, value);
    ledger.one(Fact.WON_BY_SEGMENT, segment);
    ledger.add(Fact.BOOKINGS_BY_SEGMENT, segment, value);
    ledger.one(Fact.WON_BY_TERRITORY, territory);
    ledger.add(Fact.BOOKINGS_BY_TERRITORY, territory, value);
    ledger.one(Fact.WON_BY_PRODUCT, product);
    ledger.add(Fact.BOOKINGS_BY_PRODUCT, product, value);
    ledger.add(Fact.LIFETIME_VALUE, segment, lifetimes.valueCents(segment, product, value));
  }

  private void countSize(long value) {
    int band = sizeBands.of(value);
    ledger.one(Fact.WON_BY_SIZE, band);
    ledger.add(Fact.BOOKINGS_BY_SIZE, band, value);
    int bin = ValueBins.of(value);
    ledger.bin(Fact.WON_VALUES, bin, 1);
    ledger.bin(Fact.BOOKINGS_BY_VALUE, bin, value);
  }

  private void countMoney(int lead, long value) {
    int product = kinds.product(leads.kind(lead));
    int source = leads.source(lead);
    ledger.add(Fact.CONTRACT_VALUE, contractValue(product, value));
    long gross = Math.round(value * margin[product]);
    long partners = share[source] == 0 ? 0 : Math.round(value * share[source]);
    ledger.add(Fact.MARGIN, gross - partners);
    ledger.add(Fact.MARGIN_BY_SOURCE, source, gross - partners);
    ledger.add(Fact.PARTNER_SHARE, source, partners);
    int rep = leads.owner(lead);
    if (rep >= 0) {
      ledger.one(Fact.WON_BY_REP, rep);
      ledger.add(Fact.BOOKINGS_BY_REP, rep, value);
      ledger.add(Fact.MARGIN_BY_REP, rep, gross);
      play.team.router.closes(rep, true);
    }
  }

  private long contractValue(int product, long value) {
    double months = contractMonths[product];
    return months == 12 ? value : Math.round(value * months / 12);
  }

  /** A lead is lost for good. */
  void lost(int lead, int reason) {
    ledger.one(Fact.LOST, reason);
    play.scores.closes(lead, Fact.SCORES_LOST);
    if (leads.opportunityAt(lead) != Leads.NEVER) {
      lostOpportunity(lead);
    }
  }

  private void lostOpportunity(int lead) {
    int kind = leads.kind(lead);
    ledger.one(Fact.LOST_OPPORTUNITIES);
    ledger.one(Fact.LOST_OPPORTUNITIES_BY_SOURCE, leads.source(lead));
    ledger.one(Fact.LOST_OPPORTUNITIES_BY_SEGMENT, kinds.segment(kind));
    ledger.one(Fact.LOST_OPPORTUNITIES_BY_TERRITORY, leads.territory(lead));
    ledger.one(Fact.LOST_OPPORTUNITIES_BY_PRODUCT, kinds.product(kind));
    int rep = leads.owner(lead);
    if (rep >= 0) {
      ledger.one(Fact.LOST_OPPORTUNITIES_BY_REP, rep);
      play.team.router.closes(rep, false);
    }
    ledger.one(Fact.LOST_OPPORTUNITIES_BY_SIZE, sizeBands.of(leads.valueCents(lead)));
    if (model.competition() != null) {
      ledger.one(Fact.LOST_OPPORTUNITIES_BY_COMPETITOR, leads.competitor(lead));
    }
    ledger.add(Fact.LOST_VALUE, leads.valueCents(lead));
    long cycle = play.now - leads.opportunityAt(lead);
    ledger.add(Fact.LOST_CYCLE_MS, cycle);
    ledger.bin(Fact.LOST_CYCLES, DurationBins.of(cycle), 1);
    countCohort(lead, Fact.CREATED_AND_LOST);
  }

  /** An opportunity has closed: counts it in the period in which it was created. */
  private void countCohort(int lead, Fact fact) {
    long created = leads.opportunityAt(lead);
    if (created >= 0) {
      int createdIn = play.ledgerPeriod();
      while (created < model.boundary(createdIn - 1)) {
        createdIn--;
      }
      ledger.oneIn(createdIn, fact);
    }
  }
}
