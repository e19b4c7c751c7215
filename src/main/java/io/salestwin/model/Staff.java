package io.salestwin.model;

import io.salestwin.random.Elementary;
import io.salestwin.random.Purpose;
import io.salestwin.random.Sampler;
import io.salestwin.random.Streams;
import java.util.Arrays;

/**
 * How reps come, grow, are away and go. Every rep is a person in a seat: who takes an empty seat is
 * somebody else, with a skill and a tenure of his own.
 */
final class Staff {

  private static final int ATTRITION = Purpose.ATTRITION.code();
  private static final int BACKFILL = Purpose.BACKFILL.code();
  private static final int RAMP = Purpose.RAMP.code();
  private static final int LEAVE = Purpose.LEAVE.code();
  private static final long NEVER = Long.MAX_VALUE;

  private final Replication play;
  private final SalesModel model;
  private final People people;
  private final Team team;
  private final Ledger ledger;
  private final Streams streams;
  final Absences absences;
  final Departures departures;
  private final Losses losses;

  private final int[] generation;
  private final long[] joinedAt;

  /** How much longer or shorter than the role's this person's ramp is. */
  private final double[] rampLength;

  /** Since when presence and working time have not been written down. */
  private final long[] presentSince;

  private final long[] workingSince;

  /** By lesson and seat: the person who was taught, or -1. */
  private final int[][] taught;

  Staff(Replication play) {
    this.play = play;
    model = play.model;
    people = model.people();
    team = play.team;
    ledger = play.ledger;
    streams = play.streams;
    absences = new Absences(play, this);
    departures = new Departures(play);
    losses = new Losses(play, this);
    int reps = model.repCount();
    generation = new int[reps];
    joinedAt = new long[reps];
    rampLength = new double[reps];
    presentSince = new long[reps];
    workingSince = new long[reps];
    taught = new int[people.lessons().length][reps];
  }

  // ---- the beginning

  /** Seats the people of the first day; those who come and go follow at {@link #start}. */
  void begin() {
    Arrays.fill(generation, 0);
    departures.clear();
    losses.clear();
    for (int[] lesson : taught) {
      Arrays.fill(lesson, -1);
    }
    Arrays.fill(joinedAt, NEVER);
    absences.clear();
    for (int rep = 0; rep < generation.length; rep++) {
      if (team.seats[rep].present) {
        seat(rep, people.startedMs(rep));
      }
    }
    for (int i = 0; i < taught.length; i++) {
      if (people.lessons()[i].atMs() < 0) {
        taughtBefore(i);
      }
    }
    if (people.changes()) {
      absences.begin();
    }
  }

  /** A lesson before the first day: who was there has heard it. */
  private void taughtBefore(int number) {
    People.Lesson lesson = people.lessons()[number];
    int there = there(lesson.role());
    for (int rep = model.firstRep(lesson.role()); rep < model.firstRep(lesson.role() + 1); rep++) {
      boolean was = team.seats[rep].present && joinedAt[rep] <= lesson.atMs();
      if (was && isMeant(rep, lesson, there)) {
        taught[number][rep] = team.seats[rep].person;
      }
    }
  }

  private int there(int role) {
    int there = 0;
    for (int rep = model.firstRep(role); rep < model.firstRep(role + 1); rep++) {
      there += team.seats[rep].present ? 1 : 0;
    }
    return there;
  }

  /** The first day of the horizon: from now on people come and go. */
  void start() {
    departures.start();
    if (!people.changes()) {
      return;
    }
    for (int rep = 0; rep < generation.length; rep++) {
      if (team.seats[rep].present) {
        departures.plan(rep);
      } else {
        play.schedule(people.startedMs(rep), Event.REP_COMES, rep);
      }
    }
    People.Leaver[] leavers = people.leavers();
    for (int i = 0; i < leavers.length; i++) {
      if (leavers[i].atMs() >= play.now) {
        play.schedule(leavers[i].atMs(), Event.REP_GOES, generation.length + i);
      }
    }
    absences.planLessons();
    losses.plan(generation.length + leavers.length);
  }

  // ---- coming

  /** Somebody takes an empty seat. */
  void comes(int rep) {
    team.seats[rep].present = true;
    generation[rep] += joinedAt[rep] == NEVER ? 0 : 1;
    ledger.one(Fact.HIRED, model.roleOf(rep));
    seat(rep, play.now);
    losses.joins(rep);
    departures.plan(rep);
    absences.planLeave(rep);
    play.watch.staffed(rep);
    play.desk.freed(rep);
  }

  /** A person takes the seat: with the skill, the lot and the pace that are his. */
  private void seat(int rep, long since) {
    long entity = entity(rep);
    joinedAt[rep] = since;
    team.seats[rep].person = generation[rep] * generation.length + rep;
    team.seats[rep].skill = model.beginnings().skill(rep, entity, generation[rep], streams);
    if (play.arms != null) {
      play.arms.seated(rep, generation[rep]);
    }
    presentSince[rep] = play.now;
    workingSince[rep] = hand();
    rampLength[rep] = 1;
    if (people.changes()) {
      departures.joins(rep, since, streams.uniform(entity, ATTRITION, 0));
    }
    ramp(rep, entity);
    team.refresh(rep);
  }

  private void ramp(int rep, long entity) {
    RampCurve curve = seats(rep).ramp(rep);
    team.seats[rep].rampedAt = Long.MIN_VALUE;
    boolean ramps = joinedAt[rep] != People.LONG_AGO && curve.lengthMs() > 0;
    if (ramps) {
      Sampler length = seats(rep).rampLength(rep);
      rampLength[rep] = length == null ? 1 : length.sample(streams.uniform(entity, RAMP, 0));
      team.seats[rep].rampedAt = joinedAt[rep] + Math.round(curve.lengthMs() * rampLength[rep]);
    }
    team.seats[rep].working = true;
    if (ramps) {
      absences.away(rep, joinedAt[rep] + Math.round(curve.worksFromMs() * rampLength[rep]));
    }
  }

  /** The seats as the rep's arm has them. */
  private People seats(int rep) {
    return play.arms == null ? people : play.arms.people(rep);
  }

  /** The identity of the person in the seat. */
  long entity(int rep) {
    return model.repEntity(rep) + generation[rep];
  }

  // ---- growing

  /** Share of the full speed at which a rep who is not ramped works now. */
  double speed(int rep) {
    double tenure = (play.now - joinedAt[rep]) / rampLength[rep];
    return Math.max(RampCurve.LEAST, seats(rep).ramp(rep).share(tenure));
  }

  /** Log-odds that what is missing of the full speed takes off. */
  double rampEffect(int rep) {
    return play.now < team.seats[rep].rampedAt
        ? seats(rep).staffing(rep).ramp().skill() * (1 - speed(rep))
        : 0;
  }

  /** Log-odds that the lessons have left with the rep, for a stage. */
  double lessonEffect(int rep, int stage) {
    double sum = 0;
    for (int i = 0; i < taught.length; i++) {
      People.Lesson lesson = people.lessons()[i];
      boolean heard = lesson.atMs() <= play.now && taught[i][rep] == team.seats[rep].person;
      if (heard && lesson.effects()[stage] != 0) {
        double halfLives = (play.now - lesson.atMs()) / lesson.halfLifeMs();
        sum += lesson.effects()[stage] * Elementary.exp(-halfLives * 0.6931471805599453);
      }
    }
    return sum;
  }

  /** Log-odds that the rep has learnt or lost by himself. */
  double drift(int rep) {
    double perYear = people.drift(rep);
    return perYear == 0
        ? 0
        : perYear * Math.max(0, play.now - Math.max(0, joinedAt[rep])) / People.YEAR_MS;
  }

  /** Those of the role whom the lesson is meant for are taught for some working hours. */
  void teach(int number) {
    People.Lesson lesson = people.lessons()[number];
    int there = there(lesson.role());
    for (int rep = model.firstRep(lesson.role()); rep < model.firstRep(lesson.role() + 1); rep++) {
      if (team.seats[rep].present && isMeant(rep, lesson, there)) {
        taught[number][rep] = team.seats[rep].person;
        ledger.one(Fact.TAUGHT, lesson.role());
        ledger.add(Fact.TRAINING_COST, lesson.costCents());
        if (lesson.clockMs() > 0) {
          absences.away(rep, model.workClock().after(play.now, lesson.clockMs()));
        }
      }
    }
  }

  /** Whether the middle of the rep's place in the order of skill lies where the lesson is meant. */
  private boolean isMeant(int rep, People.Lesson lesson, int there) {
    if (lesson.from() == 0 && lesson.to() == 1) {
      return true;
    }
    int below = 0;
    for (int o = model.firstRep(lesson.role()); o < model.firstRep(lesson.role() + 1); o++) {
      boolean less =
          team.seats[o].skill < team.seats[rep].skill
              || (team.seats[o].skill == team.seats[rep].skill && o < rep);
      below += team.seats[o].present && less ? 1 : 0;
    }
    double place = (below + 0.5) / there;
    return lesson.from() <= place && place < lesson.to();
  }

  // ---- going

  /** A date on which somebody goes, or a person's own day. */
  void goes(int subject) {
    if (subject < generation.length) {
      departures.comes(subject);
      quits(subject);
      return;
    }
    int date = subject - generation.length;
    if (date >= people.leavers().length) {
      losses.strike(date - people.leavers().length);
      return;
    }
    People.Leaver leaver = people.leavers()[date];
    if (leaver.rep() >= 0) {
      if (isFirstThere(leaver.rep())) {
        leave(leaver.rep());
      }
    } else if (latest(leaver.role()) >= 0) {
      leave(latest(leaver.role()));
    }
  }

  /** Whether the first person of the seat is still in it. */
  boolean isFirstThere(int rep) {
    return team.seats[rep].present && generation[rep] == 0;
  }

  /** When the person in the seat came. */
  long joinedAt(int rep) {
    return joinedAt[rep];
  }

  /** The rep goes of his own accord: somebody new takes the seat, if the role has a backfill. */
  void quits(int rep) {
    leave(rep);
    Sampler backfill = people.backfill(rep);
    if (backfill != null) {
      double wait = backfill.sample(streams.uniform(entity(rep), BACKFILL, 0));
      play.schedule(play.now + Math.round(wait), Event.REP_COMES, rep);
    }
  }

  /** The rep of the role who came last, the highest seat among equals; -1 if nobody is there. */
  private int latest(int role) {
    int latest = -1;
    for (int rep = model.firstRep(role); rep < model.firstRep(role + 1); rep++) {
      if (team.seats[rep].present && (latest < 0 || joinedAt[rep] >= joinedAt[latest])) {
        latest = rep;
      }
    }
    return latest;
  }

  /** The rep goes: his leads pass to others, and nobody takes the seat. */
  void leave(int rep) {
    count(rep);
    ledger.one(Fact.LEFT, model.roleOf(rep));
    if (team.seats[rep].busyWith >= 0) {
      play.desk.touches.countBusy(play.team.seats[rep]);
    }
    departures.forget(rep);
    team.seats[rep].present = false;
    team.seats[rep].working = false;
    absences.forget(rep);
    team.refresh(rep);
    play.watch.staffed(rep);
    // not yet: whoever goes at this instant as well takes nothing over
    play.schedule(play.now, Event.HAND_OVER, rep);
  }

  /** Everybody who goes now has gone: what the rep had passes to those who stay. */
  void handsOver(int rep) {
    play.desk.handOver(rep, people.staffing(rep).handOver());
  }

  // ---- facts

  /** Writes down how long everybody has been there and could have worked, up to now. */
  void countAll() {
    for (int rep = 0; rep < generation.length; rep++) {
      if (team.seats[rep].present) {
        count(rep);
      }
    }
  }

  private void count(int rep) {
    int role = model.roleOf(rep);
    ledger.add(Fact.PRESENT_MS, rep, play.now - presentSince[rep]);
    ledger.add(Fact.RAMPED_MS, role, ramped(rep));
    ledger.add(Fact.QUOTA_MS, rep, quotaMs(rep));
    presentSince[rep] = play.now;
    countWorking(rep);
  }

  private long quotaMs(int rep) {
    RampCurve ramp = people.quotaRamp(rep);
    long since = presentSince[rep];
    return joinedAt[rep] == People.LONG_AGO || ramp.lengthMs() == 0
        ? play.now - since
        : Math.round(ramp.integral(since - joinedAt[rep], play.now - joinedAt[rep]));
  }

  private long ramped(int rep) {
    long since = presentSince[rep];
    if (since >= team.seats[rep].rampedAt) {
      return play.now - since;
    }
    return rampedUpTo(rep, play.now) - rampedUpTo(rep, since);
  }

  /** Since he came; a whole number, so that the parts of a period add up to it exactly. */
  private long rampedUpTo(int rep, long time) {
    double stretch = rampLength[rep];
    return Math.round(seats(rep).ramp(rep).integral(0, (time - joinedAt[rep]) / stretch) * stretch);
  }

  /** Writes down the rep's working time up to now. */
  void countWorking(int rep) {
    long shows = hand();
    if (team.seats[rep].working) {
      ledger.add(Fact.AVAILABLE_MS, model.roleOf(rep), shows - workingSince[rep]);
    }
    workingSince[rep] = shows;
  }

  private long hand() {
    return model.workClock().between(model.beginMs(), play.now);
  }

  // ---- planned leave

  /** Where a person's random leave of a stretch of time falls in it, from 0 to 1. */
  double leaveAt(int rep, long stretch) {
    return streams.uniform(entity(rep), LEAVE, stretch + SalesModel.MANY_WEEKS);
  }
}
