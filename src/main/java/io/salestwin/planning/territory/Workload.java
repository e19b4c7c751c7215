package io.salestwin.planning.territory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many hours each account takes in a year. */
final class Workload {

  private Workload() {}

  /**
   * The hours of the accounts in their order: as their file says or, where it does not, each tier's
   * share of the time, evenly over its accounts. All together they then take the middle of the
   * band. The time of a tier without accounts goes to the others in proportion; without scores all
   * accounts are alike.
   */
  static List<Double> of(List<Account> accounts, List<Patch> patches, DivisionRules rules) {
    if (accounts.get(0).hours().isPresent()) {
      return accounts.stream().map(account -> account.hours().orElseThrow()).toList();
    }
    double all = patches.stream().mapToDouble(Patch::capacityHours).sum() * rules.middleLoad();
    if (accounts.get(0).score().isEmpty()) {
      return accounts.stream().map(account -> all / accounts.size()).toList();
    }
    Map<AccountTier, Integer> counts = new EnumMap<>(AccountTier.class);
    accounts.forEach(account -> counts.merge(account.tier(), 1, Integer::sum));
    double used = counts.keySet().stream().mapToDouble(tier -> share(rules, tier)).sum();
    List<Double> hours = new ArrayList<>();
    for (Account account : accounts) {
      AccountTier tier = account.tier();
      hours.add(used == 0 ? 0 : all * share(rules, tier) / used / counts.get(tier));
    }
    return hours;
  }

  private static double share(DivisionRules rules, AccountTier tier) {
    return rules.timeByTier().get(tier.ordinal());
  }
}
