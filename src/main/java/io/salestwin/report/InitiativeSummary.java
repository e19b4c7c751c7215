package io.salestwin.report;

import io.salestwin.document.Problem;
import io.salestwin.planning.Initiative;
import io.salestwin.planning.InitiativeReview;
import io.salestwin.planning.InitiativeReview.Outcome;
import io.salestwin.planning.InitiativeReview.Payback;
import io.salestwin.planning.InitiativeReview.Share;
import io.salestwin.planning.ReturnRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A review of initiatives as the values of {@code summary.json}. */
final class InitiativeSummary {

  private final InitiativeReview review;
  private final String money;
  private final String goal;

  private InitiativeSummary(InitiativeReview review) {
    this.review = review;
    money = review.currency();
    goal = Summary.unit(review.goalUnit(), money);
  }

  static Map<String, Object> of(InitiativeReport report) {
    return new InitiativeSummary(report.review()).all(report);
  }

  private Map<String, Object> all(InitiativeReport report) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("advice", new InitiativeWords(review).advice());
    out.put("scenario", review.scenario());
    out.put("currency", review.currency());
    out.put("seed", review.question().seed());
    out.put("goal", review.question().goal().column());
    out.put("worth", review.worth());
    out.put("discountPerYear", number(review.question().initiatives().discountPerYear()));
    out.put("replications", review.sampling().replications());
    out.put("plays", review.sampling().plays());
    out.put("end", ComparisonSummary.word(review.sampling().end()));
    out.put("endRule", ComparisonSummary.word(review.sampling().effort().rule()));
    out.put("thresholdsMet", review.thresholdsMet());
    out.put("rules", review.rules().stream().map(InitiativeSummary::rule).toList());
    out.put(
        "thresholds",
        review.thresholds().stream().map(rule -> Summary.threshold(rule, money)).toList());
    out.put("baseGoal", Summary.figure(goal, review.baseGoal()));
    out.put("baseBookings", Summary.figure(money, review.baseBookings()));
    List<Initiative> list = review.question().initiatives().list();
    out.put("advised", review.advised().stream().map(i -> list.get(i).name()).toList());
    out.put("choice", outcome(review.choice()));
    out.put("initiatives", initiatives());
    out.put("together", outcome(review.together()));
    out.put("bookingsOverlap", Summary.figure(money, review.bookingsOverlap()));
    out.put("gainOverlap", Summary.figure(money, review.gainOverlap()));
    out.put("warnings", report.warnings().stream().map(Problem::toString).toList());
    out.put("provenance", new LinkedHashMap<>(report.provenance()));
    return out;
  }

  private List<Object> initiatives() {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < review.alone().size(); i++) {
      Map<String, Object> one = outcome(review.alone().get(i));
      one.put("claimedBookings", number(review.claims().get(i)));
      one.put("share", review.shares().isEmpty() ? null : share(review.shares().get(i)));
      all.add(one);
    }
    return all;
  }

  private Map<String, Object> outcome(Outcome outcome) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", outcome.name());
    out.put("cost", outcome.cost());
    out.put("gain", Summary.figure(money, outcome.gain()));
    out.put("net", Summary.figure(money, outcome.net()));
    out.put("bookings", Summary.figure(money, outcome.bookings()));
    out.put("goal", Summary.figure(goal, outcome.goal()));
    out.put("goalPerCost", Summary.finite(outcome.goalPerCost()));
    out.put("return", Summary.figure("fraction", outcome.back()));
    out.put("presentValue", Summary.figure(money, outcome.today()));
    out.put("paid", Summary.figure("fraction", outcome.paid()));
    out.put("payback", payback(outcome.payback()));
    out.put("years", outcome.course().years());
    out.put("sums", outcome.course().sums());
    return out;
  }

  private static Map<String, Object> payback(Payback payback) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("months", number(payback.months()));
    out.put("earliest", number(payback.earliest()));
    out.put("latest", number(payback.latest()));
    return out;
  }

  private static Double number(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  private Map<String, Object> share(Share share) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("bookings", Summary.figure(money, share.bookings()));
    out.put("gain", Summary.figure(money, share.gain()));
    out.put("goal", Summary.figure(goal, share.goal()));
    return out;
  }

  private static Map<String, Object> rule(ReturnRule.Judged judged) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("rule", judged.rule().text());
    out.put("actual", Summary.finite(judged.actual()));
    out.put("met", judged.isMet());
    return out;
  }
}
