package io.salestwin.model;

import java.util.Arrays;

/** Time integrals of numbers that step: open leads and waiting leads by role, leads by stage. */
final class Areas {

  private final Replication play;
  private final Ledger ledger;
  private final int[] openCount;
  private final long[] openArea;
  private final int[] waitingCount;
  private final long[] waitingArea;
  private final int[] stageCount;
  private final long[] stageValue;
  private final long[] weightedValue;
  private final long[] enteredSum;
  private final long[] stageArea;

  Areas(Replication play) {
    this.play = play;
    ledger = play.ledger;
    openCount = new int[play.model.roleCount()];
    openArea = new long[openCount.length];
    waitingCount = new int[openCount.length];
    waitingArea = new long[openCount.length];
    stageCount = new int[play.model.stageCount()];
    stageValue = new long[stageCount.length];
    weightedValue = new long[stageCount.length];
    enteredSum = new long[stageCount.length];
    stageArea = new long[stageCount.length];
  }

  void reset() {
    Arrays.fill(openCount, 0);
    Arrays.fill(openArea, 0);
    Arrays.fill(waitingCount, 0);
    Arrays.fill(waitingArea, 0);
    Arrays.fill(stageCount, 0);
    Arrays.fill(stageValue, 0);
    Arrays.fill(weightedValue, 0);
    Arrays.fill(enteredSum, 0);
    Arrays.fill(stageArea, 0);
  }

  // The area under a step curve is the sum of count x now over its falls less that over its rises.
  void open(int role, int change) {
    openArea[role] -= change * play.now;
    openCount[role] += change;
  }

  void waiting(int role, int change) {
    waitingArea[role] -= change * play.now;
    waitingCount[role] += change;
  }

  /** A lead comes to its stage (+1) or leaves it (-1). */
  void lead(int lead, int change) {
    Leads leads = play.leads;
    int stage = leads.stage[lead];
    stageArea[stage] -= change * play.now;
    long value = leads.valueCents[lead];
    stageCount[stage] += change;
    stageValue[stage] += change * value;
    weightedValue[stage] +=
        change * Math.round(value * play.model.statedWin(play.row(lead), leads.kind[lead]));
    enteredSum[stage] += change * leads.enteredAt[lead];
  }

  /** Writes the integrals up to now down and begins them anew. */
  void close() {
    for (int role = 0; role < openCount.length; role++) {
      long open = openCount[role] * play.now;
      ledger.add(Fact.OPEN_AREA, role, openArea[role] + open);
      openArea[role] = -open;
      long waiting = waitingCount[role] * play.now;
      ledger.add(Fact.WAITING_AREA, role, waitingArea[role] + waiting);
      waitingArea[role] = -waiting;
    }
    for (int stage = 0; stage < stageCount.length; stage++) {
      long here = stageCount[stage] * play.now;
      ledger.add(Fact.STAGE_AREA, stage, stageArea[stage] + here);
      stageArea[stage] = -here;
    }
  }

  int inStage(int stage) {
    return stageCount[stage];
  }

  long valueIn(int stage) {
    return stageValue[stage];
  }

  long weightedValueIn(int stage) {
    return weightedValue[stage];
  }

  /** Sum of the times that the leads in the stage have been there. */
  long ageIn(int stage) {
    return stageCount[stage] * play.now - enteredSum[stage];
  }
}
