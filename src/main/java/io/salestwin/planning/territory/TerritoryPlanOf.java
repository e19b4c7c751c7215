package io.salestwin.planning.territory;

import io.salestwin.planning.territory.TerritoryPlan.Change;
import io.salestwin.planning.territory.TerritoryPlan.Holding;
import io.salestwin.planning.territory.TerritoryPlan.Outcome;
import io.salestwin.planning.territory.TerritoryPlan.Placed;
import io.salestwin.planning.territory.TerritoryPlan.TierPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Seeks a division and tells what it changes. */
final class TerritoryPlanOf {

  private static final double CENTS = 100;

  /** From this difference of shares on, an imbalance is the reason of a move. */
  private static final double NOTED = 0.05;

  /** From this part of the mean distance on, being nearer is the reason of a move. */
  private static final double NEARER = 0.5;

  private final TerritoryFiles files;
  private final List<Account> accounts;
  private final List<Patch> patches;
  private final DivisionRules rules;
  private final long seed;
  private final long tries;
  private final List<Double> hours;
  private final PuzzleOf made;
  private final Puzzle puzzle;

  TerritoryPlanOf(TerritoryFiles files, DivisionRules rules, long seed, long tries) {
    this.files = files;
    this.accounts = files.accounts();
    this.patches = files.patches();
    this.rules = rules;
    this.seed = seed;
    this.tries = tries;
    hours = Workload.of(accounts, patches, rules);
    made = new PuzzleOf(files, hours, rules);
    puzzle = made.puzzle();
  }

  TerritoryPlan plan(Search search) {
    Loads loads = new Loads(puzzle, Divider.divide(puzzle, seed, tries, search));
    loads.takeBackIdleMoves();
    List<Integer> before = accounts.stream().map(Account::patch).toList();
    List<Integer> after = new ArrayList<>();
    for (int a = 0; a < accounts.size(); a++) {
      after.add(loads.patchOf(a));
    }
    List<Holding> today = holdings(before);
    List<Holding> planned = holdings(after);
    return new TerritoryPlan(
        files,
        rules,
        seed,
        tries,
        search.isStopped(),
        made.load(),
        made.leastLoad(),
        made.mostLoad(),
        obstacles(planned),
        placed(loads, today),
        outcomes(before, after, today, planned),
        tiers(),
        balance(today, true),
        balance(planned, true),
        balance(today, false),
        balance(planned, false));
  }

  private List<Holding> holdings(List<Integer> patchOf) {
    int m = patches.size();
    int[] count = new int[m];
    int[] away = new int[m];
    int[] visited = new int[m];
    double[] km = new double[m];
    long[] potential = new long[m];
    double[] work = new double[m];
    for (int a = 0; a < accounts.size(); a++) {
      int t = patchOf.get(a);
      if (t >= 0) {
        count[t]++;
        away[t] += made.outside(accounts.get(a), patches.get(t)) > 0 ? 1 : 0;
        if (!Double.isNaN(made.travel().km(a, t))) {
          visited[t]++;
          km[t] += made.travel().km(a, t);
        }
        potential[t] += accounts.get(a).potentialCents();
        work[t] += hours.get(a);
      }
    }
    List<Holding> holdings = new ArrayList<>();
    for (int t = 0; t < m; t++) {
      double fair = Puzzle.fair(puzzle.allPotential(), puzzle.capacity()[t], puzzle.allCapacity());
      holdings.add(
          new Holding(
              count[t],
              potential[t] / CENTS,
              work[t],
              work[t] / patches.get(t).capacityHours(),
              potential[t] / fair,
              away[t],
              visited[t],
              km[t]));
    }
    return holdings;
  }

  private static Balance balance(List<Holding> holdings, boolean potential) {
    return Balance.of(
        holdings.stream().mapToDouble(h -> potential ? h.fairShare() : h.load()).toArray());
  }

  /** What was known before the search, and what the search could not bring into the band. */
  private List<String> obstacles(List<Holding> planned) {
    List<String> obstacles = new ArrayList<>(made.obstacles());
    List<String> out = new ArrayList<>();
    for (int t = 0; t < patches.size(); t++) {
      long worked = Math.round(planned.get(t).hours() * CENTS);
      // a hundredth of an hour for each account may be lost to rounding
      if (puzzle.outside(t, worked) > planned.get(t).accounts() + 1L) {
        double percent = planned.get(t).load() * 100;
        out.add(String.format(Locale.ROOT, "%s at %.1f %%", patches.get(t).name(), percent));
      }
    }
    if (!out.isEmpty()) {
      obstacles.add(
          String.format(
              Locale.ROOT,
              "no division was found that brings every territory to %.0f to %.0f %% of its"
                  + " capacity: %s; allow another --band, or unlock accounts",
              made.leastLoad() * 100,
              made.mostLoad() * 100,
              PuzzleOf.someOf(out)));
    }
    return obstacles;
  }

  private List<Placed> placed(Loads loads, List<Holding> today) {
    List<Placed> placed = new ArrayList<>();
    for (int a = 0; a < accounts.size(); a++) {
      Account account = accounts.get(a);
      int to = loads.patchOf(a);
      int from = account.patch();
      Change change = from < 0 ? Change.ASSIGNED : from == to ? Change.STAYS : Change.MOVES;
      double worth =
          change == Change.MOVES
              ? (double) loads.growth(a, from).soft() / (Puzzle.SHARE * Puzzle.SHARE)
              : 0;
      placed.add(new Placed(account, hours.get(a), to, change, reason(a, to, today), worth));
    }
    return placed;
  }

  private String reason(int number, int to, List<Holding> today) {
    Account account = accounts.get(number);
    int from = account.patch();
    if (from < 0) {
      return account.owner().isEmpty()
          ? "nobody has it today"
          : account.owner() + " is not among the reps";
    }
    if (from == to) {
      return account.locked() ? "locked" : account.inFlight() ? "a deal is in flight" : "";
    }
    Patch old = patches.get(from);
    Patch next = patches.get(to);
    if (rules.regions()
        && !old.looksAtRegion(account.region())
        && next.looksAtRegion(account.region())) {
      return "it lies in " + account.region() + ", where " + old.name() + " does not look";
    }
    if (rules.industries()
        && !old.looksAtIndustry(account.industry())
        && next.looksAtIndustry(account.industry())) {
      return "it is " + account.industry() + ", at which " + old.name() + " does not look";
    }
    double nearer = made.travel().far(number, from) - made.travel().far(number, to);
    if (rules.travel() > 0 && nearer > NEARER && made.travel().km(number, to) >= 0) {
      return String.format(
          Locale.ROOT,
          "it lies %,.0f km from the base of %s and %,.0f km from that of %s",
          made.travel().km(number, from),
          old.name(),
          made.travel().km(number, to),
          next.name());
    }
    return imbalance(old, today.get(from), next, today.get(to));
  }

  private static String imbalance(Patch old, Holding from, Patch next, Holding to) {
    if (from.fairShare() - to.fairShare() > NOTED) {
      return String.format(
          Locale.ROOT,
          "%s has %.0f %% of its fair share of the potential, %s %.0f %%",
          old.name(),
          from.fairShare() * 100,
          next.name(),
          to.fairShare() * 100);
    }
    if (from.load() - to.load() > NOTED) {
      return String.format(
          Locale.ROOT,
          "%s works %.0f %% of its capacity, %s %.0f %%",
          old.name(),
          from.load() * 100,
          next.name(),
          to.load() * 100);
    }
    return "in exchange, so that " + old.name() + " and " + next.name() + " both come out even";
  }

  private List<Outcome> outcomes(
      List<Integer> before, List<Integer> after, List<Holding> today, List<Holding> planned) {
    int[] comes = new int[patches.size()];
    int[] goes = new int[patches.size()];
    for (int a = 0; a < before.size(); a++) {
      int from = before.get(a);
      int to = after.get(a);
      if (from != to) {
        comes[to]++;
        if (from >= 0) {
          goes[from]++;
        }
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int t = 0; t < patches.size(); t++) {
      outcomes.add(new Outcome(patches.get(t), today.get(t), planned.get(t), comes[t], goes[t]));
    }
    return outcomes;
  }

  private List<TierPart> tiers() {
    if (accounts.get(0).score().isEmpty()) {
      return List.of();
    }
    double allHours = hours.stream().mapToDouble(h -> h).sum();
    List<TierPart> tiers = new ArrayList<>();
    for (AccountTier tier : AccountTier.values()) {
      int count = 0;
      double potential = 0;
      double work = 0;
      for (int a = 0; a < accounts.size(); a++) {
        if (accounts.get(a).tier() == tier) {
          count++;
          potential += accounts.get(a).potentialCents();
          work += hours.get(a);
        }
      }
      tiers.add(new TierPart(tier, count, potential / puzzle.allPotential(), work / allHours));
    }
    return tiers;
  }
}
