package io.salestwin.model;

import java.util.Arrays;

/** Time integrals of numbers that step: open leads and waiting leads by role, leads by stage. */
final class Areas {

  private final Replication play;
  private final Ledger ledger;
  private final int[] openCount;
  private final long[] openSince;
  private final int[] waitingCount;
  private final long[] waitingSince;
  private final int[] stageCount;
  private final long[] stageValue;
  private final long[] weightedValue;
  private final long[] enteredSum;
  private final long[] stageSince;

  Areas(Replication play) {
    this.play = play;
    ledger = play.ledger;
    openCount = new int[play.model.roleCount()];
    openSince = new long[openCount.length];
    waitingCount = new int[openCount.length];
    waitingSince = new long[openCount.length];
    stageCount = new int[play.model.stageCount()];
    stageValue = new long[stageCount.length];
    weightedValue = new long[stageCount.length];
    enteredSum = new long[stageCount.length];
    stageSince = new long[stageCount.length];
  }

  void reset(long now) {
    Arrays.fill(openCount, 0);
    Arrays.fill(openSince, now);
    Arrays.fill(waitingCount, 0);
    Arrays.fill(waitingSince, now);
    Arrays.fill(stageCount, 0);
    Arrays.fill(stageValue, 0);
    Arrays.fill(weightedValue, 0);
    Arrays.fill(enteredSum, 0);
    Arrays.fill(stageSince, now);
  }

  void open(int role, int change) {
    ledger.add(Fact.OPEN_AREA, role, openCount[role] * (play.now - openSince[role]));
    openSince[role] = play.now;
    openCount[role] += change;
  }

  void waiting(int role, int change) {
    ledger.add(Fact.WAITING_AREA, role, waitingCount[role] * (play.now - waitingSince[role]));
    waitingSince[role] = play.now;
    waitingCount[role] += change;
  }

  /** A lead comes to its stage (+1) or leaves it (-1). */
  void lead(int lead, int change) {
    Leads leads = play.leads;
    int stage = leads.stage[lead];
    closeStage(stage);
    long value = leads.valueCents[lead];
    stageCount[stage] += change;
    stageValue[stage] += change * value;
    weightedValue[stage] +=
        change * Math.round(value * play.model.statedWin(play.row(lead), leads.kind[lead]));
    enteredSum[stage] += change * leads.enteredAt[lead];
  }

  private void closeStage(int stage) {
    ledger.add(Fact.STAGE_AREA, stage, stageCount[stage] * (play.now - stageSince[stage]));
    stageSince[stage] = play.now;
  }

  /** Brings every integral up to now. */
  void close() {
    for (int role = 0; role < openCount.length; role++) {
      open(role, 0);
      waiting(role, 0);
    }
    for (int stage = 0; stage < stageCount.length; stage++) {
      closeStage(stage);
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
