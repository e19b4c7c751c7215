package io.salestwin.calibration;

import io.salestwin.document.Csv;
import java.util.ArrayList;
import java.util.List;

/** The deals that are open where a history ends, as a scenario reads them. */
final class OpenDeals {

  private OpenDeals() {}

  static String csv(Fitted fitted) {
    CrmHistory history = fitted.history();
    List<List<String>> rows = new ArrayList<>();
    for (int d = 0; d < history.deals(); d++) {
      int last = history.firstEvent(d + 1) - 1;
      if (history.outcome(d) != 0 || last < history.firstEvent(d)) {
        continue;
      }
      String stage = Yaml.clean(history.names().stages().get(history.stage(d)));
      long from = fitted.decides() ? history.createdMs(d) : history.eventMs(last);
      rows.add(
          List.of(
              Yaml.clean(history.id(d)),
              stage,
              age(history, from),
              fitted.hasOwners() && history.owner(d) >= 0
                  ? Yaml.clean(history.names().owners().get(history.owner(d)))
                  : "",
              value(fitted, d),
              product(fitted, d)));
    }
    return Csv.write(List.of("id", "stage", "age", "owner", "value", "product"), rows);
  }

  /** In days; the first day of a scenario is the morning after. */
  private static String age(CrmHistory history, long from) {
    double days = (history.knownUntilMs() + 1 - from) / (double) CrmHistory.DAY_MS;
    return Yaml.number(history.dayOnly() ? Math.rint(days) : days, 6);
  }

  private static String value(Fitted fitted, int deal) {
    long cents = fitted.history().amountCents(deal);
    if (cents != CrmHistory.NO_AMOUNT && cents > 0) {
      return Yaml.number(cents / 100.0, 12);
    }
    int of = fitted.history().product(deal);
    return fitted.values().products().stream()
        .filter(p -> p.index() == of && p.priceCents() > 0)
        .map(p -> Yaml.number(p.priceCents() / 100.0, 12))
        .findFirst()
        .orElse("");
  }

  private static String product(Fitted fitted, int deal) {
    int of = fitted.history().product(deal);
    return fitted.values().products().stream()
        .filter(p -> p.index() == of)
        .map(p -> Yaml.clean(p.name()))
        .findFirst()
        .orElse("");
  }
}
