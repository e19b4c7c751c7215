package io.salestwin.calibration;

import io.salestwin.statistics.fitting.Binned;
import io.salestwin.statistics.fitting.LawFit;
import io.salestwin.statistics.special.NormalLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What deals bring: price x ratio where a product has a list price, else a law of its amounts.
 *
 * @param products what is written for each product, in the order of their names
 * @param ratioN won deals with a list price
 * @param ratioMean their amount over the list price
 * @param ratioSd standard deviation of it
 * @param ratioDistance distance of a normal law (Kolmogorov-Smirnov)
 */
record ValueFit(
    List<Product> products, double ratioN, double ratioMean, double ratioSd, double ratioDistance) {

  private static final int FEW = 30;

  /** What a deal is worth where no amounts are known. */
  private static final long ONE_CENTS = 100;

  private static final String ANY = "deal";

  /**
   * One product.
   *
   * @param name what it is called
   * @param index its number, or UNKNOWN for deals without a product
   * @param deals deals of it, open ones included
   * @param priceCents list price; 0 when there is none
   * @param fits laws of the amounts, the best first; empty with a price or without amounts
   * @param pooled whether these are of all products, its own being too few
   */
  record Product(
      String name, int index, long deals, long priceCents, List<LawFit> fits, boolean pooled) {}

  static ValueFit of(CrmHistory history, Map<String, Long> prices) {
    List<String> names = history.names().products();
    long[] deals = new long[names.size() + 1];
    List<List<Double>> amounts = new ArrayList<>();
    List<Double> all = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int p = 0; p <= names.size(); p++) {
      amounts.add(new ArrayList<>());
    }
    for (int d = 0; d < history.deals(); d++) {
      int p = history.product(d);
      p = p < 0 ? names.size() : p;
      deals[p]++;
      long cents = history.amountCents(d);
      if (history.outcome(d) != CrmHistory.WON || cents == CrmHistory.NO_AMOUNT || cents <= 0) {
        continue;
      }
      amounts.get(p).add(cents / 100.0);
      all.add(cents / 100.0);
      Long price = p < names.size() ? prices.get(names.get(p)) : null;
      if (price != null) {
        ratios.add(cents / (double) price);
      }
    }
    List<Product> products = new ArrayList<>();
    List<LawFit> pooled = all.isEmpty() ? List.of() : LawFit.ranked(binned(all));
    for (int p = 0; p <= names.size(); p++) {
      if (deals[p] == 0 || (p == names.size() && deals[p] * 50 < history.deals())) {
        continue; // too few without a product to make one of them
      }
      String name = p < names.size() ? names.get(p) : ANY;
      Long price = p < names.size() ? prices.get(name) : null;
      boolean few = amounts.get(p).size() < FEW;
      products.add(
          new Product(
              name,
              p < names.size() ? p : CrmHistory.UNKNOWN,
              deals[p],
              price == null ? 0 : price,
              price != null ? List.of() : few ? pooled : LawFit.ranked(binned(amounts.get(p))),
              few && names.size() > 0));
    }
    return ratios.isEmpty() ? new ValueFit(products, 0, 1, 0, 0) : withRatio(products, ratios);
  }

  /** Whether anything is known of what deals bring; else each is worth 1. */
  boolean isMoney() {
    return products.stream().anyMatch(p -> p.priceCents() > 0 || !p.fits().isEmpty());
  }

  /**
   * What a won deal without an amount is taken to be worth: the list price of its product, else the
   * mean of what was won.
   *
   * @return cents by the number of the product plus 1, so that deals without one come first
   */
  long[] worths(CrmHistory history) {
    double sum = 0;
    long n = 0;
    for (int d = 0; d < history.deals(); d++) {
      if (history.outcome(d) == CrmHistory.WON && history.amountCents(d) != CrmHistory.NO_AMOUNT) {
        sum += history.amountCents(d);
        n++;
      }
    }
    long[] worths = new long[history.names().products().size() + 1];
    Arrays.fill(worths, !isMoney() ? ONE_CENTS : n == 0 ? 0 : Math.round(sum / n));
    for (Product product : products) {
      if (product.priceCents > 0) {
        worths[product.index + 1] = product.priceCents;
      }
    }
    return worths;
  }

  private static ValueFit withRatio(List<Product> products, List<Double> ratios) {
    double mean = ratios.stream().mapToDouble(Double::doubleValue).average().orElse(1);
    double squares = ratios.stream().mapToDouble(r -> (r - mean) * (r - mean)).sum();
    double sd = Math.sqrt(squares / Math.max(1, ratios.size() - 1));
    List<Double> sorted = ratios.stream().sorted().toList();
    double distance = 0;
    for (int i = 0; i < sorted.size() && sd > 0; i++) {
      double below = NormalLaw.below((sorted.get(i) - mean) / sd);
      distance = Math.max(distance, Math.abs(below - i / (double) sorted.size()));
      distance = Math.max(distance, Math.abs(below - (i + 1) / (double) sorted.size()));
    }
    return new ValueFit(products, ratios.size(), mean, sd, distance);
  }

  private static Binned binned(List<Double> amounts) {
    double most = amounts.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double[] edges = Binned.fine(most);
    double[] inside = new double[edges.length - 1];
    amounts.forEach(a -> inside[Binned.bin(edges, a)]++);
    return Binned.of(edges, inside);
  }
}
