package io.salestwin.check;

import io.salestwin.scenario.Product;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of lead: all leads of one segment, product and source that meet the same competitor.
 *
 * @param segment index of the segment
 * @param product index of the product
 * @param source index of the source
 * @param competitor index of the competitor; -1 for nobody
 * @param met share among the leads of its segment, product and source
 * @param share share among the leads of its source
 * @param value mean worth of one deal: annual value in the currency
 */
record Kind(
    int segment, int product, int source, int competitor, double met, double share, double value) {

  /** What shares that sum to 1 may be off by. */
  private static final double ROUNDING = 1e-9;

  static List<Kind> of(Scenario scenario) {
    List<Kind> kinds = new ArrayList<>();
    for (int g = 0; g < scenario.segments().size(); g++) {
      Segment segment = scenario.segments().get(g);
      for (int p = 0; p < scenario.products().size(); p++) {
        Product product = scenario.products().get(p);
        double value = product.value().mean() / 100 * segment.valueFactor();
        for (int s = 0; s < scenario.sources().size(); s++) {
          double share = segment.mix().at(g, p, s) * segment.products().get(p);
          double nobody = 1;
          for (int c = 0; c < scenario.competitors().size(); c++) {
            double met = scenario.competitors().get(c).share().at(g, p, s);
            nobody -= met;
            if (share * met > 0) {
              kinds.add(new Kind(g, p, s, c, met, share * met, value));
            }
          }
          if (share > 0 && nobody > ROUNDING) {
            kinds.add(new Kind(g, p, s, -1, nobody, share * nobody, value));
          }
        }
      }
    }
    return kinds;
  }

  /** What a deal of a given annual value counts towards a target. */
  static double counted(Scenario scenario, int product, double annual) {
    return switch (scenario.targets().basis()) {
      case COUNT -> 1;
      case ACV -> annual;
      case TCV -> annual * scenario.products().get(product).contractMonths() / 12;
    };
  }
}
