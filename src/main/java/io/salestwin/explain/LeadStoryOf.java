package io.salestwin.explain;

import io.salestwin.calendar.Clock;
import io.salestwin.explain.Step.Decided;
import io.salestwin.explain.Step.Effect;
import io.salestwin.explain.Step.End;
import io.salestwin.explain.Step.Way;
import io.salestwin.metrics.Trace;
import io.salestwin.metrics.Trace.Decision;
import io.salestwin.metrics.Trace.Event;
import io.salestwin.metrics.Trace.Kind;
import io.salestwin.metrics.Trace.Lead;
import io.salestwin.metrics.Trace.Names;
import io.salestwin.metrics.Trace.Outcome;
import io.salestwin.random.Elementary;
import io.salestwin.scenario.Stage;
import java.util.ArrayList;
import java.util.List;

/** Reads the story of one lead from a trace. */
final class LeadStoryOf {

  private static final double HOUR = Clock.HOUR;
  private static final double DAY = Clock.DAY;
  private static final double CENTS = 100;

  private final Trace trace;
  private final Names names;
  private final Clock work;
  private final Lead lead;
  private final int index;
  private final Floor floor;
  private final List<Step> steps = new ArrayList<>();

  private Event joined;
  private Floor.Wait wait;
  private Event touch;
  private Decision decision;
  private boolean byAge;
  private long firstMs;
  private long enteredMs;
  private long buyerMs;
  private long lastMs;

  LeadStoryOf(Trace trace, int index) {
    this.trace = trace;
    this.index = index;
    names = trace.names();
    work = workClock(trace);
    lead = trace.leads().get(index);
    floor = new Floor(trace);
  }

  /** The working hours from the beginning of the warm-up to the end of the horizon. */
  static Clock workClock(Trace trace) {
    long beginMs = -trace.scenario().begin().warmUpMs();
    return trace.scenario().calendar().clock(trace.scenario().start(), beginMs, trace.endMs());
  }

  LeadStory story() {
    boolean first = true;
    long now = Long.MIN_VALUE;
    for (Event e : trace.events()) {
      if (e.timeMs() != now) {
        lookAround();
        now = e.timeMs();
      }
      if (e.lead() == index) {
        firstMs = first ? e.timeMs() : firstMs;
        first = false;
        tell(e);
      }
      floor.see(e);
    }
    lookAround();
    close();
    return new LeadStory(
        trace.replication(),
        lead.name(),
        trace.scenario().currency(),
        names.sources().get(lead.source()),
        names.segments().get(lead.segment()),
        names.products().get(lead.product()),
        lead.valueCents() / CENTS,
        lead.quality(),
        trace.scenario().qualityReference(),
        steps);
  }

  /** An instant is over: who still waits then, waits; what it waits for is seen only now. */
  private void lookAround() {
    if (joined != null) {
      wait = floor.wait(joined);
      joined = null;
    }
  }

  private void tell(Event e) {
    long now = e.timeMs();
    switch (e.kind()) {
      case OPENED -> {
        byAge = true;
        enter(now);
        buyerMs = now;
        steps.add(new Step.Opened(trace.at(now), names.stages().get(e.stage()), -now / DAY));
      }
      case ARRIVED -> steps.add(new Step.Arrived(trace.at(now)));
      case ENTERED -> {
        enter(now);
        steps.add(new Step.Entered(trace.at(now), names.stages().get(e.stage())));
      }
      case OWNED -> {
        endWait(now, End.DONE);
        steps.add(new Step.Owned(trace.at(now), rep(e), floor.open(e.rep()) + 1));
      }
      case RELEASED -> {
        if (isStillGoing()) {
          steps.add(new Step.Released(trace.at(now), rep(e)));
        }
      }
      case WAITS -> joined = e;
      case TOUCH_BEGAN -> {
        endWait(now, End.DONE);
        touch = e;
      }
      case TOUCH_ENDED -> endTouch(now, End.DONE);
      case TOUCH_CUT -> endTouch(now, End.LEFT);
      case TOUCH_BROKEN -> endTouch(now, End.REP_WENT);
      case ROUTED -> steps.add(routed(e));
      case BUYER -> buyerMs = now;
      case DECIDED -> decision = trace.decisions().get(e.about());
      case ADVANCED -> {
        endWait(now, End.LEFT);
        decided(e, Way.FORWARDS);
      }
      case REGRESSED -> {
        endWait(now, End.LEFT);
        decided(e, Way.BACK);
      }
      case REQUALIFIED -> {
        endWait(now, End.LEFT);
        String stage = names.stages().get(e.stage());
        steps.add(new Step.Requalified(trace.at(now), stage, (now - enteredMs) / DAY));
      }
      case LOST, DORMANT -> lose(e);
      case RETURNED -> steps.add(new Step.Returned(trace.at(now), (now - lastMs) / DAY));
      case WON ->
          steps.add(
              new Step.Won(
                  trace.at(now),
                  e.rep() == Trace.NONE ? "" : rep(e),
                  lead.valueCents() / CENTS,
                  (now - firstMs) / DAY));
    }
  }

  private Step routed(Event e) {
    return new Step.Routed(
        trace.at(e.timeMs()),
        trace.choices().get(e.about()).candidates().stream()
            .map(c -> new Step.Candidate(names.reps().get(c.rep()), c.score(), c.factors()))
            .toList());
  }

  private void enter(long now) {
    enteredMs = now;
    decision = null;
  }

  private String rep(Event e) {
    return names.reps().get(e.rep());
  }

  /** Owners also let go what has ended; that goes without saying. */
  private boolean isStillGoing() {
    Step last = steps.get(steps.size() - 1);
    return !(last instanceof Step.Won || last instanceof Step.Lost);
  }

  private void endWait(long now, End end) {
    if (wait != null && now > wait.sinceMs()) {
      steps.add(
          new Step.Waited(
              trace.at(wait.sinceMs()),
              wait.line(),
              wait.whom(),
              wait.before(),
              wait.reps(),
              wait.busy(),
              wait.full(),
              (now - wait.sinceMs()) / HOUR,
              work.between(wait.sinceMs(), now) / HOUR,
              end));
    }
    wait = null;
    joined = null;
  }

  private void endTouch(long now, End end) {
    if (touch != null) {
      steps.add(
          new Step.Touched(
              trace.at(touch.timeMs()),
              rep(touch),
              names.activities().get(touch.about()),
              trace.at(now),
              work.between(touch.timeMs(), now) / HOUR,
              end));
      touch = null;
    }
  }

  private void lose(Event e) {
    String reason = names.reasons().get(e.about());
    endWait(e.timeMs(), End.LEFT);
    if (decision != null && !reason.equals(Stage.WENT_STALE)) {
      decided(e, reason.equals(Stage.TIMED_OUT) ? Way.TIMED_OUT : Way.LOST);
    }
    boolean returns = e.kind() == Kind.DORMANT;
    String stage = names.stages().get(e.stage());
    steps.add(new Step.Lost(trace.at(e.timeMs()), stage, reason, returns));
    lastMs = e.timeMs();
  }

  private void decided(Event e, Way way) {
    Stage stage = trace.scenario().stages().get(e.stage());
    double logOdds = Elementary.logit(decision.stated());
    List<Effect> effects = new ArrayList<>();
    for (Trace.Effect effect : decision.effects()) {
      logOdds += effect.logOdds();
      effects.add(new Effect(effect.name(), effect.logOdds(), Elementary.logistic(logOdds)));
    }
    steps.add(
        new Decided(
            trace.at(e.timeMs()),
            stage.name(),
            trace.at(buyerMs),
            stage.advance().at(lead.segment(), lead.product(), lead.source()),
            decision.stated(),
            effects,
            Elementary.logistic(logOdds),
            byAge,
            decision.advance(),
            decision.advance() + decision.regress(),
            decision.draw(),
            way));
    decision = null;
    byAge = false;
  }

  /** What goes on when the horizon ends. */
  private void close() {
    long end = trace.endMs();
    endWait(end, End.HORIZON);
    endTouch(end, End.HORIZON);
    if (lead.outcome() == Outcome.OPEN) {
      String stage = names.stages().get(lead.stage());
      steps.add(new Step.Ended(trace.at(end), stage, (end - enteredMs) / DAY));
    } else if (lead.outcome() == Outcome.DORMANT) {
      steps.add(new Step.Ended(trace.at(end), "", (end - lastMs) / DAY));
    }
  }
}
