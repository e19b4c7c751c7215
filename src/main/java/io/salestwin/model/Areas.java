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
    stageSince = new long[stageCount.length];
  }

  void reset(long now) {
    Arrays.fill(openCount, 0);
    Arrays.fill(openSince, now);
    Arrays.fill(waitingCount, 0);
    Arrays.fill(waitingSince, now);
    Arrays.fill(stageCount, 0);
    Arrays.fill(stageValue, 0);
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

  void stage(int stage, int change, long valueCents) {
    ledger.add(Fact.STAGE_AREA, stage, stageCount[stage] * (play.now - stageSince[stage]));
    stageSince[stage] = play.now;
    stageCount[stage] += change;
    stageValue[stage] += change * valueCents;
  }

  /** Brings every integral up to now. */
  void close() {
    for (int role = 0; role < openCount.length; role++) {
      open(role, 0);
      waiting(role, 0);
    }
    for (int stage = 0; stage < stageCount.length; stage++) {
      stage(stage, 0, 0);
    }
  }

  int inStage(int stage) {
    return stageCount[stage];
  }

  long valueIn(int stage) {
    return stageValue[stage];
  }
}
