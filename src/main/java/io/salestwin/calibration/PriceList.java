package io.salestwin.calibration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A price list, with its products called as the deals call them. */
final class PriceList {

  private PriceList() {}

  /** Prices in cents; a product whose name differs in blanks or capitals alone is the same one. */
  static Map<String, Long> read(DealTable table, Database database, List<String> products) {
    Map<String, Long> listed = new LinkedHashMap<>();
    database.each(
        "SELECT "
            + table.table().cell(Field.PRODUCT)
            + ", "
            + table.cents(Field.PRICE)
            + " FROM "
            + table.table().file().sql(),
        row -> {
          String product = row.getString(1);
          long cents = row.getLong(2);
          if (product != null && !row.wasNull() && cents > 0) {
            listed.put(Dialect.plain(product), cents);
          }
        });
    Map<String, Long> prices = new LinkedHashMap<>();
    for (String product : products) {
      Long cents = listed.get(Dialect.plain(product));
      if (cents != null) {
        prices.put(product, cents);
      }
    }
    return prices;
  }
}
