package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.scenario.Role;
import java.util.HashMap;
import java.util.Map;

/**
 * Watches a replication and holds what must be true of every one: time never goes back, nobody owns
 * more leads than he may, and the ledger's time integrals are the sums of the stays that were seen.
 */
final class Witness implements Observer {

  private record Stay(int place, long since) {}

  private final SalesModel model;
  private final Map<Long, Stay> stages = new HashMap<>();
  private final Map<Long, Stay> owners = new HashMap<>();
  private final int[] open;
  private final boolean limited;
  private final long[] stageMs;
  private final long[] ownedMs;
  private final long[] unseenEntries;
  private long last;
  private long steps;

  /**
   * @param limited whether the limit of open leads is to be held; open deals of day one may be more
   */
  Witness(SalesModel model, boolean limited) {
    this.model = model;
    this.limited = limited;
    open = new int[model.repCount()];
    stageMs = new long[model.stageCount()];
    ownedMs = new long[model.roleCount()];
    unseenEntries = new long[model.stageCount()];
    last = model.beginMs();
  }

  long steps() {
    return steps;
  }

  @Override
  public void see(Step step, long timeMs, long entity, int stage, int rep) {
    steps++;
    assertThat(timeMs).isBetween(last, model.endMs() - 1);
    last = timeMs;
    switch (step) {
      case ENTERED -> assertThat(stages.put(entity, new Stay(stage, timeMs))).isNull();
      case ADVANCED, REGRESSED, REQUALIFIED, LOST, DORMANT -> leave(entity, stage, timeMs);
      case OWNED -> {
        assertThat(owners.put(entity, new Stay(rep, timeMs))).isNull();
        open[rep]++;
        int limit = mayBeFull(rep) ? 0 : model.openLimit(model.roleOf(rep));
        assertThat(!limited || limit == 0 || open[rep] <= limit).as("limit").isTrue();
      }
      case RELEASED -> {
        Stay stay = owners.remove(entity);
        assertThat(stay.place()).isEqualTo(rep);
        open[rep]--;
        ownedMs[model.roleOf(rep)] += length(stay, timeMs);
      }
      default -> {}
    }
  }

  /** A lead that comes back to its owner may find him full. */
  private boolean mayBeFull(int rep) {
    Role role = model.scenario().roles().get(model.roleOf(rep));
    return role.routing().policy() == Role.Policy.STICKY;
  }

  private void leave(long entity, int stage, long timeMs) {
    Stay stay = stages.remove(entity);
    if (stay == null) {
      // a deal that was open on day one
      unseenEntries[stage]++;
      stay = new Stay(stage, 0);
    }
    assertThat(stay.place()).isEqualTo(stage);
    stageMs[stage] += length(stay, timeMs);
  }

  private static long length(Stay stay, long timeMs) {
    return Math.max(0, timeMs) - Math.max(0, stay.since());
  }

  /** Little's law, exactly: area under the number of leads = sum of their stays. */
  void holdsTheAreasOf(Ledger ledger) {
    stages.values().forEach(stay -> stageMs[stay.place()] += length(stay, model.endMs()));
    owners
        .values()
        .forEach(stay -> ownedMs[model.roleOf(stay.place())] += length(stay, model.endMs()));
    for (int stage = 0; stage < stageMs.length; stage++) {
      boolean pipeline = model.scenario().begin().pipeline().isPresent();
      long stayed = pipeline ? ledger.get(Fact.OPEN_AT_START, 0, stage) - unseenEntries[stage] : 0;
      assertThat(sum(ledger, Fact.STAGE_AREA, stage))
          .isEqualTo(stageMs[stage] + stayed * model.endMs());
    }
    for (int role = 0; role < ownedMs.length; role++) {
      assertThat(sum(ledger, Fact.OPEN_AREA, role)).isEqualTo(ownedMs[role]);
    }
  }

  static long sum(Ledger ledger, Fact fact, int member) {
    long sum = 0;
    for (int period = 0; period < ledger.periods(); period++) {
      sum += ledger.get(fact, period, member);
    }
    return sum;
  }
}
