package io.salestwin.model;

import io.salestwin.random.Elementary;
import io.salestwin.random.Purpose;

/** The scores of leads after they have come, and how well they tell who is won. */
final class Scores {

  /** Bins of equal width from 0 to 1; what lies outside is in the first or the last. */
  static final int BINS = 100;

  private static final int RESCORE = Purpose.RESCORE.code();

  private final Replication play;
  private final boolean ranks;

  Scores(Replication play) {
    this.play = play;
    ranks = play.model.ranks();
  }

  /** What is known of the lead by now: its score is made anew. */
  void refresh(int lead, StagePlan plan) {
    Leads leads = play.leads;
    double noise = plan.rescore();
    double u =
        play.streams.uniform(leads.entity(lead), RESCORE, play.journey.visitIndex(lead, plan));
    leads.score(
        lead, leads.quality(lead) + (noise == 0 ? 0 : noise * Elementary.normalQuantile(u)));
  }

  /** A lead has been won or lost for good. */
  void closes(int lead, Fact fact) {
    if (ranks) {
      int bin = (int) Math.floor(play.leads.score(lead) * BINS);
      play.ledger.one(fact, Math.max(0, Math.min(BINS - 1, bin)));
    }
  }
}
