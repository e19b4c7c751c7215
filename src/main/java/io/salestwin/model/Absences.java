package io.salestwin.model;

import io.salestwin.calendar.Clock;
import java.util.Arrays;

/**
 * Reps who are with the firm and not at work: on leave, in training, or in the first days of a
 * ramp. A touch in progress pauses and goes on when its rep is back.
 *
 * <p>The subjects of its events are numbers in one row: a rep who is due back, a rep whose leave is
 * due, an absence with a date, a lesson.
 */
final class Absences {

  private final Replication play;
  private final SalesModel model;
  private final People people;
  private final Team team;
  private final Staff staff;
  private final int reps;
  private final People.DaysOff[] dated;

  /** Until when the rep is away; in the past for one who is at work. */
  private final long[] awayUntil;

  /** The event of the leave that is due next. */
  private final int[] due;

  /** Working time that is left of the touch that pauses. */
  private final long[] left;

  Absences(Replication play, Staff staff) {
    this.play = play;
    this.staff = staff;
    model = play.model;
    people = model.people();
    team = play.team;
    reps = model.repCount();
    dated = people.daysOff();
    awayUntil = new long[reps];
    due = new int[reps];
    left = new long[reps];
  }

  void clear() {
    Arrays.fill(awayUntil, Long.MIN_VALUE);
    Arrays.fill(due, Leads.NO_EVENT);
  }

  /** Plans every absence that has a date, and the first of those that have none. */
  void begin() {
    for (int i = 0; i < dated.length; i++) {
      if (dated[i].toMs() > play.now) {
        play.schedule(Math.max(dated[i].fromMs(), play.now), Event.STAFF, 2 * reps + i);
      }
    }
    for (int rep = 0; rep < reps; rep++) {
      if (team.seats[rep].present) {
        if (people.startedMs(rep) == People.LONG_AGO) {
          finishLeave(rep);
        }
        planLeave(rep);
      }
    }
  }

  /** Plans the lessons to come. */
  void planLessons() {
    People.Lesson[] lessons = people.lessons();
    for (int i = 0; i < lessons.length; i++) {
      if (lessons[i].atMs() >= play.now) {
        play.schedule(lessons[i].atMs(), Event.STAFF, 2 * reps + dated.length + i);
      }
    }
  }

  void handle(int subject) {
    if (subject < reps) {
      boolean away = team.seats[subject].present && !team.seats[subject].working;
      if (away && play.now >= awayUntil[subject]) {
        returns(subject);
      }
    } else if (subject < 2 * reps) {
      int rep = subject - reps;
      due[rep] = Leads.NO_EVENT;
      takeLeave(rep);
      planLeave(rep);
    } else if (subject < 2 * reps + dated.length) {
      People.DaysOff days = dated[subject - 2 * reps];
      boolean same = !days.ofPerson() || team.seats[days.rep()].person == days.rep();
      if (team.seats[days.rep()].present && same) {
        leave(days.rep(), days.toMs());
      }
    } else {
      staff.teach(subject - 2 * reps - dated.length);
    }
  }

  // ---- leave at times of chance

  /**
   * Plans the next block of leave. A year is cut into as many stretches as it holds blocks, and in
   * each of them one block begins on a day of chance.
   */
  void planLeave(int rep) {
    double days = people.staffing(rep).leave().daysPerYear();
    if (days == 0) {
      return;
    }
    double stretch = People.YEAR_MS * people.staffing(rep).leave().blockDays() / days;
    long number = (long) Math.floor(play.now / stretch);
    long at = leaveAt(rep, number, stretch);
    while (at <= play.now) {
      at = leaveAt(rep, ++number, stretch);
    }
    due[rep] = play.schedule(at, Event.STAFF, reps + rep);
  }

  private long leaveAt(int rep, long number, double stretch) {
    double at = (number + staff.leaveAt(rep, number)) * stretch;
    return (long) Math.floor(at / Clock.DAY) * Clock.DAY;
  }

  private void takeLeave(int rep) {
    double hours =
        people.staffing(rep).leave().blockDays() * model.scenario().calendar().hoursPerDay();
    // a leave that falls into another absence is taken after it, so that no day counts twice
    long from = Math.max(play.now, awayUntil[rep]);
    leave(rep, model.workClock().after(from, Math.round(hours * Clock.HOUR)));
  }

  /** Who is on leave when the play begins comes back when he has had the rest of it. */
  private void finishLeave(int rep) {
    double days = people.staffing(rep).leave().daysPerYear();
    if (days == 0) {
      return;
    }
    double stretch = People.YEAR_MS * people.staffing(rep).leave().blockDays() / days;
    long length =
        Math.round(
            people.staffing(rep).leave().blockDays()
                * model.scenario().calendar().hoursPerDay()
                * Clock.HOUR);
    long number = (long) Math.floor(play.now / stretch);
    for (long n = number - 1; n <= number; n++) {
      long at = leaveAt(rep, n, stretch);
      // the weeks before the play are not on the clock: those after it serve as well
      long weeks = 7 * Clock.DAY * (1 + Math.max(0, play.now - at) / (7 * Clock.DAY));
      long had = at > play.now ? 0 : model.workClock().between(at + weeks, play.now + weeks);
      if (at <= play.now && had < length) {
        leave(rep, model.workClock().after(Math.max(play.now, awayUntil[rep]), length - had));
      }
    }
  }

  private void leave(int rep, long until) {
    boolean cover = people.staffing(rep).leave().cover() && team.seats[rep].working;
    away(rep, until);
    if (cover) {
      play.schedule(play.now, Event.COVER, rep);
    }
  }

  /** Everybody who is away from now on is so: what the rep has passes to those who are there. */
  void covered(int rep) {
    play.desk.handOver(rep, 0);
  }

  // ---- away and back

  /** The rep is away until then, or longer if he is so already. */
  void away(int rep, long until) {
    if (until <= awayUntil[rep] || until <= play.now) {
      return;
    }
    // not by the clock: who comes back at this very instant may not have done so yet
    boolean wasHere = team.seats[rep].working;
    awayUntil[rep] = until;
    play.schedule(until, Event.STAFF, rep);
    if (wasHere) {
      staff.countWorking(rep);
      if (team.seats[rep].busyWith >= 0) {
        left[rep] = play.desk.touches.pause(play.team.seats[rep]);
      }
      team.seats[rep].working = false;
      team.refresh(rep);
      play.watch.staffed(rep);
    }
  }

  private void returns(int rep) {
    staff.countWorking(rep);
    team.seats[rep].working = true;
    if (team.seats[rep].busyWith >= 0) {
      play.desk.touches.resume(play.team.seats[rep], left[rep]);
    }
    team.refresh(rep);
    play.watch.staffed(rep);
    play.desk.freed(rep);
  }

  /** The rep has left for good. */
  void forget(int rep) {
    awayUntil[rep] = Long.MIN_VALUE;
    due[rep] = play.cancel(due[rep]);
  }
}
