package io.salestwin.model;

import java.util.Arrays;

/**
 * Time integrals of numbers that step: open leads and waiting leads by role, leads by stage. And
 * what is in the stages when a period turns, which is counted then and not at every step.
 *
 * <p>The area under a step curve is the sum of the instants of its falls less that of its rises, so
 * a step costs one sum and the level itself is needed at the turn only.
 */
final class Areas {

  private final Replication play;
  private final Ledger ledger;
  private final int[] openCount;
  private final long[] openArea;
  private final int[] waitingCount;
  private final long[] waitingArea;
  private final long[] stageArea;
  private final long[] inStage;
  private final long[] value;
  private final long[] weightedValue;
  private final long[] age;

  Areas(Replication play) {
    this.play = play;
    ledger = play.ledger;
    int roles = play.model.roleCount();
    openCount = new int[roles];
    openArea = new long[roles];
    waitingCount = new int[roles];
    waitingArea = new long[roles];
    int stages = play.model.stageCount();
    stageArea = new long[stages];
    inStage = new long[stages];
    value = new long[stages];
    weightedValue = new long[stages];
    age = new long[stages];
  }

  void reset() {
    Arrays.fill(openCount, 0);
    Arrays.fill(openArea, 0);
    Arrays.fill(waitingCount, 0);
    Arrays.fill(waitingArea, 0);
    Arrays.fill(stageArea, 0);
  }

  void open(int role, int change) {
    openArea[role] -= change * play.now;
    openCount[role] += change;
  }

  void waiting(int role, int change) {
    waitingArea[role] -= change * play.now;
    waitingCount[role] += change;
  }

  void enters(int stage) {
    stageArea[stage] -= play.now;
  }

  void leaves(int stage) {
    stageArea[stage] += play.now;
  }

  /** Counts what is in the stages, writes the integrals up to now down and begins them anew. */
  void close() {
    count();
    for (int role = 0; role < openCount.length; role++) {
      long open = openCount[role] * play.now;
      ledger.add(Fact.OPEN_AREA, role, openArea[role] + open);
      openArea[role] = -open;
      long waiting = waitingCount[role] * play.now;
      ledger.add(Fact.WAITING_AREA, role, waitingArea[role] + waiting);
      waitingArea[role] = -waiting;
    }
    for (int stage = 0; stage < stageArea.length; stage++) {
      long here = inStage[stage] * play.now;
      ledger.add(Fact.STAGE_AREA, stage, stageArea[stage] + here);
      stageArea[stage] = -here;
    }
  }

  private void count() {
    Arrays.fill(inStage, 0);
    Arrays.fill(value, 0);
    Arrays.fill(weightedValue, 0);
    Arrays.fill(age, 0);
    Leads leads = play.leads;
    for (int lead = 0; lead < leads.numbers(); lead++) {
      long since = leads.enteredAt(lead);
      if (since != Leads.NEVER) {
        int stage = leads.stage(lead);
        long cents = leads.valueCents(lead);
        inStage[stage]++;
        value[stage] += cents;
        int shown = play.hygiene == null ? stage : play.hygiene.reportedStage(lead);
        int row = play.row(lead) - stage + shown;
        weightedValue[shown] += Math.round(cents * play.model.statedWin(row, leads.kind(lead)));
        age[stage] += play.now - since;
      }
    }
  }

  /** Number of leads in the stage when the period turned. */
  long inStage(int stage) {
    return inStage[stage];
  }

  /** Their value. */
  long valueIn(int stage) {
    return value[stage];
  }

  /** Their value times the stated chance that they are won. */
  long weightedValueIn(int stage) {
    return weightedValue[stage];
  }

  /** Sum of the times that they had been there. */
  long ageIn(int stage) {
    return age[stage];
  }
}
