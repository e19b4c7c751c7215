package io.salestwin.planning.pay;

import io.salestwin.calendar.Period;
import io.salestwin.finance.PayPlan;
import io.salestwin.planning.pay.PayReview.QuotaReview;
import io.salestwin.planning.pay.PayReview.RoleReview;
import io.salestwin.run.RunResult;
import io.salestwin.scenario.PayTerms;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Pairs;
import io.salestwin.statistics.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** Makes a pay review from the rows of a run. */
final class PayReviewOf {

  private static final double CENTS = 100;
  private static final String NO_DATA = "no replication has anything to compute it from";

  private final RunResult result;
  private final Scenario scenario;
  private final List<Period> periods;

  PayReviewOf(RunResult result) {
    this.result = result;
    scenario = result.plan().scenario();
    periods = result.layout().periods();
  }

  PayReview review() {
    List<RoleReview> roles =
        scenario.roles().stream()
            .filter(r -> !r.pay().plans().isEmpty() || r.pay().variableCents().isPresent())
            .map(this::role)
            .toList();
    boolean any = !roles.isEmpty();
    Pairs rate = any ? pairs("payout_rate") : Pairs.ofComputable(new double[0]);
    return new PayReview(
        scenario.name(),
        scenario.currency(),
        result.plan().seed(),
        result.replications(),
        any ? mean("pay") : Estimate.notComputable("the scenario has no variable pay"),
        any ? mean(rate) : Estimate.notComputable("the scenario has no variable pay"),
        rate.n() == 0 ? Double.NaN : rate.sample().quantile(0.95),
        roles,
        quotas());
  }

  private RoleReview role(Role role) {
    String of = "." + role.name();
    int reps = role.reps().size();
    double[] pay = pooled("pay_by_rep.", role);
    Sample sample = Sample.ofComputable(pay);
    return new RoleReview(
        role.name(),
        plans(role).stream().map(PayTerms::name).toList(),
        reps,
        mean("quota_attainment" + of),
        role.quotaCents().isPresent() ? bands(role) : List.of(),
        mean("pay" + of, x -> x / reps),
        List.of(sample.quantile(0.1), sample.quantile(0.5), sample.quantile(0.9)),
        target(role),
        mean("pay_to_target" + of),
        atExpected(role),
        mean("accelerator_share" + of),
        mean("pay_lost_to_cliff" + of, x -> x / reps),
        mean("pay_lost_to_cap" + of, x -> x / reps));
  }

  /** The plans that hold in the horizon, each once. */
  private Set<PayTerms> plans(Role role) {
    Set<PayTerms> plans = new LinkedHashSet<>();
    periods.forEach(p -> plan(role, p).ifPresent(plans::add));
    return plans;
  }

  private Optional<PayTerms> plan(Role role, Period period) {
    return role.pay().planOn(period.first()).map(scenario.payPlans()::get);
  }

  private List<Double> bands(Role role) {
    double[] all = pooled("quota_attainment_by_rep.", role);
    List<Double> shares = new ArrayList<>();
    for (int b = 0; b < PayReview.BANDS.size(); b++) {
      double from = PayReview.BANDS.get(b);
      double to =
          b + 1 < PayReview.BANDS.size() ? PayReview.BANDS.get(b + 1) : Double.POSITIVE_INFINITY;
      int in = 0;
      for (double a : all) {
        in += a >= from && a < to ? 1 : 0;
      }
      shares.add((double) in / all.length);
    }
    return shares;
  }

  /** A figure of every rep of a role in every replication. */
  private double[] pooled(String kpi, Role role) {
    List<double[]> columns =
        role.reps().stream().map(rep -> result.column(kpi + rep.name())).toList();
    double[] all = new double[columns.size() * result.replications()];
    for (int c = 0; c < columns.size(); c++) {
      System.arraycopy(columns.get(c), 0, all, c * result.replications(), result.replications());
    }
    return all;
  }

  /** Variable pay of one rep at quota, over the horizon, in units of the currency. */
  private double target(Role role) {
    double sum = 0;
    for (int p = 0; p < periods.size(); p++) {
      double quarter =
          plan(role, periods.get(p))
              .map(terms -> PayPlan.of(terms, role))
              .map(plan -> plan.parts().stream().mapToDouble(PayPlan.Part::target).sum())
              .orElse(role.pay().variableCents().orElse(0L) / 4.0);
      sum += quarter * result.layout().quarters(p);
    }
    return sum / CENTS;
  }

  /** What a rep earns who reaches the mean in every period, over the pay at quota. */
  private OptionalDouble atExpected(Role role) {
    double quarters = 0;
    for (int p = 0; p < periods.size(); p++) {
      quarters += result.layout().quarters(p);
    }
    String of = "." + role.name();
    double bookings = mean("bookings_per_rep" + of).orNaN() * CENTS / quarters;
    double margin = mean("margin_per_rep" + of).orNaN() * CENTS / quarters;
    double wins = mean("wins_per_rep" + of).orNaN() / quarters;
    boolean expands =
        scenario.payPlans().stream()
            .flatMap(plan -> plan.components().stream())
            .anyMatch(part -> part.of() == PayTerms.Basis.EXPANSION);
    double expansion =
        expands ? mean("expansion_per_rep" + of).orNaN() * CENTS / quarters : Double.NaN;
    double earned = 0;
    double target = 0;
    for (int p = 0; p < periods.size(); p++) {
      Optional<PayTerms> terms = plan(role, periods.get(p));
      if (terms.isEmpty()) {
        return OptionalDouble.empty();
      }
      PayPlan plan = PayPlan.of(terms.get(), role);
      double length = result.layout().quarters(p);
      double[] reached =
          plan.parts().stream()
              .mapToDouble(
                  part ->
                      length
                          * switch (part.of()) {
                            case BOOKINGS, TEAM -> bookings;
                            case MARGIN -> margin;
                            case DEALS -> wins;
                            case EXPANSION -> expansion;
                          })
              .toArray();
      PayPlan.Pay pay = plan.pay(reached, length);
      earned += pay.earned();
      target += pay.target();
    }
    return target > 0 ? OptionalDouble.of(earned / target) : OptionalDouble.empty();
  }

  private List<QuotaReview> quotas() {
    List<Role> carriers =
        scenario.roles().stream().filter(r -> r.quotaCents().isPresent()).toList();
    boolean acv = scenario.targets().basis() == Scenario.Basis.ACV;
    List<QuotaReview> reviews = new ArrayList<>();
    for (int p = 0; !carriers.isEmpty() && p < periods.size(); p++) {
      String period = periods.get(p).name();
      double quarters = result.layout().quarters(p);
      double quotas =
          carriers.stream().mapToDouble(r -> r.quotaCents().get() * r.reps().size()).sum()
              * quarters
              / CENTS;
      Long target = scenario.targets().byPeriod().get(period);
      double attained = mean("quota_attainment." + period).orNaN();
      reviews.add(
          new QuotaReview(
              period,
              quotas,
              acv && target != null ? OptionalDouble.of(target / CENTS) : OptionalDouble.empty(),
              attained * quotas));
    }
    return reviews;
  }

  private Pairs pairs(String column) {
    return Pairs.ofComputable(result.column(column));
  }

  private Estimate mean(String column) {
    return mean(pairs(column));
  }

  private Estimate mean(String column, DoubleUnaryOperator of) {
    double[] scaled = result.column(column);
    return mean(Pairs.ofComputable(Arrays.stream(scaled).map(of).toArray()));
  }

  private static Estimate mean(Pairs pairs) {
    return pairs.n() == 0 ? Estimate.notComputable(NO_DATA) : Intervals.mean(pairs, Interval.ERROR);
  }
}
