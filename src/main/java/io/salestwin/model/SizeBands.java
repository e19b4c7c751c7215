package io.salestwin.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Bands of deals by their annual contract value. */
final class SizeBands {

  private static final long CENTS = 100;

  private final long[] from;

  /**
   * The bands.
   *
   * @param bounds where the second band and each later one begins, in cents, ascending
   */
  SizeBands(List<Long> bounds) {
    from = bounds.stream().mapToLong(Long::longValue).toArray();
  }

  /** The band of a value. */
  int of(long cents) {
    int band = 0;
    while (band < from.length && cents >= from[band]) {
      band++;
    }
    return band;
  }

  /** What people call the bands, from the smallest deals to the largest. */
  List<String> names() {
    if (from.length == 0) {
      return List.of("all deals");
    }
    List<String> names = new ArrayList<>(List.of("under " + brief(from[0])));
    for (int i = 0; i + 1 < from.length; i++) {
      names.add(brief(from[i]) + " to " + brief(from[i + 1]));
    }
    names.add(brief(from[from.length - 1]) + " and more");
    return names;
  }

  /** An amount as people write it: 10k, 2.5M. */
  private static String brief(long cents) {
    BigDecimal amount = BigDecimal.valueOf(cents).divide(BigDecimal.valueOf(CENTS));
    if (cents % (10_000 * CENTS) == 0 && cents >= 1_000_000 * CENTS) {
      return plain(amount.movePointLeft(6)) + "M";
    }
    return cents % (100 * CENTS) == 0 && cents >= 1000 * CENTS
        ? plain(amount.movePointLeft(3)) + "k"
        : plain(amount);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
