package io.salestwin.model;

import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * Who serves whom: a pool is the reps of a role, or of a role in one territory. Leads wait in front
 * of a pool, and a pool's reps are seats 0, 1, 2 … of it, in the order of the reps.
 */
final class Pools {

  private final int[] firstPool;
  private final boolean[] byTerritory;
  private final boolean[] helpOut;
  private final int[] roleOfPool;
  private final int[] poolOfRep;
  private final int[] seatOfRep;
  private final int[][] repsOfPool;

  /**
   * The pools of a scenario.
   *
   * @param roleOfRep role by rep
   */
  Pools(Scenario scenario, int[] roleOfRep) {
    int roles = scenario.roles().size();
    int territories = scenario.territories().size();
    firstPool = new int[roles + 1];
    byTerritory = new boolean[roles];
    helpOut = new boolean[roles];
    List<Integer> roleOf = new ArrayList<>();
    for (int r = 0; r < roles; r++) {
      Role role = scenario.roles().get(r);
      byTerritory[r] =
          role.territoryRule() != Role.TerritoryRule.OPEN
              && role.reps().stream().anyMatch(rep -> rep.territory() >= 0);
      helpOut[r] = byTerritory[r] && role.territoryRule() == Role.TerritoryRule.FIRST;
      firstPool[r] = roleOf.size();
      for (int i = 0; i < (byTerritory[r] ? territories : 1); i++) {
        roleOf.add(r);
      }
    }
    firstPool[roles] = roleOf.size();
    roleOfPool = roleOf.stream().mapToInt(Integer::intValue).toArray();
    poolOfRep = new int[roleOfRep.length];
    seatOfRep = new int[roleOfRep.length];
    List<List<Integer>> members = new ArrayList<>();
    roleOf.forEach(role -> members.add(new ArrayList<>()));
    int rep = 0;
    for (Role role : scenario.roles()) {
      for (Role.Rep seat : role.reps()) {
        int pool = of(roleOfRep[rep], seat.territory());
        poolOfRep[rep] = pool;
        seatOfRep[rep] = members.get(pool).size();
        members.get(pool).add(rep++);
      }
    }
    repsOfPool =
        members.stream()
            .map(reps -> reps.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  int count() {
    return roleOfPool.length;
  }

  /** Whether every role has one pool only. */
  boolean areRoles() {
    return roleOfPool.length == firstPool.length - 1;
  }

  /** The pool of a role that a lead of this territory waits for. */
  int of(int role, int territory) {
    return byTerritory[role] ? firstPool[role] + territory : firstPool[role];
  }

  int roleOf(int pool) {
    return roleOfPool[pool];
  }

  int of(int rep) {
    return poolOfRep[rep];
  }

  int seat(int rep) {
    return seatOfRep[rep];
  }

  int rep(int pool, int seat) {
    return repsOfPool[pool][seat];
  }

  int size(int pool) {
    return repsOfPool[pool].length;
  }

  int first(int role) {
    return firstPool[role];
  }

  /** Whether the role's reps take leads of other territories when nobody there has room. */
  boolean helpOut(int role) {
    return helpOut[role];
  }
}
