package io.salestwin.metrics;

import io.salestwin.calendar.Period;
import io.salestwin.finance.Draws;
import io.salestwin.finance.PayPlan;
import io.salestwin.finance.PayPlan.Pay;
import io.salestwin.model.Dimension;
import io.salestwin.model.Fact;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.PayTerms;
import io.salestwin.scenario.PayTerms.Draw;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Scenario.Booked;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every rep is paid, from what they won period by period. Immutable; shared by all
 * replications. A rep is paid by the reporting period: quotas, tiers, cliffs and caps are those of
 * the period, with the quota of a quarter scaled to its length.
 */
final class Payroll {

  /** The plan of one role in one period; the target in full where there is none. */
  private record Terms(Optional<PayPlan> plan, Optional<Draw> draw, double target) {}

  /**
   * The pay of one rep in some periods.
   *
   * @param pay what was earned
   * @param paid what was paid, advance payments given and kept back, in cents
   * @param owed what was paid in advance and not kept back by the end, in cents
   */
  record Line(Pay pay, double paid, double owed) {}

  private final SalesModel model;
  private final List<List<Terms>> byRole = new ArrayList<>();
  private final double[] quarters;
  private final Booked booked;

  Payroll(SalesModel model, double[] quarters) {
    this.model = model;
    this.quarters = quarters;
    Scenario scenario = model.scenario();
    booked = scenario.booked();
    for (Role role : scenario.roles()) {
      List<Terms> terms = new ArrayList<>();
      for (Period period : model.periods()) {
        Optional<PayTerms> plan = role.pay().planOn(period.first()).map(scenario.payPlans()::get);
        terms.add(
            new Terms(
                plan.map(p -> PayPlan.of(p, role)),
                plan.flatMap(PayTerms::draw),
                role.pay().variableCents().orElse(0L) / 4.0));
      }
      byRole.add(terms);
    }
  }

  /** Whether a scenario pays anything beside salaries. */
  static boolean isIn(Scenario scenario) {
    return scenario.roles().stream().anyMatch(Payroll::pays);
  }

  /** Whether the reps of a role are paid anything beside their salary. */
  static boolean pays(Role role) {
    return !role.pay().plans().isEmpty() || role.pay().variableCents().isPresent();
  }

  /** The pay of every rep in the periods from one to before another. */
  Line[] lines(Facts facts, int from, int to) {
    Line[] lines = new Line[model.members(Dimension.REP).size()];
    for (int rep = 0; rep < lines.length; rep++) {
      lines[rep] = line(facts, rep, from, to);
    }
    return lines;
  }

  private Line line(Facts facts, int rep, int from, int to) {
    Draws draws = Draws.NONE;
    Pay sum = Pay.NONE;
    double paid = 0;
    for (int period = 0; period < to; period++) {
      Terms terms = byRole.get(model.roleOf(rep)).get(period);
      double there = quarters[period] * presence(facts, Fact.PRESENT_MS, rep, period);
      double carried = quarters[period] * presence(facts, Fact.QUOTA_MS, rep, period);
      Pay pay = there == 0 ? Pay.NONE : pay(facts, terms, rep, period, there, carried);
      draws = draws.next(terms.draw(), pay.earned(), there);
      if (period >= from) {
        sum = sum.plus(pay);
        paid += draws.paid();
      }
    }
    return new Line(sum, paid, draws.owed());
  }

  /**
   * Share of a period that the seat was taken, or that a full quota was carried: whoever is not
   * there has no quota and no pay.
   */
  private double presence(Facts facts, Fact time, int rep, int period) {
    Period of = model.periods().get(period);
    double days = ChronoUnit.DAYS.between(of.first(), of.end());
    return facts.inPeriod(time, period, rep) / (days * Facts.DAY_MS);
  }

  private Pay pay(Facts facts, Terms terms, int rep, int period, double there, double carried) {
    if (terms.plan().isEmpty()) {
      double full = terms.target() * there;
      return new Pay(full, 0, 0, 0, full);
    }
    PayPlan plan = terms.plan().get();
    double[] reached = new double[plan.parts().size()];
    for (int i = 0; i < reached.length; i++) {
      reached[i] =
          switch (plan.parts().get(i).of()) {
            case BOOKINGS -> facts.inPeriod(Fact.BOOKINGS_BY_REP, period, rep);
            case MARGIN -> facts.inPeriod(Fact.MARGIN_BY_REP, period, rep);
            case DEALS -> facts.inPeriod(Fact.WON_BY_REP, period, rep);
            case EXPANSION -> facts.inPeriod(Fact.EXPANSION_BY_REP, period, rep);
            case TEAM -> team(facts, model.roleOf(rep), period);
          };
    }
    boolean begun = period == 0 && booked.byRep().containsKey(facts.rep(rep).name());
    return begun
        ? sinceStart(facts, plan, rep, reached, there, carried)
        : plan.pay(reached, there, carried);
  }

  /**
   * The pay of a period of which a part lies before the start: that of the whole, with what was
   * booked before, less what had been earned by then.
   */
  private Pay sinceStart(
      Facts facts, PayPlan plan, int rep, double[] since, double there, double carried) {
    Booked.ByRep own = booked.of(facts.rep(rep).name());
    double[] before = new double[since.length];
    double[] reached = new double[since.length];
    for (int i = 0; i < since.length; i++) {
      before[i] =
          switch (plan.parts().get(i).of()) {
            case BOOKINGS -> own.cents();
            case MARGIN -> own.marginCents();
            case DEALS -> own.deals();
            case EXPANSION -> 0;
            case TEAM -> teamBefore(facts, model.roleOf(rep));
          };
      reached[i] = since[i] + before[i];
    }
    double elapsed = booked.quartersBefore();
    Pay whole = plan.pay(reached, there + elapsed, carried + elapsed);
    Pay earned = plan.pay(before, there + elapsed, carried + elapsed);
    return whole.since(earned, whole.target() * there / (there + elapsed));
  }

  /** What a role's reps had booked before the start, per rep who is listed. */
  private double teamBefore(Facts facts, int role) {
    double sum = 0;
    double reps = 0;
    for (int rep = 0; rep < model.members(Dimension.REP).size(); rep++) {
      if (model.roleOf(rep) == role && booked.byRep().containsKey(facts.rep(rep).name())) {
        sum += booked.of(facts.rep(rep).name()).cents();
        reps++;
      }
    }
    return sum / reps;
  }

  /** Bookings of a role's reps, per rep who was there. */
  private double team(Facts facts, int role, int period) {
    double sum = 0;
    double reps = 0;
    for (int rep = 0; rep < model.members(Dimension.REP).size(); rep++) {
      if (model.roleOf(rep) == role) {
        sum += facts.inPeriod(Fact.BOOKINGS_BY_REP, period, rep);
        reps += presence(facts, Fact.PRESENT_MS, rep, period);
      }
    }
    return sum / reps;
  }
}
