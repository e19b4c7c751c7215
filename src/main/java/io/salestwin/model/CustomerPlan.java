package io.salestwin.model;

import io.salestwin.finance.RevenueSchedule;
import io.salestwin.finance.UnitEconomics;
import io.salestwin.random.Elementary;
import io.salestwin.random.Sampler;
import io.salestwin.scenario.Customers;
import io.salestwin.scenario.Product;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Segment;
import java.util.List;

/**
 * The customers' life as run: tables by line, which is a pair of segment and product. Immutable.
 */
final class CustomerPlan {

  static final double YEAR_MS = 12 * SalesModel.MONTH_MS;

  /** Health moves at the end of every quarter of a customer's life. */
  static final long HEALTH_STEP_MS = Math.round(3 * SalesModel.MONTH_MS);

  private static final double STEPS_PER_YEAR = 4;

  final Customers customers;
  final boolean anytime;
  private final int products;

  // ---- by line and by whether the contract is a renewed one

  private final long[][] termMs;
  private final double[][] renews;
  private final double[][] renewsLogit;

  /** Mean time between two offers to a healthy customer, by segment; infinite for none. */
  final double[] offerEveryMs;

  final double winLogit;

  /** By product. */
  final RevenueSchedule[] schedules;

  final double[] deliveryShare;
  final double[] successShare;
  final double[] overheadShare;
  final double[] perCustomerMs;

  /** What is left of a health's deviation after a step, and how much comes anew. */
  final double healthKeeps;

  final double healthMoves;

  /** Null when deals go live at once. */
  final Sampler onboarding;

  final int capacity;
  final double monthsPerWaiting;

  /** Log-odds at the last stage for each month that a new customer would wait. */
  final double backlogEffect;

  private final int[] segmentCode;

  CustomerPlan(Scenario scenario) {
    customers = scenario.customers().orElseThrow();
    anytime = customers.leaving() == Customers.Leaving.ANYTIME;
    List<Segment> segments = scenario.segments();
    products = scenario.products().size();
    int lines = segments.size() * products;
    termMs = new long[2][lines];
    renews = new double[2][lines];
    renewsLogit = new double[2][lines];
    for (int line = 0; line < lines; line++) {
      double first = scenario.products().get(line % products).contractMonths();
      state(0, line, segments.get(line / products).churn(), first);
      double renewed = customers.renewal().contractMonths().orElse(first);
      state(1, line, segments.get(line / products).churn(), renewed);
    }
    // offers of size s at a rate r multiply what is bought by e^(r s) a year in the mean
    double size = customers.expansion().size();
    offerEveryMs =
        segments.stream()
            .mapToDouble(s -> YEAR_MS * size / Elementary.log1p(s.expansion()))
            .map(every -> every > 0 ? every : Double.POSITIVE_INFINITY)
            .toArray();
    winLogit = Elementary.logit(customers.expansion().win());
    schedules =
        scenario.products().stream().map(RevenueSchedule::of).toArray(RevenueSchedule[]::new);
    deliveryShare = scenario.products().stream().mapToDouble(p -> 1 - p.margin()).toArray();
    successShare = scenario.products().stream().mapToDouble(p -> p.costs().success()).toArray();
    overheadShare = scenario.products().stream().mapToDouble(p -> p.costs().overhead()).toArray();
    perCustomerMs =
        scenario.products().stream()
            .map(Product::costs)
            .mapToDouble(c -> c.perCustomerCents() / YEAR_MS)
            .toArray();
    healthKeeps = StrictMath.pow(customers.health().persistence(), 1 / STEPS_PER_YEAR);
    healthMoves = Math.sqrt(1 - healthKeeps * healthKeeps);
    onboarding = customers.onboarding().map(o -> o.duration().compile().tabulated()).orElse(null);
    capacity = customers.onboarding().map(o -> capacity(o, scenario)).orElse(0);
    monthsPerWaiting =
        customers
            .onboarding()
            .map(o -> o.duration().mean() / SalesModel.MONTH_MS / capacity)
            .orElse(0.0);
    backlogEffect = customers.onboarding().map(Customers.Onboarding::backlogEffect).orElse(0.0);
    segmentCode = Identity.codes(segments.stream().map(Segment::name).toList());
  }

  /** The identity of a customer of day one. */
  long entity(int segment, int index) {
    return Identity.customer(segmentCode[segment], index);
  }

  private void state(int renewed, int line, double churn, double months) {
    termMs[renewed][line] = Math.max(1, Math.round(months * SalesModel.MONTH_MS));
    renews[renewed][line] = UnitEconomics.renewalChance(churn, months);
    renewsLogit[renewed][line] = Elementary.logit(renews[renewed][line]);
  }

  private static int capacity(Customers.Onboarding onboarding, Scenario scenario) {
    int reps =
        onboarding.role() < 0
            ? 1
            : scenario.roles().get(onboarding.role()).headcount(scenario.start());
    return onboarding.capacity() * reps;
  }

  int line(int segment, int product) {
    return segment * products + product;
  }

  int segment(int line) {
    return line / products;
  }

  int product(int line) {
    return line % products;
  }

  /** Length of a customer's contract, by how many contracts he has had before. */
  long termMs(int line, int contract) {
    return termMs[contract > 0 ? 1 : 0][line];
  }

  /** The chance that a contract is renewed, moved by an effect on its log-odds. */
  double renews(int line, int contract, double effect) {
    int renewed = contract > 0 ? 1 : 0;
    return effect == 0
        ? renews[renewed][line]
        : Elementary.logistic(renewsLogit[renewed][line] + effect);
  }

  /** The chance that an offer is taken, moved by an effect on its log-odds. */
  double takes(double effect) {
    return effect == 0 ? customers.expansion().win() : Elementary.logistic(winLogit + effect);
  }

  /** What is paid in a time at a yearly price. */
  static long valueCents(long arrCents, long ms) {
    return Math.round(arrCents * (ms / YEAR_MS));
  }
}
