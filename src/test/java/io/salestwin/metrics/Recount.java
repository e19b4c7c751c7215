package io.salestwin.metrics;

import io.salestwin.metrics.Recorder.Lead;
import io.salestwin.metrics.Recorder.Moment;
import io.salestwin.metrics.Recorder.Stretch;
import io.salestwin.metrics.Recorder.Visit;
import io.salestwin.model.Dimension;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Stage;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Every figure again, the slow and plain way: from what a recorder saw, one figure at a time, for
 * targets in annual value and an eight-hour day from nine.
 */
final class Recount {

  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  private final Recorder seen;
  private final SalesModel model;
  private final Scenario scenario;
  private final Set<LocalDate> holidays;
  private final Map<String, Double> figures = new LinkedHashMap<>();

  private String period;
  private long from;
  private long to;
  private double quarters;

  Recount(Recorder seen, SalesModel model, Set<LocalDate> holidays) {
    this.seen = seen;
    this.model = model;
    this.scenario = model.scenario();
    this.holidays = holidays;
  }

  Map<String, Double> figures() {
    List<io.salestwin.calendar.Period> periods = model.periods();
    for (var p : periods) {
      period = "." + p.name();
      from = p.firstMs(scenario.start());
      to = p.endMs(scenario.start());
      quarters = 1;
      span(p.name());
    }
    period = "";
    from = 0;
    to = periods.get(periods.size() - 1).endMs(scenario.start());
    quarters = periods.size();
    span(null);
    return figures;
  }

  private void put(String id, double value) {
    figures.put(id + period, value);
  }

  /** A figure in whole and, for the horizon, by member. */
  private void each(String id, Dimension dimension, java.util.function.IntToDoubleFunction of) {
    put(id, of.applyAsDouble(-1));
    if (period.isEmpty()) {
      List<String> members = model.members(dimension);
      for (int m = 0; m < members.size(); m++) {
        figures.put(id + "." + members.get(m), of.applyAsDouble(m));
      }
    }
  }

  private void span(String name) {
    Map<String, Long> targets = scenario.targets().byPeriod();
    Map<String, Long> before = scenario.booked().byPeriod();
    double target = sumOf(targets, name);
    double booked = sumOf(before, name);
    double won = value(won());
    put("target_bookings", (booked + won) / 100);
    if (period.isEmpty()) {
      figures.put("target_bookings.open on day one", value(won().filter(l -> l.arrived < 0)) / 100);
      figures.put("target_bookings.to create", value(won().filter(l -> l.arrived >= 0)) / 100);
    }
    put("attainment", (booked + won) / target);
    put("contract_value", sum(won(), l -> Math.round(l.valueCents * months(l) / 12)) / 100);
    put("gross_margin", margin() / 100);
    put("last_month_share", value(won().filter(l -> monthOfQuarter(l) == 2)) / won);
    each(
        "target_bookings_by_quarter_month",
        Dimension.QUARTER_MONTH,
        m -> value(won().filter(l -> m < 0 || monthOfQuarter(l) == m)) / 100);
    results();
    funnel();
    stages();
    times();
    team();
    pipeline(target - booked);
  }

  private static double sumOf(Map<String, Long> byPeriod, String name) {
    return name == null
        ? byPeriod.values().stream().mapToLong(v -> v).sum()
        : byPeriod.getOrDefault(name, 0L);
  }

  private void results() {
    each("bookings", Dimension.SEGMENT, m -> value(won(l -> l.segment, m)) / 100);
    each("bookings_by_source", Dimension.SOURCE, m -> value(won(l -> l.source, m)) / 100);
    each("bookings_by_product", Dimension.PRODUCT, m -> value(won(l -> l.product, m)) / 100);
    each("bookings_by_rep", Dimension.REP, m -> value(won(l -> l.closer, m)) / 100);
    each("won", Dimension.SEGMENT, m -> won(l -> l.segment, m).count());
    each("won_by_source", Dimension.SOURCE, m -> won(l -> l.source, m).count());
    each("won_by_product", Dimension.PRODUCT, m -> won(l -> l.product, m).count());
    each("won_by_rep", Dimension.REP, m -> won(l -> l.closer, m).count());
    put("won_by_origin", won().count());
    each("lost", Dimension.REASON, m -> lost().filter(l -> m < 0 || l.reason == m).count());
    each(
        "deal_size",
        Dimension.SEGMENT,
        m -> value(won(l -> l.segment, m)) / won(l -> l.segment, m).count() / 100);
    each(
        "deal_size_by_source",
        Dimension.SOURCE,
        m -> value(won(l -> l.source, m)) / won(l -> l.source, m).count() / 100);
    each(
        "deal_size_by_product",
        Dimension.PRODUCT,
        m -> value(won(l -> l.product, m)) / won(l -> l.product, m).count() / 100);
    each(
        "lost_share",
        Dimension.REASON,
        m -> (double) lost().filter(l -> m < 0 || l.reason == m).count() / lost().count());
    each("win_rate_by_size", Dimension.SIZE_BAND, m -> winRate(Recount::size, m));
    each("won_by_size", Dimension.SIZE_BAND, m -> won(Recount::size, m).count());
    each("bookings_by_size", Dimension.SIZE_BAND, m -> value(won(Recount::size, m)) / 100);
    each("win_rate_by_competitor", Dimension.COMPETITOR, m -> winRate(l -> l.competitor, m));
    each("won_by_competitor", Dimension.COMPETITOR, m -> won(l -> l.competitor, m).count());
    each(
        "bookings_by_competitor",
        Dimension.COMPETITOR,
        m -> value(won(l -> l.competitor, m)) / 100);
    each(
        "met_by_competitor",
        Dimension.COMPETITOR,
        m ->
            (double)
                    Stream.concat(won(), lostDeals())
                        .filter(l -> m < 0 || l.competitor == m)
                        .count()
                / Stream.concat(won(), lostDeals()).count());
    List<Long> largest =
        won().map(l -> l.valueCents).sorted(java.util.Comparator.reverseOrder()).toList();
    double top = largest.stream().limit((largest.size() + 9) / 10).mapToLong(v -> v).sum();
    put("whale_share", top / value(won()));
    put("biggest_deals", largest.stream().limit(1).mapToLong(v -> v).sum() / 100.0);
    for (int k : List.of(1, 3, 5, 10)) {
      put("biggest_deals." + k, largest.stream().limit(k).mapToLong(v -> v).sum() / 100.0);
    }
    each("lead_cost", Dimension.SOURCE, m -> leadCost(m) / 100);
    each(
        "lead_cost_per_opportunity",
        Dimension.SOURCE,
        m -> leadCost(m) / created(l -> l.source, m).count() / 100);
    each(
        "lead_cost_per_win",
        Dimension.SOURCE,
        m -> leadCost(m) / won(l -> l.source, m).count() / 100);
    each(
        "source_roi",
        Dimension.SOURCE,
        m -> (margin(won(l -> l.source, m)) - leadCost(m)) / leadCost(m));
    double pay =
        scenario.roles().stream()
            .mapToDouble(r -> r.salaryCents().orElse(0L) * r.reps().size() * quarters / 4)
            .sum();
    put("cost_per_win", (leadCost(-1) + pay) / won().count() / 100);
    put("spend", (leadCost(-1) + pay) / 100);
    put("payback_months", (leadCost(-1) + pay) / (margin() / 12));
  }

  /** The bands of the scenario: under 8k, to 30k, more. */
  private static int size(Lead lead) {
    return lead.valueCents < 800_000 ? 0 : lead.valueCents < 3_000_000 ? 1 : 2;
  }

  private void funnel() {
    each("leads", Dimension.SOURCE, m -> arrivals(l -> l.source, m));
    each("leads_by_segment", Dimension.SEGMENT, m -> arrivals(l -> l.segment, m));
    each("opportunities", Dimension.SOURCE, m -> created(l -> l.source, m).count());
    each("opportunities_by_segment", Dimension.SEGMENT, m -> created(l -> l.segment, m).count());
    each("opportunities_by_product", Dimension.PRODUCT, m -> created(l -> l.product, m).count());
    each(
        "opportunity_rate",
        Dimension.SOURCE,
        m -> (double) created(l -> l.source, m).count() / arrivals(l -> l.source, m));
    each(
        "lead_win_rate",
        Dimension.SOURCE,
        m -> (double) won(l -> l.source, m).count() / arrivals(l -> l.source, m));
    each("win_rate", Dimension.SEGMENT, m -> winRate(l -> l.segment, m));
    each("win_rate_by_source", Dimension.SOURCE, m -> winRate(l -> l.source, m));
    each("win_rate_by_product", Dimension.PRODUCT, m -> winRate(l -> l.product, m));
    each("win_rate_by_rep", Dimension.REP, m -> winRate(l -> l.closer, m));
    each(
        "win_rate_created",
        Dimension.SEGMENT,
        m -> (double) won(l -> l.segment, m).count() / created(l -> l.segment, m).count());
    double cohortWon = all(l -> l.opportunity).filter(l -> l.won).count();
    double cohortLost = all(l -> l.opportunity).filter(l -> ended(l) && !l.won).count();
    put("cohort_win_rate", cohortWon / (cohortWon + cohortLost));
    put("cohort_closed", (cohortWon + cohortLost) / all(l -> l.opportunity).count());
    put("recycled", in(seen.dormant).count());
    put("returned", in(seen.returned).count());
  }

  private void stages() {
    each(
        "stage_entries",
        Dimension.STAGE,
        m -> in(seen.entries).filter(e -> m < 0 || e.of() == m).count());
    each("stage_ended", Dimension.STAGE, m -> left(m).count());
    each("stage_conversion", Dimension.STAGE, m -> how(m, "advanced"));
    each("stage_lost_share", Dimension.STAGE, m -> how(m, "lost"));
    each("stage_regress_share", Dimension.STAGE, m -> how(m, "regressed"));
    each("stage_time_out_share", Dimension.STAGE, m -> how(m, "timed out"));
    each("stage_cold_share", Dimension.STAGE, m -> how(m, "went cold"));
    each("stage_days", Dimension.STAGE, m -> mean(left(m), v -> v.stay.to - v.stay.from) / DAY);
    each("queue_days", Dimension.STAGE, m -> mean(left(m), v -> v.queueMs) / DAY);
    each("buyer_days", Dimension.STAGE, m -> mean(left(m), Recount::buyerMs) / DAY);
    each(
        "work_days",
        Dimension.STAGE,
        m -> mean(left(m), v -> v.stay.to - v.stay.from - v.queueMs - buyerMs(v)) / DAY);
    each("response_hours", Dimension.STAGE, m -> mean(answered(m), Recount::responseMs) / HOUR);
    put("response_median", quantile(answered(0), Recount::responseMs, 0.5) / HOUR);
  }

  private void times() {
    put("cycle", mean(won(), l -> l.ended - l.opportunity) / DAY);
    put("cycle_median", quantile(won(), l -> l.ended - l.opportunity, 0.5) / DAY);
    put("cycle_p90", quantile(won(), l -> l.ended - l.opportunity, 0.9) / DAY);
    put("lead_time", mean(won(), l -> l.ended - l.arrived) / DAY);
    put("lost_cycle", mean(lostDeals(), l -> l.ended - l.opportunity) / DAY);
    put("lost_cycle_median", quantile(lostDeals(), l -> l.ended - l.opportunity, 0.5) / DAY);
    put("lost_cycle_p90", quantile(lostDeals(), l -> l.ended - l.opportunity, 0.9) / DAY);
  }

  private void team() {
    each(
        "utilisation",
        Dimension.ROLE,
        m ->
            sum(
                    seen.busy.stream().filter(b -> m < 0 || model.roleOf(b.of) == m),
                    b -> working(clip(b.from), clip(b.to)))
                / (double) (working(from, to) * reps(m)));
    each(
        "open_leads",
        Dimension.ROLE,
        m ->
            area(seen.owned.stream().filter(o -> m < 0 || model.roleOf(o.of) == m))
                / (double) (to - from)
                / reps(m));
    each(
        "waiting_leads",
        Dimension.ROLE,
        m -> area(seen.waits.stream().filter(w -> m < 0 || w.of == m)) / (double) (to - from));
    each("touches", Dimension.ACTIVITY, this::touches);
    each("touches_per_win", Dimension.ACTIVITY, m -> touches(m) / won().count());
    each("bookings_per_rep", Dimension.ROLE, m -> value(wonBy(m)) / 100 / reps(m));
    each("wins_per_rep", Dimension.ROLE, m -> (double) wonBy(m).count() / reps(m));
    // the AEs are role 1, the only one with a quota
    double quota = scenario.roles().get(1).quotaCents().orElseThrow() * quarters;
    each(
        "quota_attainment",
        Dimension.ROLE,
        m -> m == -1 || m == 1 ? value(wonBy(1)) / (quota * reps(1)) : Double.NaN);
    each(
        "quota_attainment_by_rep",
        Dimension.REP,
        m ->
            m < 0
                ? value(wonBy(1)) / (quota * reps(1))
                : model.roleOf(m) == 1 ? value(won(l -> l.closer, m)) / quota : Double.NaN);
    for (int band : new int[] {50, 80, 100, 125}) {
      each(
          "reps_at_" + band,
          Dimension.ROLE,
          m ->
              m == -1 || m == 1
                  ? Stream.iterate(0, r -> r + 1)
                          .limit(reps(-1))
                          .filter(r -> model.roleOf(r) == 1)
                          .filter(r -> value(won(l -> l.closer, r)) * 100 >= band * quota)
                          .count()
                      / (double) reps(1)
                  : Double.NaN);
    }
  }

  private void pipeline(double openTarget) {
    double createdValue = value(all(l -> l.opportunity));
    double consumed = value(won()) + value(lostDeals());
    put("pipeline_created", createdValue / 100);
    put("pipeline_consumed", consumed / 100);
    put("pipeline_balance", createdValue / consumed);
    double open = value(standing(from).map(v -> v.stay.lead));
    put("pipeline_open", open / 100);
    put("pipeline_weighted", sum(standing(from), this::weighted) / 100.0);
    double deals = standing(from).count();
    put("pipeline_deals", deals);
    put("pipeline_end", value(standing(to).map(v -> v.stay.lead)) / 100);
    put("coverage", open / openTarget);
    double winRate = winRate(l -> 0, -1);
    put(
        "velocity",
        deals
            * winRate
            * (value(won()) / won().count() / 100)
            / (mean(won(), l -> l.ended - l.opportunity) / DAY));
    each("open_at_end", Dimension.STAGE, m -> inStage(to, m).count());
    each("open_age", Dimension.STAGE, m -> mean(inStage(to, m), v -> to - v.stay.from) / DAY);
  }

  // ---- what to look at

  private boolean inSpan(long time) {
    return time >= from && time < to;
  }

  private Stream<Moment> in(List<Moment> moments) {
    return moments.stream().filter(m -> inSpan(m.at()));
  }

  /** Leads for which the moment lies in the span. */
  private Stream<Lead> all(ToLongFunction<Lead> moment) {
    return seen.leads.values().stream().filter(l -> inSpan(moment.applyAsLong(l)));
  }

  private static boolean ended(Lead lead) {
    return lead.ended != Recorder.OPEN;
  }

  private Stream<Lead> won() {
    return all(l -> l.ended).filter(l -> l.won);
  }

  private Stream<Lead> won(ToIntFunction<Lead> by, int member) {
    return won().filter(l -> member < 0 || by.applyAsInt(l) == member);
  }

  private Stream<Lead> wonBy(int role) {
    return won().filter(l -> l.closer >= 0 && (role < 0 || model.roleOf(l.closer) == role));
  }

  private Stream<Lead> lost() {
    return all(l -> l.ended).filter(l -> !l.won);
  }

  private Stream<Lead> lostDeals() {
    return lost().filter(l -> l.opportunity != Recorder.OPEN);
  }

  private double winRate(ToIntFunction<Lead> by, int member) {
    double won = won(by, member).count();
    long lost = lostDeals().filter(l -> member < 0 || by.applyAsInt(l) == member).count();
    return won / (won + lost);
  }

  private long arrivals(ToIntFunction<Lead> by, int member) {
    return in(seen.arrivals).filter(a -> member < 0 || by.applyAsInt(a.lead()) == member).count();
  }

  private Stream<Lead> created(ToIntFunction<Lead> by, int member) {
    return all(l -> l.opportunity).filter(l -> member < 0 || by.applyAsInt(l) == member);
  }

  private Stream<Visit> left(int stage) {
    return seen.visits.stream().filter(v -> inSpan(v.stay.to) && (stage < 0 || v.stay.of == stage));
  }

  private double how(int stage, String how) {
    return (double) left(stage).filter(v -> v.how.equals(how)).count() / left(stage).count();
  }

  private Stream<Visit> answered(int stage) {
    return seen.visits.stream()
        .filter(v -> inSpan(v.firstTouch) && (stage < 0 || v.stay.of == stage));
  }

  private Stream<Visit> inStage(long time, int stage) {
    return seen.visits.stream()
        .filter(v -> v.stay.from < time && v.stay.to >= time)
        .filter(v -> stage < 0 || v.stay.of == stage);
  }

  private Stream<Visit> standing(long time) {
    return inStage(time, -1).filter(v -> v.stay.of >= scenario.opportunityFrom());
  }

  private double touches(int activity) {
    return in(seen.touches).filter(t -> activity < 0 || t.of() == activity).count();
  }

  // ---- how to add it up

  private static double value(Stream<Lead> leads) {
    return leads.mapToLong(l -> l.valueCents).sum();
  }

  private static <T> double sum(Stream<T> things, ToLongFunction<T> of) {
    return things.mapToLong(of).sum();
  }

  private static <T> double mean(Stream<T> things, ToLongFunction<T> of) {
    return things.mapToLong(of).average().orElse(Double.NaN);
  }

  /** The value with the given share of values at or below it. */
  private static <T> double quantile(Stream<T> things, ToLongFunction<T> of, double p) {
    long[] sorted = things.mapToLong(of).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(p * sorted.length) - 1];
  }

  private static long buyerMs(Visit visit) {
    return visit.buyer == Recorder.OPEN ? 0 : visit.stay.to - visit.buyer;
  }

  private static long responseMs(Visit visit) {
    return visit.firstTouch - visit.stay.from;
  }

  private long clip(long time) {
    return Math.max(from, Math.min(to, time));
  }

  private long area(Stream<Stretch> stretches) {
    return stretches.mapToLong(s -> clip(s.to) - clip(s.from)).sum();
  }

  /** Working time between two instants, day by day. */
  private long working(long begin, long end) {
    long sum = 0;
    for (long day = Math.floorDiv(begin, DAY); day * DAY < end; day++) {
      LocalDate date = scenario.start().plusDays(day);
      boolean off =
          date.getDayOfWeek() == DayOfWeek.SATURDAY
              || date.getDayOfWeek() == DayOfWeek.SUNDAY
              || holidays.contains(date);
      long opens = Math.max(begin, day * DAY + 9 * HOUR);
      long closes = Math.min(end, day * DAY + 17 * HOUR);
      sum += off ? 0 : Math.max(0, closes - opens);
    }
    return sum;
  }

  private int reps(int role) {
    return role < 0
        ? model.members(Dimension.REP).size()
        : scenario.roles().get(role).reps().size();
  }

  private int monthOfQuarter(Lead lead) {
    return (scenario.start().plusDays(lead.ended / DAY).getMonthValue() - 1) % 3;
  }

  private double months(Lead lead) {
    return scenario.products().get(lead.product).contractMonths();
  }

  private double margin() {
    return margin(won());
  }

  private double margin(Stream<Lead> deals) {
    return sum(deals, l -> Math.round(l.valueCents * scenario.products().get(l.product).margin()));
  }

  private double leadCost(int source) {
    return in(seen.arrivals)
        .filter(a -> source < 0 || a.of() == source)
        .mapToLong(a -> scenario.sources().get(a.of()).costCents())
        .sum();
  }

  /** Value times the stated chance to be won: many steps of the chain of stages from there on. */
  private long weighted(Visit visit) {
    int n = scenario.stages().size();
    double[] at = new double[n];
    at[visit.stay.of] = 1;
    double won = 0;
    for (int step = 0; step < 2000; step++) {
      double[] next = new double[n];
      for (int s = 0; s < n; s++) {
        Stage stage = scenario.stages().get(s);
        Lead lead = visit.stay.lead;
        double back = stage.regress().map(Stage.Regress::probability).orElse(0.0);
        double forward = (1 - back) * stage.advance().at(lead.segment, lead.product, lead.source);
        if (s + 1 == n) {
          won += at[s] * forward;
        } else {
          next[s + 1] += at[s] * forward;
        }
        if (back > 0) {
          next[stage.regress().orElseThrow().to()] += at[s] * back;
        }
      }
      at = next;
    }
    return Math.round(visit.stay.lead.valueCents * won);
  }
}
