package io.salestwin.experiment;

import io.salestwin.document.Node;
import io.salestwin.document.Problems;
import io.salestwin.document.Quantity;
import io.salestwin.experiment.ExperimentPlan.Looks;
import io.salestwin.experiment.ExperimentPlan.Looks.Futility;
import io.salestwin.experiment.ExperimentPlan.Looks.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads when results may be looked at. */
final class LooksReader {

  private static final int MOST = 50;

  private final Problems problems;

  LooksReader(Problems problems) {
    this.problems = problems;
  }

  Looks looks(PlanPart root) {
    Node node = root.given(PlanFormat.LOOKS).orElseThrow();
    if (node.isScalar()) {
      return node.text().equals(PlanFormat.ANY_TIME)
          ? new Looks(Kind.ANY_TIME, List.of(1.0), List.of())
          : equal(node, Kind.OBRIEN_FLEMING);
    }
    PlanPart part = new PlanPart(node, PlanFormat.LOOKS, problems);
    Kind kind = part.word("spending", PlanFormat.SPENDING) == 1 ? Kind.POCOCK : Kind.OBRIEN_FLEMING;
    long ways = List.of("count", "at", "on", "always").stream().filter(part::has).count();
    if (node.isMap() && ways != 1) {
      problems.error(node, ways + " of count, at, on and always are given", "give one of them");
    }
    if (part.has("always")) {
      return always(part);
    }
    Looks looks =
        part.has("at")
            ? at(part, kind)
            : part.has("on")
                ? on(part, kind)
                : part.has("count") ? equal(part.at("count"), kind) : Looks.ONCE;
    return futility(part, looks);
  }

  /** A sequence or a mixture has its limit at any look, and spends nothing by the plan. */
  private Looks always(PlanPart part) {
    for (String key : List.of("spending", "futility")) {
      if (part.has(key)) {
        part.error(key, key + " belongs to a budget of looks", "remove it, or give count");
      }
    }
    boolean mixture = part.word("always", PlanFormat.ALWAYS) == 1;
    return new Looks(mixture ? Kind.MIXTURE : Kind.ANY_TIME, List.of(1.0), List.of());
  }

  private Looks futility(PlanPart part, Looks looks) {
    if (!part.has("futility")) {
      return looks;
    }
    if (looks.count() == 1) {
      part.error("futility", "there is no look before the end", "give two looks or more");
    }
    Node written = part.at("futility");
    boolean spent = written.isScalar() && written.text().equals(PlanFormat.SPENT);
    if (!spent && !(written.isScalar() && !Quantity.probability(written.text()).isBad())) {
      problems.error(
          written,
          written.inWords() + " is not known here",
          "write " + PlanFormat.SPENT + ", or a percentage such as 20%");
      return looks;
    }
    Futility futility =
        spent ? new Futility.Spent() : new Futility.BelowChance(part.share("futility", 0, 0.5));
    return new Looks(looks.kind(), looks.shares(), looks.dates(), Optional.of(futility));
  }

  private Looks equal(Node node, Kind kind) {
    long count = problems.read(node, Quantity::integer, 1L);
    if (count < 1 || count > MOST) {
      problems.error(
          node,
          count + " looks are out of range",
          "give 1 to " + MOST + ", or looks: " + PlanFormat.ANY_TIME);
      return Looks.ONCE;
    }
    List<Double> shares = new ArrayList<>();
    for (int k = 1; k <= count; k++) {
      shares.add((double) k / count);
    }
    return count == 1 ? Looks.ONCE : new Looks(kind, shares, List.of());
  }

  private Looks at(PlanPart part, Kind kind) {
    List<Double> shares = new ArrayList<>();
    double last = 0;
    for (Node item : part.items("at")) {
      double share = problems.read(item, Quantity::probability, 1.0);
      if (!(share > last)) {
        problems.error(item, item.text() + " does not come after the look before", "sort them");
      } else {
        shares.add(share);
        last = share;
      }
    }
    if (last != 1 || shares.size() > MOST) {
      part.error("at", "the last look is not at 100%", "give ascending shares up to 100%");
      return Looks.ONCE;
    }
    return shares.size() == 1 ? Looks.ONCE : new Looks(kind, shares, List.of());
  }

  /** Days: how much information a day brings is for the design to say; until then, equal parts. */
  private Looks on(PlanPart part, Kind kind) {
    List<LocalDate> dates = new ArrayList<>();
    for (Node item : part.items("on")) {
      LocalDate day = problems.read(item, Quantity::date, LocalDate.MAX);
      if (!dates.isEmpty() && !day.isAfter(dates.get(dates.size() - 1))) {
        problems.error(item, item.text() + " does not come after the look before", "sort them");
      }
      dates.add(day);
    }
    if (dates.isEmpty() || dates.size() > MOST) {
      part.error("on", "there are " + dates.size() + " days", "give 1 to " + MOST);
      return Looks.ONCE;
    }
    List<Double> shares = new ArrayList<>();
    for (int k = 1; k <= dates.size(); k++) {
      shares.add((double) k / dates.size());
    }
    return new Looks(dates.size() == 1 ? Kind.ONCE : kind, shares, dates);
  }
}
