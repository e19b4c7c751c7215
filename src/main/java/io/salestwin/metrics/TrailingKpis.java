package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Attainment over the four quarters that end with the period. */
final class TrailingKpis {

  private static final int QUARTERS = 4;

  private TrailingKpis() {}

  static List<Kpi> list() {
    Stream<Kpi> attainment =
        Stream.of(
            kpi(
                "quota_attainment_4q",
                "Quota attainment, four quarters",
                Unit.SHARE,
                Better.HIGHER,
                Slice.ROLE,
                "bookings of the reps with a quota over the four quarters that end with the period"
                    + " / (quota of a quarter x reps x 4)",
                "What a role reaches when one strong or weak quarter does not decide; not"
                    + " computable until four whole quarters have run.",
                TrailingKpis::ofRole),
            kpi(
                "quota_attainment_4q_by_rep",
                "Quota attainment by rep, four quarters",
                Unit.SHARE,
                Better.HIGHER,
                Slice.REP,
                "bookings of the rep over the four quarters that end with the period / (quota of a"
                    + " quarter x 4)",
                "The rep's own attainment over a year; not computable until four whole quarters"
                    + " have run.",
                (f, m) -> m < 0 ? ofRole(f, -1) : ofRep(f, m)));
    Stream<Kpi> bands = IntStream.of(50, 80, 100, 125).mapToObj(TrailingKpis::band);
    return Stream.concat(attainment, bands).map(kpi -> kpi.when(TrailingKpis::applies)).toList();
  }

  /** Where somebody has a quota and four quarters are played. */
  private static boolean applies(Scenario scenario) {
    return scenario.roles().stream().anyMatch(r -> r.quotaCents().isPresent())
        && !scenario.end().isBefore(scenario.start().plusYears(1));
  }

  private static Kpi band(int percent) {
    return kpi(
        "reps_4q_at_" + percent,
        "Reps at " + percent + " % of quota or more, four quarters",
        Unit.SHARE,
        Better.HIGHER,
        Slice.ROLE,
        "reps whose bookings over the four quarters that end with the period are at least "
            + percent
            + " % of (quota of a quarter x 4) / reps with a quota",
        "How the quotas are reached across the team over a year.",
        (f, m) -> repsAt(f, m, percent / 100.0));
  }

  private static boolean carries(Facts f, int rep, int role) {
    Role of = f.scenario().roles().get(f.roleOf(rep));
    return (role < 0 || f.roleOf(rep) == role) && of.quotaCents().filter(q -> q > 0).isPresent();
  }

  private static double ofRep(Facts f, int rep) {
    int from = f.quartersBack(QUARTERS);
    if (from < 0 || !carries(f, rep, -1)) {
      return Double.NaN;
    }
    double quota = f.scenario().roles().get(f.roleOf(rep)).quotaCents().orElseThrow();
    double before = from == 0 ? f.scenario().booked().of(f.rep(rep).name()).cents() : 0;
    return (f.since(from, Fact.BOOKINGS_BY_REP, rep) + before) / (quota * QUARTERS);
  }

  private static double ofRole(Facts f, int role) {
    double quotas = 0;
    double bookings = 0;
    for (int rep = 0; rep < f.reps(); rep++) {
      if (carries(f, rep, role)) {
        double quota =
            f.scenario().roles().get(f.roleOf(rep)).quotaCents().orElseThrow() * QUARTERS;
        quotas += quota;
        bookings += ofRep(f, rep) * quota;
      }
    }
    return f.ratio(bookings, quotas);
  }

  private static double repsAt(Facts f, int role, double share) {
    int reps = 0;
    int reached = 0;
    boolean known = f.quartersBack(QUARTERS) >= 0;
    for (int rep = 0; rep < f.reps(); rep++) {
      if (carries(f, rep, role)) {
        reps++;
        reached += ofRep(f, rep) >= share ? 1 : 0;
      }
    }
    return known ? f.ratio(reached, reps) : Double.NaN;
  }
}
