package io.salestwin.model;

import io.salestwin.random.Elementary;

/** Tells an observer, when there is one, what happens in a replication. */
final class Watch {

  private final Replication play;
  private final Leads leads;
  private Observer observer;
  private double stated;
  private double kind;
  private double quality;
  private double skill;
  private double response;
  private double season;

  Watch(Replication play) {
    this.play = play;
    leads = play.leads;
  }

  /** Lets somebody watch from now on, or nobody for null. */
  void observe(Observer watcher) {
    observer = watcher;
  }

  void see(Observer.Step step, int lead, int rep) {
    if (observer != null) {
      if (step == Observer.Step.TOUCH_BEGAN) {
        observer.begins(leads.entity[lead], activity(lead));
      }
      observer.see(step, play.now, leads.entity[lead], leads.stage[lead], rep);
    }
  }

  private int activity(int lead) {
    int touch = leads.touch[lead];
    return touch == Replication.PROSPECTING
        ? play.model.prospecting()
        : play.plan(lead).touches().activity()[touch];
  }

  void meet(int lead) {
    if (observer != null) {
      int kind = leads.kind[lead];
      Kinds kinds = play.model.kinds();
      observer.meet(
          leads.entity[lead],
          leads.source[lead],
          kinds.segment(kind),
          kinds.product(kind),
          leads.valueCents[lead]);
      observer.rated(leads.entity[lead], leads.quality[lead]);
    }
  }

  void opened(int lead) {
    if (observer != null) {
      observer.opened(leads.entity[lead], leads.stage[lead], leads.enteredAt[lead]);
    }
  }

  void waits(int lead, int role) {
    if (observer != null) {
      observer.waits(play.now, leads.entity[lead], role);
    }
  }

  void because(int lead, int reason) {
    if (observer != null) {
      observer.because(leads.entity[lead], reason);
    }
  }

  /** The parts of the log-odds of the draw that comes next; stated includes the kind's effect. */
  void weighs(
      double statedLogOdds,
      double ofKind,
      double ofQuality,
      double ofSkill,
      double ofResponse,
      double ofSeason) {
    if (observer != null) {
      stated = Elementary.logistic(statedLogOdds - ofKind);
      kind = ofKind;
      quality = ofQuality;
      skill = ofSkill;
      response = ofResponse;
      season = ofSeason;
    }
  }

  /** A number was drawn from 0 to {@code whole}, the sum of the weights of all outcomes. */
  void draws(int lead, double advances, double regresses, double draw, double whole) {
    if (observer != null) {
      double unit = whole > 0 ? whole : 1;
      Odds odds =
          new Odds(
              stated,
              kind,
              quality,
              skill,
              response,
              season,
              advances / unit,
              regresses / unit,
              draw / unit);
      observer.decides(play.now, leads.entity[lead], odds);
    }
  }

  void touched(int lead, int activity) {
    if (observer != null) {
      observer.touched(leads.entity[lead], activity);
    }
  }
}
