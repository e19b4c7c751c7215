package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.metrics.Played.Stretch;
import io.salestwin.metrics.Recorder.Turn;
import io.salestwin.scenario.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of staff, counted again from who was seen to come and go. */
class StaffRecountTest {

  private static final double RAMP_MS = 2 * 365.25 / 12 * Played.DAY;
  private static final double RAMP_FROM = 0.25;
  private static final long TAUGHT_ON = 50 * Played.DAY;
  private static final long SOUND = Long.MIN_VALUE / 4;

  /** A person in a seat, and when he came; long before the start for who was there. */
  private record Stay(int rep, long from, long to) {}

  private static Played play(int number) {
    String grows =
        "attrition=150%/year,backfill={gamma: {mean: 20 days, cv: 0.5}},ramp={months: 2, from:"
            + " 25%}";
    List<String> sets = new ArrayList<>();
    for (String role : List.of("SDR", "AE")) {
      for (String set : grows.split(",(?=[a-z]+=)", -1)) {
        sets.add("roles." + role + "." + set);
      }
    }
    sets.add("roles.AE.hires=[{on: 2027-02-15, count: 2}]");
    sets.add("roles.AE.leavers=[{on: 2027-04-20, count: 1}]");
    sets.add("roles.SDR.leave={on: [2027-03-08..2027-03-12], cover: true}");
    sets.add(
        "training=[{name: talk, on: 2027-02-20, role: AE, effects: {Discovery: 0.3}, cost: 800}]");
    return new Played(Rich.with(sets.toArray(String[]::new)), 20270101, number);
  }

  @Test
  void whoIsThereComesGoesAndGrowsIsWhatWasSeen() {
    double left = 0;
    double handed = 0;
    for (int number = 0; number < 4; number++) {
      Played play = play(number);
      List<Stay> stays = stays(play);
      for (int role = -1; role < play.scenario.roles().size(); role++) {
        String member = role < 0 ? "" : "." + play.scenario.roles().get(role).name();
        count(play, stays, role, member, play.horizon());
        for (Stretch period : role < 0 ? play.periods() : List.<Stretch>of()) {
          count(play, stays, role, member, period);
        }
      }
      play.is("training_cost", 800.0 * there(stays, play, 1, TAUGHT_ON));
      left += play.figure("reps_left");
      handed += play.figure("leads_handed_over");
    }
    assertThat(left).isGreaterThan(8);
    assertThat(handed).isGreaterThan(100);
  }

  private static void count(
      Played play, List<Stay> stays, int role, String member, Stretch stretch) {
    double present = 0;
    double ramped = 0;
    for (Stay stay : stays) {
      if (isOf(play, stay.rep(), role)) {
        present += stretch.part(stay.from(), stay.to());
        ramped += ramped(play, stay, stretch);
      }
    }
    double whole = stretch.to() - stretch.from();
    play.is("headcount" + member + stretch.suffix(), present / whole);
    // the engine writes whole milliseconds down
    assertThat(play.figure("ramped_reps" + member + stretch.suffix()))
        .isCloseTo(ramped / whole, org.assertj.core.api.Assertions.within(1e-6));
    play.is(
        "reps_hired" + member + stretch.suffix(),
        stays.stream().filter(s -> isOf(play, s.rep(), role) && stretch.has(s.from())).count());
    play.is(
        "reps_left" + member + stretch.suffix(),
        stays.stream().filter(s -> isOf(play, s.rep(), role) && stretch.has(s.to())).count());
    play.is(
        "leads_handed_over" + member + stretch.suffix(),
        play.seen.turns.stream()
            .filter(t -> isOf(play, t.rep(), role) && stretch.has(t.at()) && handsOver(play, t))
            .mapToLong(Turn::owned)
            .sum());
  }

  private static boolean isOf(Played play, int rep, int role) {
    return role < 0 || play.model.roleOf(rep) == role;
  }

  /** SDRs are covered for while they are away, others keep their leads. */
  private static boolean handsOver(Played play, Turn turn) {
    boolean covered = play.model.roleOf(turn.rep()) == 0 && !turn.working();
    return !turn.present() || covered;
  }

  /** Hour by hour: what share of the full speed he had in its middle. */
  private static double ramped(Played play, Stay stay, Stretch stretch) {
    double from = Math.max(stay.from(), stretch.from());
    double to = Math.min(stay.to(), stretch.to());
    if (stay.from() == SOUND || play.model.roleOf(stay.rep()) == 2) {
      return Math.max(0, to - from);
    }
    double sum = 0;
    double step = 3_600_000;
    for (double at = from; at < to; at += step) {
      double piece = Math.min(step, to - at);
      double share = RAMP_FROM + (1 - RAMP_FROM) * (at + piece / 2 - stay.from()) / RAMP_MS;
      sum += piece * Math.min(1, share);
    }
    return sum;
  }

  private static double there(List<Stay> stays, Played play, int role, long at) {
    return stays.stream()
        .filter(s -> isOf(play, s.rep(), role) && s.from() <= at && at < s.to())
        .count();
  }

  private static List<Stay> stays(Played play) {
    List<Stay> stays = new ArrayList<>();
    int rep = 0;
    for (Role role : play.scenario.roles()) {
      for (Role.Rep each : role.reps()) {
        long since = each.started().isPresent() ? Long.MAX_VALUE : SOUND;
        for (Turn turn : play.seen.turns) {
          if (turn.rep() == rep && turn.present() && since == Long.MAX_VALUE) {
            since = turn.at();
          } else if (turn.rep() == rep && !turn.present()) {
            stays.add(new Stay(rep, since, turn.at()));
            since = Long.MAX_VALUE;
          }
        }
        if (since != Long.MAX_VALUE) {
          stays.add(new Stay(rep, since, Long.MAX_VALUE));
        }
        rep++;
      }
    }
    return stays;
  }
}
