package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.document.Problem;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.planning.pay.PayReview;
import io.salestwin.planning.pay.PayReview.QuotaReview;
import io.salestwin.planning.pay.PayReview.RoleReview;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A review of pay plans for people and for programs.
 *
 * @param review the review
 * @param warnings what is wrong with the plans by the look of them
 */
public record PayReport(PayReview review, List<Problem> warnings) {

  private static final List<String> BAND_NAMES =
      List.of("under 50 %", "50-80 %", "80-100 %", "100-125 %", "125 % and more");
  private static final String NO_PAY =
      "The scenario has no variable pay. Give a role a payPlan, or variable: 22k.";

  /** Copies the list. */
  public PayReport {
    warnings = List.copyOf(warnings);
  }

  /**
   * The review for a terminal.
   *
   * @param style what the terminal can show
   * @return lines, each ending with a line break
   */
  public String text(TextStyle style) {
    StringBuilder out = new StringBuilder();
    TextLines lines = new TextLines(style, out);
    String size = Figures.count(review.replications()) + " replications";
    lines.heading("Pay of " + review.scenario(), size + " · seed " + review.seed());
    if (review.roles().isEmpty()) {
      lines.wrapped("  ", NO_PAY, "  ");
      return out.toString();
    }
    lines.wrapped("  ", "variable pay " + money(review.pay()) + ", " + rate(), "    ");
    for (RoleReview role : review.roles()) {
      out.append('\n');
      role(lines, role);
    }
    quotas(lines);
    if (!warnings.isEmpty()) {
      out.append('\n');
      lines.heading("By the look of it", "");
      warnings.forEach(w -> lines.wrapped("  ", w.toString(), "    "));
    }
    return out.toString();
  }

  private String rate() {
    return share(review.payoutRate())
        + " of bookings (P95 "
        + (Double.isNaN(review.payoutRateP95())
            ? Figures.NONE
            : Figures.share(review.payoutRateP95()))
        + ")";
  }

  private void role(TextLines lines, RoleReview role) {
    String plans =
        role.plans().isEmpty() ? "no plan: paid in full" : String.join(", then ", role.plans());
    lines.heading(role.name(), role.reps() + (role.reps() == 1 ? " rep, " : " reps, ") + plans);
    lines.wrapped(
        "  ",
        "a rep earns "
            + money(role.pay())
            + " over the horizon; 8 of 10 between "
            + Figures.brief(role.range().get(0))
            + " and "
            + Figures.brief(role.range().get(2))
            + "; at quota "
            + Figures.brief(role.target()),
        "    ");
    if (!role.bands().isEmpty()) {
      List<String> bands = new ArrayList<>();
      for (int b = 0; b < BAND_NAMES.size(); b++) {
        bands.add(BAND_NAMES.get(b) + ": " + Figures.share(role.bands().get(b)));
      }
      lines.wrapped(
          "  ",
          "attainment "
              + share(role.attainment())
              + "; of the reps by attainment: "
              + String.join(", ", bands),
          "    ");
    }
    if (role.atExpected().isPresent()) {
      convexity(lines, role);
    }
    if (role.plans().isEmpty()) {
      return;
    }
    lines.wrapped(
        "  ",
        "accelerators' share of the pay "
            + share(role.accelerated())
            + "; withheld of one rep by cliffs "
            + money(role.lostToCliff())
            + ", by caps "
            + money(role.lostToCap()),
        "    ");
  }

  private static void convexity(TextLines lines, RoleReview role) {
    double more = role.convexity();
    lines.wrapped(
        "  ",
        "expected pay is "
            + share(role.toTarget())
            + " of the pay at quota; a budget by the mean attainment says "
            + Figures.share(role.atExpected().getAsDouble())
            + (Double.isNaN(more)
                ? ""
                : ", " + Figures.share(Math.abs(more)) + (more >= 0 ? " too little" : " too much")),
        "    ");
  }

  private void quotas(TextLines lines) {
    if (review.quotas().isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading("Quotas", "together, against the target");
    for (QuotaReview q : review.quotas()) {
      String against =
          q.target().isEmpty()
              ? "no target"
              : Figures.share(q.quotas() / q.target().getAsDouble())
                  + " of the target of "
                  + Figures.brief(q.target().getAsDouble());
      String expected =
          Double.isNaN(q.expected()) ? "" : "; expected " + Figures.brief(q.expected());
      lines.wrapped(
          "  " + q.period() + "  ",
          Figures.brief(q.quotas()) + " " + review.currency() + ", " + against + expected,
          "    ");
    }
  }

  private String money(Estimate estimate) {
    return estimate
        .value()
        .map(v -> Figures.brief(v.estimate()) + " " + review.currency())
        .orElse(Figures.NONE);
  }

  private static String share(Estimate estimate) {
    return estimate.value().map(v -> Figures.share(v.estimate())).orElse(Figures.NONE);
  }

  /**
   * The review for programs: every figure unrounded; what cannot be computed is null with the
   * reason.
   *
   * @return JSON
   */
  public String json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("scenario", review.scenario());
    out.put("currency", review.currency());
    out.put("seed", review.seed());
    out.put("replications", review.replications());
    out.put("pay", Summary.figure(review.currency(), review.pay()));
    out.put("payoutRate", Summary.figure("fraction", review.payoutRate()));
    out.put("payoutRateP95", Summary.finite(review.payoutRateP95()));
    out.put("roles", review.roles().stream().map(this::role).toList());
    out.put("quotas", review.quotas().stream().map(PayReport::quota).toList());
    out.put("warnings", warnings.stream().map(Problem::toString).toList());
    return Json.write(out);
  }

  private Map<String, Object> role(RoleReview role) {
    Map<String, Object> out = new LinkedHashMap<>();
    String unit = Summary.unit(KpiInfo.Unit.MONEY, review.currency());
    out.put("name", role.name());
    out.put("plans", role.plans());
    out.put("reps", role.reps());
    out.put("attainment", Summary.figure("fraction", role.attainment()));
    Map<String, Object> bands = new LinkedHashMap<>();
    for (int b = 0; b < role.bands().size(); b++) {
      bands.put(BAND_NAMES.get(b), role.bands().get(b));
    }
    out.put("repsByAttainment", bands);
    out.put("payOfRep", Summary.figure(unit, role.pay()));
    out.put("p10", Summary.finite(role.range().get(0)));
    out.put("p50", Summary.finite(role.range().get(1)));
    out.put("p90", Summary.finite(role.range().get(2)));
    out.put("payAtQuota", role.target());
    out.put("payToTarget", Summary.figure("fraction", role.toTarget()));
    out.put(
        "payToTargetAtExpectedAttainment",
        role.atExpected().isPresent() ? role.atExpected().getAsDouble() : null);
    out.put("convexity", Summary.finite(role.convexity()));
    out.put("acceleratorShare", Summary.figure("fraction", role.accelerated()));
    out.put("lostToCliff", Summary.figure(unit, role.lostToCliff()));
    out.put("lostToCap", Summary.figure(unit, role.lostToCap()));
    return out;
  }

  private static Map<String, Object> quota(QuotaReview quota) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("period", quota.period());
    out.put("quotas", quota.quotas());
    out.put("target", quota.target().isPresent() ? quota.target().getAsDouble() : null);
    out.put("expected", Summary.finite(quota.expected()));
    return out;
  }
}
