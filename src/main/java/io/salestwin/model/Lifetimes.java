package io.salestwin.model;

import io.salestwin.finance.UnitEconomics;
import io.salestwin.scenario.Product;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Segment;
import java.util.List;

/** What a won customer is expected to bring while he stays, by segment and product. */
final class Lifetimes {

  private final int products;
  private final double[] years;
  private final double[] margin;

  Lifetimes(Scenario scenario) {
    List<Product> bought = scenario.products();
    List<Segment> segments = scenario.segments();
    products = bought.size();
    years = new double[segments.size() * products];
    for (int i = 0; i < years.length; i++) {
      double months = bought.get(i % products).contractMonths();
      years[i] = UnitEconomics.lifetimeYears(segments.get(i / products).churn(), months);
    }
    margin = bought.stream().mapToDouble(Product::margin).toArray();
  }

  /** Lifetime value of a deal in cents; 0 where nobody ever leaves, so that it has no end. */
  long valueCents(int segment, int product, long annualCents) {
    double cents =
        UnitEconomics.lifetimeValue(
            annualCents * margin[product], years[segment * products + product]);
    return Double.isNaN(cents) ? 0 : Math.round(cents);
  }
}
