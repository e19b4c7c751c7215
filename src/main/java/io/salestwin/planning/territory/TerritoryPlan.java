package io.salestwin.planning.territory;

import java.util.Comparator;
import java.util.List;

/**
 * Which territory each account should belong to, beside where it belongs today. What counts is an
 * even spread of potential and of work for the same capacity, not of the number of accounts.
 *
 * @param files what was divided
 * @param rules what a good division is
 * @param seed of the search
 * @param tried how many moves the search was to try
 * @param isCutShort whether the search was ended early; the plan is the best until then
 * @param load all work as a share of all capacity
 * @param leastLoad the least load that was asked of a territory; that of the rules unless all work
 *     together does not fit them, then around {@code load}
 * @param mostLoad the most that was asked
 * @param obstacles why the rules cannot all be kept, in words; empty when they are kept
 * @param accounts every account in the order of the file
 * @param territories every territory in the order of the file
 * @param tiers what each tier of accounts holds, in order; empty without scores
 * @param potentialBefore balance of the potential today
 * @param potentialAfter balance of the potential as planned
 * @param workBefore balance of the work today
 * @param workAfter balance of the work as planned
 */
public record TerritoryPlan(
    TerritoryFiles files,
    DivisionRules rules,
    long seed,
    long tried,
    boolean isCutShort,
    double load,
    double leastLoad,
    double mostLoad,
    List<String> obstacles,
    List<Placed> accounts,
    List<Outcome> territories,
    List<TierPart> tiers,
    Balance potentialBefore,
    Balance potentialAfter,
    Balance workBefore,
    Balance workAfter) {

  private static final long TRIES_PER_PLACE = 40;
  private static final long FEWEST_TRIES = 2_000_000;
  private static final long MOST_TRIES = 12_000_000;

  /** Copies the lists. */
  public TerritoryPlan {
    obstacles = List.copyOf(obstacles);
    accounts = List.copyOf(accounts);
    territories = List.copyOf(territories);
    tiers = List.copyOf(tiers);
  }

  /** What happens to an account. */
  public enum Change {
    /** It stays where it is. */
    STAYS,
    /** It goes from one territory to another. */
    MOVES,
    /** It had no territory and gets one. */
    ASSIGNED
  }

  /**
   * Where an account is put.
   *
   * @param account the account
   * @param hours work on it in a year
   * @param patch index of its territory as planned
   * @param change what happens to it
   * @param reason why, in words
   * @param worth how much worse the plan would be without this move: squared shares by which
   *     territories are off, the cost of moves and of accounts out of place included; 0 where
   *     nothing moves. Only its order means something to people
   */
  public record Placed(
      Account account, double hours, int patch, Change change, String reason, double worth) {}

  /**
   * What a territory holds.
   *
   * @param accounts number of accounts
   * @param potential in units of the currency, for a year
   * @param hours work in a year
   * @param load work as a share of its capacity
   * @param fairShare potential over what would be fair for its capacity: 1 when even
   * @param away number of accounts outside of its regions or industries
   * @param visited number of accounts whose distance from the base is known
   * @param km sum of these distances in kilometres along great circles
   */
  public record Holding(
      int accounts,
      double potential,
      double hours,
      double load,
      double fairShare,
      int away,
      int visited,
      double km) {

    /**
     * How far its accounts are from the base.
     *
     * @return mean kilometres; NaN when no distance is known
     */
    public double meanKm() {
      return visited == 0 ? Double.NaN : km / visited;
    }
  }

  /**
   * A territory today and as planned.
   *
   * @param patch the territory
   * @param before what it holds today
   * @param after what it holds as planned
   * @param comes number of accounts that come to it
   * @param goes number of accounts that leave it
   */
  public record Outcome(Patch patch, Holding before, Holding after, int comes, int goes) {}

  /**
   * A tier of accounts.
   *
   * @param tier which
   * @param accounts number of accounts
   * @param potential its share of the potential
   * @param hours its share of the work
   */
  public record TierPart(AccountTier tier, int accounts, double potential, double hours) {}

  /**
   * Seeks the plan.
   *
   * @param files sound files: without problems, with at least as many accounts as territories
   * @param rules what a good division is
   * @param seed of the search: the same seed gives the same plan on every machine
   * @param search hears how far it is, and may end it early
   * @return the plan
   * @throws IllegalArgumentException when the files have problems
   * @throws IllegalStateException when the search was ended before every account had a territory
   */
  public static TerritoryPlan of(
      TerritoryFiles files, DivisionRules rules, long seed, Search search) {
    long places = (long) files.accounts().size() * files.patches().size();
    long tries = Math.min(MOST_TRIES, Math.max(FEWEST_TRIES, TRIES_PER_PLACE * places));
    return of(files, rules, seed, tries, search);
  }

  /**
   * Seeks the plan for as long as is asked.
   *
   * @param files sound files
   * @param rules what a good division is
   * @param seed of the search
   * @param tries how many moves are tried, at least 1
   * @param search hears how far it is, and may end it early
   * @return the plan
   * @throws IllegalArgumentException when the files have problems
   * @throws IllegalStateException when the search was ended before every account had a territory
   */
  public static TerritoryPlan of(
      TerritoryFiles files, DivisionRules rules, long seed, long tries, Search search) {
    if (!files.problems().isEmpty() || files.accounts().isEmpty()) {
      throw new IllegalArgumentException("files have problems: " + files.problems());
    }
    return new TerritoryPlanOf(files, rules, seed, tries).plan(search);
  }

  /**
   * The accounts that go from one territory to another, those first without which the plan would be
   * worst.
   *
   * @return a new list
   */
  public List<Placed> moves() {
    return accounts.stream()
        .filter(placed -> placed.change() == Change.MOVES)
        .sorted(Comparator.comparingDouble(Placed::worth).reversed())
        .toList();
  }

  /**
   * How many accounts have something happen to them.
   *
   * @param change what
   * @return the number
   */
  public int count(Change change) {
    return (int) accounts.stream().filter(placed -> placed.change() == change).count();
  }

  /**
   * How much of the potential changes its territory.
   *
   * @return a fraction of all potential
   */
  public double movedPotential() {
    double all = accounts.stream().mapToDouble(p -> p.account().potentialCents()).sum();
    return moves().stream().mapToDouble(p -> p.account().potentialCents()).sum() / all;
  }

  /**
   * How many accounts lie outside of what their territory looks at.
   *
   * @param planned as planned, or today
   * @return the number
   */
  public int away(boolean planned) {
    return territories.stream().mapToInt(t -> planned ? t.after().away() : t.before().away()).sum();
  }

  /**
   * How far accounts are from the bases of their territories.
   *
   * @param planned as planned, or today
   * @return mean kilometres over the accounts whose distance is known; NaN when there are none
   */
  public double meanKm(boolean planned) {
    List<Holding> held = territories.stream().map(t -> planned ? t.after() : t.before()).toList();
    int visited = held.stream().mapToInt(Holding::visited).sum();
    return visited == 0 ? Double.NaN : held.stream().mapToDouble(Holding::km).sum() / visited;
  }

  /**
   * Whether distances are known, today or as planned.
   *
   * @return false when accounts or bases have no positions
   */
  public boolean hasDistances() {
    return territories.stream().anyMatch(t -> t.before().visited() + t.after().visited() > 0);
  }

  /**
   * Whether every hard rule is kept.
   *
   * @return true when all territories are within the band that the rules ask for
   */
  public boolean isWithinRules() {
    return obstacles.isEmpty();
  }
}
