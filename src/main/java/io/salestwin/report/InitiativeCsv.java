package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.planning.InitiativeReview;
import io.salestwin.planning.InitiativeReview.Outcome;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;

/** What each initiative brings as a table; what is not computable is an empty cell. */
final class InitiativeCsv {

  private static final String HEADER =
      "name,cost,gain,gain_low,gain_high,net,net_low,net_high,bookings,bookings_low,bookings_high,"
          + "goal,goal_low,goal_high,return,return_low,return_high,present_value,"
          + "present_value_low,present_value_high,paid,paid_low,paid_high,payback_months,"
          + "payback_earliest,payback_latest,claimed_bookings";

  private InitiativeCsv() {}

  static String of(InitiativeReview review) {
    StringBuilder out = new StringBuilder(HEADER).append('\n');
    for (int i = 0; i < review.alone().size(); i++) {
      row(out, review.alone().get(i), review.claims().get(i).orElse(Double.NaN));
    }
    if (review.alone().size() > 1) {
      row(out, review.together(), Double.NaN);
    }
    row(out, review.choice(), Double.NaN);
    return out.toString();
  }

  private static void row(StringBuilder out, Outcome outcome, double claim) {
    List<String> cells = new ArrayList<>();
    cells.add(KpiCsv.text(outcome.name()));
    cells.add(number(outcome.cost()));
    for (Estimate estimate :
        List.of(
            outcome.gain(),
            outcome.net(),
            outcome.bookings(),
            outcome.goal(),
            outcome.back(),
            outcome.today(),
            outcome.paid())) {
      cells.add(number(estimate.orNaN()));
      cells.add(number(estimate.value().map(v -> v.interval().low()).orElse(Double.NaN)));
      cells.add(number(estimate.value().map(v -> v.interval().high()).orElse(Double.NaN)));
    }
    cells.add(number(outcome.payback().months().orElse(Double.NaN)));
    cells.add(number(outcome.payback().earliest().orElse(Double.NaN)));
    cells.add(number(outcome.payback().latest().orElse(Double.NaN)));
    cells.add(number(claim));
    out.append(String.join(",", cells)).append('\n');
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Json.number(value) : "";
  }
}
