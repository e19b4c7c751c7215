package io.salestwin.check;

import io.salestwin.calendar.Clock;
import io.salestwin.random.Elementary;
import io.salestwin.scenario.Competitor;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Segment;
import io.salestwin.scenario.Stage;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How one kind of lead passes one stage when nobody waits for a rep: odds before time-outs, what
 * the time-out cuts off, and how long it takes. All times in days.
 *
 * @param logOdds of advancing without the season: stated, with the effects of segment, product and
 *     source, of the source's mean quality and of waiting for working hours
 * @param stated the stated chance of advancing
 * @param advance the chance of advancing over the horizon's mean season
 * @param regress chance of going back
 * @param work time between the entry and the end of the work
 * @param limit time that the time-out leaves to the buyer after the work; infinite without one
 * @param timeOut the time-out from the entry; infinite without one
 * @param delays the delay before advancing, regressing and losing
 * @param lostBack share of the losses that comes back
 * @param timedOutBack share of the timed out that comes back
 */
record Passage(
    double logOdds,
    double stated,
    double advance,
    double regress,
    double work,
    double limit,
    double timeOut,
    Lag[] delays,
    double lostBack,
    double timedOutBack) {

  static final int ADVANCE = 0;
  static final int REGRESS = 1;
  static final int LOST = 2;

  static Passage of(Scenario scenario, Conditions conditions, int index, Kind kind) {
    Stage stage = scenario.stages().get(index);
    double stated = stage.advance().at(kind.segment(), kind.product(), kind.source());
    double response =
        stage.work().isEmpty() ? 0 : stage.response().map(conditions::response).orElse(0.0);
    double pace = stage.owner() < 0 ? 0 : scenario.roles().get(stage.owner()).pace().logOdds();
    double comes = 1 - stage.leak();
    double logOdds = Elementary.logit(stated) + effects(scenario, stage, kind) + response + pace;
    Segment segment = scenario.segments().get(kind.segment());
    double other = segment.delayFactor() / conditions.losingSpeed();
    Lag[] delays = {
      new Lag(
          stage.delay().advance().at(kind.segment(), kind.product(), kind.source()),
          segment.delayFactor() / conditions.buyingSpeed()),
      new Lag(stage.delay().regress().at(kind.segment(), kind.product(), kind.source()), other),
      new Lag(stage.delay().lost().at(kind.segment(), kind.product(), kind.source()), other)
    };
    double work = workDays(scenario, stage);
    double timeOut =
        stage
            .timeOut()
            .map(
                t -> (double) t.afterMs() / Clock.DAY / (t.buying() ? conditions.buyingSpeed() : 1))
            .orElse(Double.POSITIVE_INFINITY);
    double concerned =
        stage.lose().stream()
            .filter(reason -> comesBack(stage, reason.name()))
            .mapToDouble(Stage.Reason::share)
            .sum();
    double to =
        index < scenario.opportunityFrom()
            ? 0
            : competitor(scenario, kind).map(Competitor::lostTo).orElse(0.0);
    concerned = (1 - to) * concerned + (comesBack(stage, Stage.COMPETITOR) ? to : 0);
    double share = stage.recycle().map(Stage.Recycle::share).orElse(0.0);
    return new Passage(
        logOdds,
        stated,
        comes * meanAdvance(scenario, conditions, index, segment.seasons(), logOdds),
        comes * stage.regress().map(Stage.Regress::probability).orElse(0.0),
        work,
        timeOut - work,
        timeOut,
        delays,
        share * concerned,
        comesBack(stage, Stage.TIMED_OUT) ? share : 0);
  }

  /** The mean chance over the horizon's days, with the seasons of all and of the segment. */
  private static double meanAdvance(
      Scenario scenario, Conditions conditions, int stage, Segment.Seasons own, double logOdds) {
    boolean ofAll = scenario.seasons().winningStages().contains(stage);
    if (own.winning().isNeutral() || !own.winningStages().contains(stage)) {
      return conditions.meanAdvance(logOdds, ofAll);
    }
    double sum = 0;
    int days = 0;
    for (LocalDate d = scenario.start(); d.isBefore(scenario.end()); d = d.plusDays(1)) {
      double all = ofAll ? scenario.seasons().winning().factorAt(d) : 0;
      sum += Elementary.logistic(logOdds + all + own.winning().factorAt(d));
      days++;
    }
    return sum / days;
  }

  private static boolean comesBack(Stage stage, String reason) {
    return stage.recycle().map(r -> r.of().contains(reason)).orElse(false);
  }

  private static double effects(Scenario scenario, Stage stage, Kind kind) {
    double quality = scenario.sources().get(kind.source()).quality().mean();
    return effect(scenario.segments().get(kind.segment()).effects(), stage)
        + effect(scenario.products().get(kind.product()).effects(), stage)
        + effect(scenario.sources().get(kind.source()).effects(), stage)
        + competitor(scenario, kind).map(c -> effect(c.effects(), stage)).orElse(0.0)
        + stage.quality() * 10 * (quality - scenario.qualityReference());
  }

  private static Optional<Competitor> competitor(Scenario scenario, Kind kind) {
    return kind.competitor() < 0
        ? Optional.empty()
        : Optional.of(scenario.competitors().get(kind.competitor()));
  }

  private static double effect(Map<String, Double> effects, Stage stage) {
    return effects.getOrDefault(stage.name(), 0.0);
  }

  /** Expected number of a touch's repeats: sum of (1 - stop)^i over its times. */
  static double repeats(Stage.Touch touch) {
    return touch.stop() == 0
        ? touch.times()
        : (1 - StrictMath.pow(1 - touch.stop(), touch.times())) / touch.stop();
  }

  /** Hours of rep time that a visit to the stage asks of a role. */
  static double hours(Stage stage, int role) {
    double hours = 0;
    for (Stage.Touch touch : stage.work()) {
      if ((touch.role() >= 0 ? touch.role() : stage.owner()) == role) {
        hours += repeats(touch) * touch.effort().mean() / Clock.HOUR;
      }
    }
    return hours;
  }

  /**
   * Mean plain time of the work in days: an hour of effort takes 168 / (selling hours per week)
   * hours of plain time, and between repeats there are the gaps.
   */
  private static double workDays(Scenario scenario, Stage stage) {
    double days = 0;
    for (Stage.Touch touch : stage.work()) {
      Role role = scenario.roles().get(touch.role() >= 0 ? touch.role() : stage.owner());
      double repeats = repeats(touch);
      double effort = touch.effort().mean() * role.pace().time();
      days += repeats * effort / Clock.DAY * 168 / role.sellingHoursPerWeek();
      days += (repeats - 1) * touch.every().mean() / Clock.DAY;
    }
    return days;
  }

  /** Chances by outcome before time-outs. */
  double chance(int outcome) {
    return switch (outcome) {
      case ADVANCE -> (1 - regress) * advance;
      case REGRESS -> regress;
      default -> (1 - regress) * (1 - advance);
    };
  }

  /** Share of an outcome that the time-out does not cut off. */
  double kept(int outcome) {
    return Double.isInfinite(limit) ? 1 : delays[outcome].upTo(limit);
  }

  /** Chance to leave by the time-out. */
  double timedOut() {
    double sum = 0;
    for (int o = 0; o < 3; o++) {
      sum += chance(o) * (1 - kept(o));
    }
    return sum;
  }

  /** Mean days of a visit. */
  double meanDays() {
    double sum = 0;
    for (int o = 0; o < 3; o++) {
      if (chance(o) > 0) {
        sum += chance(o) * (Math.min(work, timeOut) + delays[o].meanCutAt(limit));
      }
    }
    return sum;
  }

  /** Mean days of the visits that end in this way before the time-out. */
  double meanDays(int outcome) {
    return work + delays[outcome].meanWithin(limit);
  }
}
