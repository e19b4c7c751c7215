package io.salestwin.planning.territory;

import java.util.List;

/** How far accounts are from the bases of the territories. */
final class Travel {

  private final double[][] km;
  private final double mean;

  Travel(List<Account> accounts, List<Patch> patches) {
    km = new double[accounts.size()][patches.size()];
    double sum = 0;
    long known = 0;
    for (int a = 0; a < km.length; a++) {
      for (int t = 0; t < patches.size(); t++) {
        km[a][t] = patches.get(t).kmTo(accounts.get(a));
        if (!Double.isNaN(km[a][t])) {
          sum += km[a][t];
          known++;
        }
      }
    }
    mean = known == 0 ? 0 : sum / known;
  }

  /** Kilometres from the nearest base of a territory; NaN where a position is not known. */
  double km(int account, int patch) {
    return km[account][patch];
  }

  /**
   * The distance as a multiple of the mean over all accounts and territories; 0 where it is not
   * known: who sells from the inside does not travel.
   */
  double far(int account, int patch) {
    double known = km[account][patch];
    return mean > 0 && !Double.isNaN(known) ? known / mean : 0;
  }
}
