package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.random.Distribution;
import io.salestwin.random.DistributionFamily;
import io.salestwin.random.Sampler;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Shock;
import io.salestwin.scenario.Staffing;
import io.salestwin.scenario.Training;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The seats of the organisation and what the scenario says of them, as the loop needs it. */
final class People {

  /** Length of the mean year in milliseconds. */
  static final double YEAR_MS = 12 * SalesModel.MONTH_MS;

  /** Never, or always: beyond every instant of a play. */
  static final long LONG_AGO = Long.MIN_VALUE / 4;

  /**
   * Somebody who goes at a date.
   *
   * @param role index of the role
   * @param rep index of the rep, or -1 for the latest hired
   * @param atMs when
   */
  record Leaver(int role, int rep, long atMs) {}

  /**
   * Something taught.
   *
   * @param role index of the role
   * @param from from which share of the role on, in ascending order of skill
   * @param to up to which share
   * @param atMs beginning of the day
   * @param clockMs working time that it takes
   * @param effects log-odds by stage
   * @param halfLifeMs time after which half of the effect is left; infinite for a lasting one
   * @param costCents cost for each who is taught
   */
  record Lesson(
      int role,
      double from,
      double to,
      long atMs,
      long clockMs,
      double[] effects,
      double halfLifeMs,
      long costCents) {}

  /**
   * An absence that has a date.
   *
   * @param rep index of the rep
   * @param fromMs when it begins
   * @param toMs when it ends
   * @param ofPerson whether it is the first person's, and no successor's
   */
  record DaysOff(int rep, long fromMs, long toMs, boolean ofPerson) {}

  private final int[] roleOfRep;
  private final long[] startedMs;
  private final double[][] expertise;
  private final int[] tier;
  private final int[] territory;
  private final long[] quotaCents;
  private final long[] bookedCents;
  private final double[] quartersBefore;
  private final double[] expertiseEffect;
  private final double[] adminShare;
  private final double[] timePerTouch;
  private final double[] paceEffect;
  private final double[] drift;
  private final Staffing[] staffing;
  private final RampCurve[] ramps;
  private final RampCurve[] quotaRamps;
  private final Sampler[] rampLength;
  private final Sampler[] backfill;
  private final Leaver[] leavers;
  private final Lesson[] lessons;
  private final DaysOff[] daysOff;
  private final boolean changes;
  private final boolean taught;

  People(Scenario scenario) {
    List<Role> roles = scenario.roles();
    List<Role.Rep> reps = roles.stream().flatMap(role -> role.reps().stream()).toList();
    LocalDate start = scenario.start();
    roleOfRep =
        IntStream.range(0, roles.size())
            .flatMap(r -> IntStream.generate(() -> r).limit(roles.get(r).reps().size()))
            .toArray();
    startedMs =
        reps.stream()
            .mapToLong(rep -> rep.started().map(day -> ms(start, day)).orElse(LONG_AGO))
            .toArray();
    expertise =
        reps.stream()
            .map(rep -> rep.expertise().stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    tier = reps.stream().mapToInt(Role.Rep::tier).toArray();
    territory = reps.stream().mapToInt(Role.Rep::territory).toArray();
    quotaCents = reps.stream().mapToLong(rep -> rep.quotaCents().orElse(0L)).toArray();
    Scenario.Booked booked = scenario.booked();
    bookedCents = reps.stream().mapToLong(rep -> booked.of(rep.name()).cents()).toArray();
    quartersBefore = reps.stream().mapToDouble(rep -> booked.quartersBefore(rep.name())).toArray();
    expertiseEffect = roles.stream().mapToDouble(Role::expertiseEffect).toArray();
    adminShare = roles.stream().mapToDouble(Role::adminShare).toArray();
    timePerTouch = roles.stream().mapToDouble(role -> role.pace().time()).toArray();
    paceEffect = roles.stream().mapToDouble(role -> role.pace().logOdds()).toArray();
    drift = roles.stream().mapToDouble(Role::skillDrift).toArray();
    staffing = roles.stream().map(Role::staffing).toArray(Staffing[]::new);
    ramps = roles.stream().map(r -> RampCurve.of(r.staffing().ramp())).toArray(RampCurve[]::new);
    quotaRamps = roles.stream().map(r -> RampCurve.of(r.quotaRamp())).toArray(RampCurve[]::new);
    rampLength = roles.stream().map(r -> spread(r.staffing().ramp().cv())).toArray(Sampler[]::new);
    backfill =
        roles.stream()
            .map(r -> r.staffing().backfill().map(Distribution::compile).orElse(null))
            .toArray(Sampler[]::new);
    leavers = leavers(roles, reps, start);
    lessons = lessons(scenario);
    daysOff = allDaysOff(roles, start);
    taught = lessons.length > 0;
    changes =
        taught
            || IntStream.range(0, reps.size()).anyMatch(rep -> startedMs[rep] != LONG_AGO)
            || roles.stream().anyMatch(role -> !isSteady(role))
            || scenario.shocks().stream().anyMatch(People::moves);
  }

  private static boolean moves(Shock shock) {
    return !shock.losses().isEmpty()
        || shock.changes().stream().anyMatch(c -> c.target() instanceof Shock.Target.Attrition);
  }

  private static boolean isSteady(Role role) {
    Staffing s = role.staffing();
    return s.leavers().isEmpty()
        && s.attrition().perYear() == 0
        && s.leave().daysPerYear() == 0
        && s.leave().together().isEmpty()
        && role.reps().stream().allMatch(rep -> rep.leave().isEmpty());
  }

  private static Sampler spread(double cv) {
    return cv == 0 ? null : DistributionFamily.of("gamma", Map.of("mean", 1.0, "cv", cv)).compile();
  }

  private static long ms(LocalDate start, LocalDate day) {
    return ChronoUnit.DAYS.between(start, day) * Clock.DAY;
  }

  private static Leaver[] leavers(List<Role> roles, List<Role.Rep> reps, LocalDate start) {
    List<String> names = reps.stream().map(Role.Rep::name).toList();
    List<Leaver> leavers = new ArrayList<>();
    for (int r = 0; r < roles.size(); r++) {
      for (Staffing.Leaver leaver : roles.get(r).staffing().leavers()) {
        int rep = leaver.rep().map(names::indexOf).orElse(-1);
        leavers.add(new Leaver(r, rep, ms(start, leaver.on())));
      }
    }
    return leavers.toArray(Leaver[]::new);
  }

  private static Lesson[] lessons(Scenario scenario) {
    List<Lesson> lessons = new ArrayList<>();
    for (Training training : scenario.training()) {
      double[] effects =
          scenario.stages().stream()
              .mapToDouble(stage -> training.effects().getOrDefault(stage.name(), 0.0))
              .toArray();
      double halfLife =
          training.halfLifeMonths() == 0
              ? Double.POSITIVE_INFINITY
              : training.halfLifeMonths() * SalesModel.MONTH_MS;
      long end = ms(scenario.start(), scenario.end());
      long at = ms(scenario.start(), training.on());
      do {
        lessons.add(
            new Lesson(
                training.role(),
                training.from(),
                training.to(),
                at,
                Math.round(training.hours() * Clock.HOUR),
                effects,
                halfLife,
                training.costCents()));
        at += training.everyMs();
      } while (training.everyMs() > 0 && at < end);
    }
    return lessons.toArray(Lesson[]::new);
  }

  private static DaysOff[] allDaysOff(List<Role> roles, LocalDate start) {
    List<DaysOff> all = new ArrayList<>();
    int rep = 0;
    for (Role role : roles) {
      for (Role.Rep seat : role.reps()) {
        for (Staffing.Days days : role.staffing().leave().together()) {
          all.add(daysOff(rep, days, start, false));
        }
        for (Staffing.Days days : seat.leave()) {
          all.add(daysOff(rep, days, start, true));
        }
        rep++;
      }
    }
    return all.toArray(DaysOff[]::new);
  }

  private static DaysOff daysOff(int rep, Staffing.Days days, LocalDate start, boolean ofPerson) {
    return new DaysOff(rep, ms(start, days.first()), ms(start, days.last()) + Clock.DAY, ofPerson);
  }

  /** Whether anybody ever comes, goes, is away or learns. */
  boolean changes() {
    return changes;
  }

  /** Whether reps differ in the odds by more than their skill. */
  boolean matters() {
    return changes || some(expertiseEffect) || some(paceEffect) || some(drift);
  }

  private static boolean some(double[] effects) {
    return Arrays.stream(effects).anyMatch(effect -> effect != 0);
  }

  /** Whether anything is taught. */
  boolean areTaught() {
    return taught;
  }

  /** When the first person of the seat begins; {@link #LONG_AGO} for one who is ramped. */
  long startedMs(int rep) {
    return startedMs[rep];
  }

  double expertise(int rep, int segment) {
    return expertise[rep][segment];
  }

  /** Log-odds that the rep's knowledge of the segment adds. */
  double expertiseEffect(int rep, int segment) {
    return expertiseEffect[roleOfRep[rep]] * (expertise[rep][segment] - 0.5);
  }

  int roleOf(int rep) {
    return roleOfRep[rep];
  }

  int count() {
    return roleOfRep.length;
  }

  int tier(int rep) {
    return tier[rep];
  }

  int territory(int rep) {
    return territory[rep];
  }

  /** Quota for a quarter, in cents; 0 for none. */
  long quotaCents(int rep) {
    return quotaCents[rep];
  }

  /** What the first person of the seat had booked when the horizon began, in its period. */
  long bookedCents(int rep) {
    return bookedCents[rep];
  }

  /** For how many quarters before the start he has carried his quota in the start's period. */
  double quartersBefore(int rep) {
    return quartersBefore[rep];
  }

  double adminShare(int role) {
    return adminShare[role];
  }

  /** Time for a touch, over the time in which it goes well. */
  double timePerTouch(int role) {
    return timePerTouch[role];
  }

  /** What haste does to the log-odds of a rep's leads. */
  double paceEffect(int rep) {
    return paceEffect[roleOfRep[rep]];
  }

  /** Log-odds that a rep's skill gains in a year. */
  double drift(int rep) {
    return drift[roleOfRep[rep]];
  }

  Staffing staffing(int rep) {
    return staffing[roleOfRep[rep]];
  }

  RampCurve ramp(int rep) {
    return ramps[roleOfRep[rep]];
  }

  /** The share of the quota that a rep carries, by tenure. */
  RampCurve quotaRamp(int rep) {
    return quotaRamps[roleOfRep[rep]];
  }

  Sampler rampLength(int rep) {
    return rampLength[roleOfRep[rep]];
  }

  Sampler backfill(int rep) {
    return backfill[roleOfRep[rep]];
  }

  Leaver[] leavers() {
    return leavers;
  }

  Lesson[] lessons() {
    return lessons;
  }

  DaysOff[] daysOff() {
    return daysOff;
  }
}
