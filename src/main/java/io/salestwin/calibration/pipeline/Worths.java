package io.salestwin.calibration.pipeline;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.pipeline.Waterfall.Place;
import io.salestwin.calibration.pipeline.Waterfall.Standing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What each deal of a history is worth: its own amount; else the list price of its product; else
 * the mean of what was won of its product, or of all. In an export without any amount each deal
 * counts as one.
 */
final class Worths {

  /** Where a worth comes from. */
  enum Origin {
    STATED("its amount"),
    LIST_PRICE("list price"),
    MEAN("mean of won deals"),
    ONE("counted as one");

    private final String words;

    Origin(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** A deal that counts as one. */
  static final long ONE_CENTS = 100;

  /** So many won deals of a product have a mean of their own. */
  private static final int ENOUGH = 20;

  private final CrmHistory history;
  private final long[] price;
  private final long[] mean;
  private final boolean isMoney;

  Worths(CrmHistory history, Map<String, Long> priceCents) {
    this.history = history;
    int products = history.names().products().size();
    price = new long[products + 1];
    mean = new long[products + 1];
    double[] sum = new double[products + 1];
    int[] n = new int[products + 1];
    double all = 0;
    int count = 0;
    boolean any = false;
    for (int d = 0; d < history.deals(); d++) {
      any |= isStated(d);
      if (history.outcome(d) == CrmHistory.WON && isStated(d)) {
        sum[at(d)] += history.amountCents(d);
        n[at(d)]++;
        all += history.amountCents(d);
        count++;
      }
    }
    for (int p = 0; p <= products; p++) {
      String name = p < products ? history.names().products().get(p) : "";
      price[p] = priceCents.getOrDefault(name, 0L);
      any |= price[p] > 0;
      mean[p] = count == 0 ? 0 : Math.round(n[p] >= ENOUGH ? sum[p] / n[p] : all / count);
    }
    isMoney = any;
  }

  /** The place of a deal's product; the last for none. */
  private int at(int deal) {
    return history.product(deal) < 0 ? price.length - 1 : history.product(deal);
  }

  /** Whether a deal has an amount of its own; nothing at all is no amount of an open deal. */
  boolean isStated(int deal) {
    long cents = history.amountCents(deal);
    return cents != CrmHistory.NO_AMOUNT && (cents > 0 || history.outcome(deal) == CrmHistory.WON);
  }

  /** Whether worths are money; else deals are counted. */
  boolean isMoney() {
    return isMoney;
  }

  Origin origin(int deal) {
    if (!isMoney) {
      return Origin.ONE;
    }
    return isStated(deal) ? Origin.STATED : price[at(deal)] > 0 ? Origin.LIST_PRICE : Origin.MEAN;
  }

  long cents(int deal) {
    return switch (origin(deal)) {
      case STATED -> history.amountCents(deal);
      case LIST_PRICE -> price[at(deal)];
      case MEAN -> mean[at(deal)];
      case ONE -> ONE_CENTS;
    };
  }

  /** How every deal stands; open ones for which the test fails stand outside. */
  Map<String, Standing> standings(IntPredicate inside) {
    Map<String, Standing> all = new LinkedHashMap<>();
    for (int d = 0; d < history.deals(); d++) {
      Place place =
          switch (history.outcome(d)) {
            case CrmHistory.WON -> Place.WON;
            case CrmHistory.LOST -> Place.LOST;
            default -> inside.test(d) ? Place.OPEN : Place.OUTSIDE;
          };
      all.put(
          history.id(d),
          new Standing(place, cents(d), origin(d) != Origin.MEAN, history.createdMs(d)));
    }
    return all;
  }
}
