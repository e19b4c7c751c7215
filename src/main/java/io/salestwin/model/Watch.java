package io.salestwin.model;

import io.salestwin.random.Elementary;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tells an observer and a counter, when there are such, what happens in a replication. What the
 * busiest steps call is short, so that it costs next to nothing where nobody watches.
 */
final class Watch {

  private final Replication play;
  private final Leads leads;
  private Observer observer;
  private Counter counter;
  private double stated;
  private final Map<Effect, Double> effects = new EnumMap<>(Effect.class);

  Watch(Replication play) {
    this.play = play;
    leads = play.leads;
  }

  /** Lets somebody watch from now on, or nobody for null. */
  void observe(Observer watcher) {
    observer = watcher;
  }

  /** Lets somebody count from now on, or nobody for null. */
  void count(Counter counts) {
    counter = counts;
  }

  void see(Observer.Step step, int lead, int rep) {
    if (observer != null) {
      tell(step, lead, rep);
    }
  }

  private void tell(Observer.Step step, int lead, int rep) {
    if (step == Observer.Step.TOUCH_BEGAN) {
      observer.begins(leads.entity(lead), activity(lead));
    }
    observer.see(step, play.now, leads.entity(lead), leads.stage(lead), rep);
  }

  private int activity(int lead) {
    int touch = leads.touch(lead);
    return touch < 0
        ? touch == Hygiene.REVIEW ? play.model.review() : play.model.prospecting()
        : play.plan(lead).touches().activity()[touch];
  }

  void arrived(int lead) {
    if (counter != null) {
      counter.came(play.now);
    }
    meet(lead);
    see(Observer.Step.ARRIVED, lead, -1);
  }

  void won(int lead, int rep) {
    if (counter != null) {
      counter.won(leads.arrivedAt(lead), play.now);
    }
    see(Observer.Step.WON, lead, rep);
  }

  void meet(int lead) {
    if (observer != null) {
      int kind = leads.kind(lead);
      Kinds kinds = play.model.kinds();
      observer.meet(
          leads.entity(lead),
          leads.source(lead),
          kinds.segment(kind),
          kinds.product(kind),
          leads.valueCents(lead));
      observer.rated(leads.entity(lead), leads.quality(lead));
      if (play.model.competition() != null) {
        observer.against(leads.entity(lead), leads.competitor(lead));
      }
    }
  }

  void opened(int lead) {
    if (observer != null) {
      observer.opened(leads.entity(lead), leads.stage(lead), leads.enteredAt(lead));
    }
  }

  void waits(int lead, int role) {
    if (observer != null) {
      observer.waits(play.now, leads.entity(lead), role);
    }
  }

  void staffed(int rep) {
    if (observer != null) {
      observer.staffed(play.now, rep, play.team.seats[rep].working, play.team.seats[rep].present);
    }
  }

  void customer(Observer.Life life, long entity, int segment, long arrCents) {
    if (observer != null) {
      observer.customer(life, play.now, entity, segment, arrCents);
    }
  }

  /** Routing is about to choose somebody of the pool for the lead. */
  void routes(int lead, int pool) {
    if (observer != null) {
      observer.routed(play.now, leads.entity(lead), play.team.candidates(pool, lead));
    }
  }

  void because(int lead, int reason) {
    if (observer != null) {
      observer.because(leads.entity(lead), reason);
    }
  }

  /**
   * The parts of the log-odds of the draw that comes next.
   *
   * @param at where the parameters keep the stated chance, which includes the kind's effect
   * @param logOdds by the ordinal of the {@link Effect}
   */
  void weighs(int at, double[] logOdds) {
    if (observer != null) {
      stated =
          Elementary.logistic(play.parameters.advanceLogit[at] - logOdds[Effect.KIND.ordinal()]);
      for (Effect effect : Effect.values()) {
        effects.put(effect, logOdds[effect.ordinal()]);
      }
    }
  }

  /** A number was drawn from 0 to {@code whole}, the sum of the weights of all outcomes. */
  void draws(int lead, double advances, double regresses, double draw, double whole) {
    if (observer != null) {
      decide(lead, advances, regresses, draw, whole > 0 ? whole : 1);
    }
  }

  private void decide(int lead, double advances, double regresses, double draw, double whole) {
    Odds odds = new Odds(stated, effects, advances / whole, regresses / whole, draw / whole);
    observer.decides(play.now, leads.entity(lead), odds);
  }

  void touched(int lead, int activity) {
    if (observer != null) {
      observer.touched(leads.entity(lead), activity);
    }
  }
}
