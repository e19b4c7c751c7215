package io.salestwin.planning.territory;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;

/** Where one account is put while a division is sought. */
@PlanningEntity
final class Placement {

  @PlanningId private int account;
  @PlanningPin private boolean pinned;
  @PlanningVariable private Integer patch;

  /** For the solver, which copies placements. */
  Placement() {}

  /** An account at its present patch, or nowhere when that is -1. */
  Placement(int account, boolean pinned, int patch) {
    this.account = account;
    this.pinned = pinned;
    this.patch = patch < 0 ? null : patch;
  }

  int account() {
    return account;
  }

  /** The patch; null as long as there is none. */
  Integer patch() {
    return patch;
  }

  Placement copy() {
    return new Placement(account, pinned, patch == null ? -1 : patch);
  }
}
