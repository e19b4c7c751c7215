package io.salestwin.model;

/** Tells an observer, when there is one, what happens in a replication. */
final class Watch {

  private final Replication play;
  private final Leads leads;
  private Observer observer;

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
      observer.see(step, play.now, leads.entity(lead), leads.stage(lead), rep);
    }
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

  void because(int lead, int reason) {
    if (observer != null) {
      observer.because(leads.entity(lead), reason);
    }
  }

  void touched(int lead, int activity) {
    if (observer != null) {
      observer.touched(leads.entity(lead), activity);
    }
  }
}
