package io.salestwin.model;

import io.salestwin.random.Purpose;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Role.Factor;
import io.salestwin.scenario.Role.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which rep of a pool gets a lead, where the routing looks at every rep who could take it. Equal
 * scores go to the rep who comes first.
 */
final class Router {

  private static final int CHOICE = Purpose.CHOICE.code();
  private static final Factor[] FACTORS = Factor.values();

  /** Deals at the role's own rate that stand beside each rep's, so that one deal proves little. */
  private static final double PRIOR_DEALS = 10;

  /** So little that it decides between equals only. */
  private static final double LITTLE = 1e-9;

  private final Replication play;
  private final Leads leads;
  private final Team team;
  private final Pools pools;
  private final Policy[] policy;
  private final double[][] weights;
  private final boolean[] scans;
  private final boolean[] sticky;
  private final int[] wonByRole;
  private final int[] closedByRole;

  /** The best performance among those who could take the lead at hand. */
  private double bestPerformance;

  Router(Replication play, Team team) {
    this.play = play;
    this.team = team;
    leads = play.leads;
    pools = play.model.pools();
    List<Role> roles = play.model.scenario().roles();
    policy = roles.stream().map(role -> role.routing().policy()).toArray(Policy[]::new);
    weights =
        roles.stream()
            .map(r -> r.routing().weights().stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    scans = new boolean[policy.length];
    sticky = new boolean[policy.length];
    for (int role = 0; role < policy.length; role++) {
      scans[role] = !inTurn(role) && !byLoad(role);
      sticky[role] = policy[role] == Policy.STICKY;
    }
    wonByRole = new int[roles.size()];
    closedByRole = new int[roles.size()];
  }

  void reset() {
    Arrays.fill(wonByRole, 0);
    Arrays.fill(closedByRole, 0);
  }

  /** A deal of the rep has closed. */
  void closes(int rep, boolean won) {
    int role = play.model.roleOf(rep);
    closedByRole[role]++;
    if (won) {
      wonByRole[role]++;
      team.seats[rep].won++;
    } else {
      team.seats[rep].lost++;
    }
  }

  /** Whether the role's reps take turns. */
  boolean inTurn(int role) {
    return policy[role] == Policy.ROUND_ROBIN || policy[role] == Policy.STICKY;
  }

  boolean byLoad(int role) {
    return policy[role] == Policy.LEAST_LOADED;
  }

  /** Whether every rep who could take the lead is looked at. */
  boolean scans(int role) {
    return scans[role];
  }

  /** Whether a lead that comes back waits for its earlier owner though he has no room. */
  boolean isSticky(int role) {
    return sticky[role];
  }

  /** The rep among these, who stand by their seats, with the highest score for the lead. */
  int best(RepSet among, int pool, int lead) {
    int role = pools.roleOf(pool);
    prepare(among, pool, role);
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int seat = among.next(0); seat >= 0; seat = among.after(seat)) {
      int rep = pools.rep(pool, seat);
      double score = score(role, rep, lead);
      if (score > most) {
        most = score;
        best = rep;
      }
    }
    return best;
  }

  private void prepare(RepSet among, int pool, int role) {
    if (policy[role] == Policy.WEIGHTED && weights[role][Factor.PERFORMANCE.ordinal()] > 0) {
      bestPerformance = 0;
      for (int seat = among.next(0); seat >= 0; seat = among.after(seat)) {
        bestPerformance = Math.max(bestPerformance, performance(role, pools.rep(pool, seat)));
      }
    }
  }

  private double score(int role, int rep, int lead) {
    return switch (policy[role]) {
      case RANDOM -> play.streams.uniform(leads.entity(lead), CHOICE, team.seats[rep].person);
      case EXPERTISE -> expertise(rep, lead) + LITTLE * team.room(rep);
      case BEST_PERFORMER -> performance(role, rep);
      case BY_TIER -> tier(rep, lead) + LITTLE * team.room(rep);
      case WEIGHTED -> weighted(role, rep, lead);
      case ROUND_ROBIN, STICKY, LEAST_LOADED ->
          throw new AssertionError("no score in " + policy[role]);
    };
  }

  private double weighted(int role, int rep, int lead) {
    double sum = 0;
    for (Factor factor : FACTORS) {
      double weight = weights[role][factor.ordinal()];
      if (weight > 0) {
        sum += weight * factor(factor, role, rep, lead);
      }
    }
    return sum;
  }

  private double factor(Factor factor, int role, int rep, int lead) {
    return switch (factor) {
      case TERRITORY -> play.model.people().territory(rep) == leads.territory(lead) ? 1 : 0;
      case EXPERTISE -> expertise(rep, lead);
      case WORKLOAD -> team.room(rep);
      case TIER -> tier(rep, lead);
      case PERFORMANCE -> performance(role, rep) / bestPerformance;
    };
  }

  private double expertise(int rep, int lead) {
    return play.model.people().expertise(rep, play.model.kinds().segment(leads.kind(lead)));
  }

  private double tier(int rep, int lead) {
    return play.model.people().tier(rep) == leads.tier(lead) ? 1 : 0;
  }

  /** Share of the rep's closed deals that were won, with some at the role's rate beside them. */
  private double performance(int role, int rep) {
    double rate = (wonByRole[role] + 0.5) / (closedByRole[role] + 1);
    return (team.seats[rep].won + PRIOR_DEALS * rate)
        / (team.seats[rep].won + team.seats[rep].lost + PRIOR_DEALS);
  }

  /** How often the rep wins, over how often his role does; some deals at the role's rate in it. */
  double multiplier(int rep) {
    int role = play.model.roleOf(rep);
    return performance(role, rep) * (closedByRole[role] + 1) / (wonByRole[role] + 0.5);
  }

  /** What the routing sees in each of these for a lead; for stories. */
  List<Observer.Candidate> candidates(RepSet among, int pool, int lead) {
    int role = pools.roleOf(pool);
    prepare(among, pool, role);
    List<Observer.Candidate> candidates = new ArrayList<>();
    for (int seat = among.next(0); seat >= 0; seat = among.after(seat)) {
      int rep = pools.rep(pool, seat);
      List<Double> factors = new ArrayList<>();
      if (policy[role] == Policy.WEIGHTED) {
        for (Factor factor : FACTORS) {
          boolean counts = weights[role][factor.ordinal()] > 0;
          factors.add(counts ? factor(factor, role, rep, lead) : 0);
        }
      }
      candidates.add(
          new Observer.Candidate(
              rep, scans(role) ? score(role, rep, lead) : Double.NaN, List.copyOf(factors)));
    }
    return candidates;
  }
}
