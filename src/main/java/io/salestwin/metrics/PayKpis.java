package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.PayTerms;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the reps are paid for what they won, by the pay plans of the scenario. */
final class PayKpis {

  private static final double CENTS = 100;
  private static final double QUARTERS_PER_YEAR = 4;

  private PayKpis() {}

  static List<Kpi> list() {
    return Stream.of(
            money(
                "pay",
                "Variable pay",
                Slice.ROLE,
                "sum over the reps of what their pay plans give for the period, advance payments"
                    + " given and kept back",
                "What the bookings cost in variable pay; a role without a plan is paid its variable"
                    + " pay in full.",
                Payroll.Line::paid),
            money(
                "pay_by_rep",
                "Variable pay by rep",
                Slice.REP,
                "what the rep's pay plan gives for the period",
                "How unevenly the pay falls.",
                Payroll.Line::paid),
            kpi(
                "payout_rate",
                "Pay rate",
                Unit.SHARE,
                Better.LOWER,
                Slice.ROLE,
                "variable pay / bookings; of a role, of the bookings of its reps",
                "What of each unit of bookings goes to those who sell; accelerators make it grow"
                    + " with success.",
                (f, m) -> f.ratio(sum(f, m, Payroll.Line::paid), bookings(f, m))),
            kpi(
                "pay_to_target",
                "Variable pay against target",
                Unit.SHARE,
                Better.NEITHER,
                Slice.ROLE,
                "variable pay earned / variable pay at quota",
                "100 % is what the plan pays when everything is exactly reached.",
                (f, m) ->
                    f.ratio(sum(f, m, l -> l.pay().earned()), sum(f, m, l -> l.pay().target()))),
            kpi(
                "ote_attainment",
                "Attainment of on-target earnings",
                Unit.SHARE,
                Better.NEITHER,
                Slice.ROLE,
                "(salary + variable pay) / (salary + variable pay at quota), of the roles with"
                    + " variable pay",
                "How much of the promised earnings (OTE) the reps take home.",
                PayKpis::oteAttainment),
            kpi(
                "accelerator_share",
                "Accelerators' share of the pay",
                Unit.SHARE,
                Better.NEITHER,
                Slice.ROLE,
                "variable pay due to rates above the plain one / variable pay earned",
                "How much of the pay is a bonus on overperformance.",
                (f, m) ->
                    f.ratio(
                        sum(f, m, l -> l.pay().accelerated()), sum(f, m, l -> l.pay().earned()))),
            money(
                "pay_lost_to_cliff",
                "Pay withheld by cliffs",
                Slice.ROLE,
                "what reps under the cliff would earn without it",
                "What a cliff saves, at the cost of those who came close and of new reps.",
                l -> l.pay().lostToCliff()),
            money(
                "pay_lost_to_cap",
                "Pay withheld by caps",
                Slice.ROLE,
                "what reps at the cap would earn without it",
                "What a cap saves, at the cost of the best.",
                l -> l.pay().lostToCap()),
            kpi(
                "margin_per_rep",
                "Gross margin per rep",
                Unit.MONEY,
                Better.HIGHER,
                Slice.ROLE,
                "gross margin of the bookings of the role's reps / number of the role's reps",
                "What a pay plan on margin counts.",
                (f, m) ->
                    f.ratio(
                        TeamKpis.ofRole(f, Fact.MARGIN_BY_REP, m) / CENTS, TeamKpis.repsOf(f, m))),
            kpi(
                    "expansion_per_rep",
                    "Expansion per rep",
                    Unit.MONEY,
                    Better.HIGHER,
                    Slice.ROLE,
                    "annual recurring revenue that customers bought more, of those whom the role's"
                        + " reps had won / number of the role's reps",
                    "What a pay plan on expansion counts.",
                    (f, m) ->
                        f.ratio(
                            TeamKpis.ofRole(f, Fact.EXPANSION_BY_REP, m) / CENTS,
                            TeamKpis.repsOf(f, m)))
                .when(PayKpis::onExpansion),
            money(
                "draw_owed",
                "Advance pay not recovered",
                Slice.ROLE,
                "recoverable draws paid - kept back, at the end of the period",
                "What reps still owe of their advance payments.",
                Payroll.Line::owed))
        .map(kpi -> kpi.when(s -> Payroll.isIn(s) && kpi.applies(s)))
        .toList();
  }

  private static boolean onExpansion(Scenario scenario) {
    return scenario.payPlans().stream()
        .flatMap(plan -> plan.components().stream())
        .anyMatch(part -> part.of() == PayTerms.Basis.EXPANSION);
  }

  private static Kpi money(
      String id,
      String name,
      Slice slice,
      String formula,
      String text,
      ToDoubleFunction<Payroll.Line> of) {
    return kpi(
        id,
        name,
        Unit.MONEY,
        Better.NEITHER,
        slice,
        formula,
        text,
        (f, m) -> (slice == Slice.REP && m >= 0 ? ofRep(f, m, of) : sum(f, m, of)) / CENTS);
  }

  /** Variable pay of all reps in cents; 0 where the scenario pays none. */
  static double all(Facts f) {
    return Payroll.isIn(f.scenario()) ? sum(f, -1, Payroll.Line::paid) : 0;
  }

  /** Over the reps of a role, or of all roles; NaN for a role that is paid a salary only. */
  private static double sum(Facts f, int role, ToDoubleFunction<Payroll.Line> of) {
    if (role >= 0 && !Payroll.pays(f.scenario().roles().get(role))) {
      return Double.NaN;
    }
    Payroll.Line[] lines = f.payroll();
    double sum = lines == null ? Double.NaN : 0;
    for (int rep = 0; lines != null && rep < lines.length; rep++) {
      sum += role < 0 || f.roleOf(rep) == role ? of.applyAsDouble(lines[rep]) : 0;
    }
    return sum;
  }

  private static double ofRep(Facts f, int rep, ToDoubleFunction<Payroll.Line> of) {
    Payroll.Line[] lines = f.payroll();
    boolean paid = lines != null && Payroll.pays(f.scenario().roles().get(f.roleOf(rep)));
    return paid ? of.applyAsDouble(lines[rep]) : Double.NaN;
  }

  private static double bookings(Facts f, int role) {
    return role < 0 ? f.sum(Fact.BOOKINGS) : TeamKpis.ofRole(f, Fact.BOOKINGS_BY_REP, role);
  }

  private static double oteAttainment(Facts f, int member) {
    double salaries = 0;
    List<Role> roles = f.scenario().roles();
    for (int r = 0; r < roles.size(); r++) {
      if ((member < 0 || member == r) && Payroll.pays(roles.get(r))) {
        double yearly = roles.get(r).salaryCents().map(Long::doubleValue).orElse(Double.NaN);
        salaries += yearly / QUARTERS_PER_YEAR * f.quarters() * TeamKpis.repsOf(f, r);
      }
    }
    ToDoubleFunction<Payroll.Line> target = l -> l.pay().target();
    return f.ratio(
        salaries + sum(f, member, Payroll.Line::paid), salaries + sum(f, member, target));
  }
}
