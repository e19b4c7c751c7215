package io.salestwin.planning.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the puzzle from accounts, territories and rules, and tells why rules cannot be kept. */
final class PuzzleOf {

  private static final double HUNDREDTHS = 100;
  private static final int FEW = 5;

  private final List<Account> accounts;
  private final List<Patch> patches;
  private final List<Double> hours;
  private final DivisionRules rules;
  private final Travel travel;
  private final double load;

  PuzzleOf(TerritoryFiles files, List<Double> hours, DivisionRules rules) {
    this.accounts = files.accounts();
    this.patches = files.patches();
    this.hours = hours;
    this.rules = rules;
    travel = new Travel(accounts, patches);
    double work = hours.stream().mapToDouble(h -> h).sum();
    load = work / patches.stream().mapToDouble(Patch::capacityHours).sum();
  }

  /** Whether all work together is within the band. */
  boolean fits() {
    return load >= rules.leastLoad() && load <= rules.mostLoad();
  }

  /** All work as a share of all capacity. */
  double load() {
    return load;
  }

  /** The least load that is asked of a territory: that of the rules, or around the mean load. */
  double leastLoad() {
    return fits() ? rules.leastLoad() : load - (rules.mostLoad() - rules.leastLoad()) / 2;
  }

  double mostLoad() {
    return fits() ? rules.mostLoad() : load + (rules.mostLoad() - rules.leastLoad()) / 2;
  }

  Puzzle puzzle() {
    int n = accounts.size();
    int m = patches.size();
    double move = Puzzle.costOfOne(n, m, rules.disruption());
    double weights = accounts.stream().mapToInt(a -> a.tier().moveWeight()).sum();
    double away = Puzzle.costOfOne(n, m, rules.away());
    double mean = Puzzle.costOfOne(n, m, rules.travel());
    Puzzle puzzle =
        new Puzzle(
            accounts.stream().mapToLong(Account::potentialCents).toArray(),
            hours.stream().mapToLong(h -> Math.round(h * HUNDREDTHS)).toArray(),
            accounts.stream().mapToInt(Account::patch).toArray(),
            new boolean[n],
            accounts.stream()
                .mapToLong(a -> Math.round(move * a.tier().moveWeight() * n / weights))
                .toArray(),
            new long[n][m],
            patches.stream().mapToLong(p -> Math.round(p.capacityHours() * HUNDREDTHS)).toArray(),
            new long[m],
            new long[m]);
    for (int a = 0; a < n; a++) {
      puzzle.pinned()[a] = accounts.get(a).stays();
      for (int t = 0; t < m; t++) {
        puzzle.awayCost()[a][t] =
            Math.round(away * outside(accounts.get(a), patches.get(t)) + mean * travel.far(a, t));
      }
    }
    for (int t = 0; t < m; t++) {
      puzzle.least()[t] = (long) Math.ceil(puzzle.capacity()[t] * Math.max(0, leastLoad()) - 1e-6);
      puzzle.most()[t] = (long) Math.floor(puzzle.capacity()[t] * mostLoad() + 1e-6);
    }
    return puzzle;
  }

  /** How far accounts are from the bases. */
  Travel travel() {
    return travel;
  }

  /** Of how many things that a territory looks at an account is outside. */
  int outside(Account account, Patch patch) {
    int region = rules.regions() && !patch.looksAtRegion(account.region()) ? 1 : 0;
    int industry = rules.industries() && !patch.looksAtIndustry(account.industry()) ? 1 : 0;
    return region + industry;
  }

  /** Why the band cannot be kept whatever the division, in words; empty when nothing is known. */
  List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    if (!fits()) {
      obstacles.add(total());
    }
    double[] held = new double[patches.size()];
    for (int a = 0; a < accounts.size(); a++) {
      if (accounts.get(a).stays()) {
        held[accounts.get(a).patch()] += hours.get(a);
      }
    }
    for (int t = 0; t < held.length; t++) {
      double most = patches.get(t).capacityHours() * mostLoad();
      if (held[t] > most + 1e-9) {
        obstacles.add(
            String.format(
                Locale.ROOT,
                "what is locked or in flight in %s takes %,.0f hours, more than the %,.0f that it"
                    + " may work; unlock some of it",
                patches.get(t).name(),
                held[t],
                most));
      }
    }
    largest(obstacles);
    return List.copyOf(obstacles);
  }

  private String total() {
    double capacity = patches.stream().mapToDouble(Patch::capacityHours).sum();
    double work = load * capacity;
    double reps = patches.stream().mapToInt(p -> p.reps().size()).sum();
    double perRep = capacity / reps;
    String all =
        String.format(
            Locale.ROOT,
            "all accounts take %,.0f hours and all reps have %,.0f: %.0f %% on the whole, so not"
                + " every territory can be at %.0f to %.0f %%; ",
            work,
            capacity,
            load * 100,
            rules.leastLoad() * 100,
            rules.mostLoad() * 100);
    if (load > rules.mostLoad()) {
      return all
          + String.format(
              Locale.ROOT,
              "it takes %.0f more reps, or %,.0f hours fewer",
              Math.ceil(work / rules.mostLoad() / perRep - reps - 1e-9),
              work - rules.mostLoad() * capacity);
    }
    return all
        + String.format(
            Locale.ROOT,
            "there is work for %.0f of the %.0f reps",
            Math.floor(work / rules.leastLoad() / perRep + 1e-9),
            reps);
  }

  private void largest(List<String> obstacles) {
    double most = patches.stream().mapToDouble(Patch::capacityHours).max().orElse(0) * mostLoad();
    List<String> tooLarge = new ArrayList<>();
    double hoursOfLargest = 0;
    for (int a = 0; a < accounts.size(); a++) {
      if (hours.get(a) > most + 1e-9) {
        tooLarge.add(accounts.get(a).name());
        hoursOfLargest = Math.max(hoursOfLargest, hours.get(a));
      }
    }
    if (!tooLarge.isEmpty()) {
      boolean derived = accounts.get(0).hours().isEmpty();
      obstacles.add(
          String.format(
              Locale.ROOT,
              "%s would take up to %,.0f hours each, more than any territory may work (%,.0f); %s",
              someOf(tooLarge),
              hoursOfLargest,
              most,
              derived
                  ? "their tier is too small for its share of the time: give another --time-split,"
                      + " or a column of hours"
                  : "correct their hours, or let several reps share a territory"));
    }
  }

  /** The first few names, and how many more there are. */
  static String someOf(List<String> names) {
    int shown = Math.min(names.size(), FEW);
    String some = String.join(", ", names.subList(0, shown));
    return names.size() == shown ? some : some + " and " + (names.size() - shown) + " more";
  }
}
