package io.salestwin.calibration.pipeline;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.pipeline.Hygiene.Finding;
import io.salestwin.calibration.pipeline.Hygiene.Rule;
import io.salestwin.calibration.pipeline.PipelinePlan.Category;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Asks every rule of every deal. */
final class HygieneOf {

  private static final int SLIPS = 2;
  private static final int WORKING_DAYS = 10;
  private static final long REASON_DAYS = 90;

  private final CrmHistory then;
  private final Worths worths;
  private final double cycleMs;
  private final Map<Integer, List<Rule>> broken = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  HygieneOf(CrmHistory then, Worths worths, IntFunction<Category> category) {
    this.then = then;
    this.worths = worths;
    cycleMs = Chances.cycleMs(then);
    boolean hasContact = any(d -> then.lastActivityMs(d) != CrmHistory.NEVER);
    boolean hasDates = any(d -> then.promisedMs(d) != CrmHistory.NEVER);
    stale(hasContact);
    ask(
        Rule.SLIPPED,
        this::isOpen,
        d -> then.slips(d) >= SLIPS,
        when(!then.hasRevisions(), "it has no history of close dates"));
    ask(
        Rule.NO_NEXT_STEP,
        this::isOpen,
        d -> !then.hasNextStep(d),
        when(!any(then::hasNextStep), "it has no next steps"));
    ask(
        Rule.CLOSE_DATE_PASSED,
        this::isOpen,
        d -> then.promisedMs(d) <= then.knownUntilMs() - CrmHistory.DAY_MS,
        when(!hasDates, "it has no close dates of open deals"));
    ask(
        Rule.NO_CLOSE_DATE,
        this::isOpen,
        d -> then.promisedMs(d) == CrmHistory.NEVER,
        when(!hasDates, "it has no close dates of open deals"));
    ask(
        Rule.NO_AMOUNT,
        this::isOpen,
        d -> !worths.isStated(d),
        when(!any(worths::isStated), "it has no amounts of open deals"));
    ask(
        Rule.NO_OWNER,
        this::isOpen,
        d -> then.owner(d) < 0,
        when(then.names().owners().isEmpty(), "it has no owners"));
    ask(
        Rule.COMMIT_WITHOUT_CONTACT,
        d -> isOpen(d) && category.apply(d) == Category.COMMIT,
        d -> then.lastActivityMs(d) == CrmHistory.NEVER || then.lastActivityMs(d) < contactMs(),
        when(!hasContact, "it has no dates of activities"));
    ask(
        Rule.LOST_WITHOUT_REASON,
        d ->
            then.outcome(d) == CrmHistory.LOST
                && then.closedMs(d) > then.knownUntilMs() - REASON_DAYS * CrmHistory.DAY_MS,
        d -> then.reason(d) < 0,
        when(then.names().reasons().isEmpty(), "it has no reasons of losses"));
  }

  Hygiene answer() {
    int violating = (int) broken.keySet().stream().filter(this::isOpen).count();
    return new Hygiene(cycleMs / CrmHistory.DAY_MS, findings, violating);
  }

  /** The rules that a deal breaks. */
  List<Rule> of(int deal) {
    return broken.getOrDefault(deal, List.of());
  }

  private boolean isOpen(int deal) {
    return then.outcome(deal) == 0;
  }

  private boolean any(IntPredicate test) {
    return IntStream.range(0, then.deals()).anyMatch(d -> isOpen(d) && test.test(d));
  }

  private static Optional<String> when(boolean is, String reason) {
    return is ? Optional.of(reason) : Optional.empty();
  }

  private void stale(boolean hasContact) {
    String by =
        then.hasPaths() && hasContact
            ? ""
            : then.hasPaths()
                ? "told by changes of stage alone"
                : hasContact ? "told by the last activity alone" : "told by the age alone";
    ask(
        Rule.STALE,
        this::isOpen,
        d -> then.knownUntilMs() - moved(d) > 2 * cycleMs,
        when(Double.isNaN(cycleMs), "no deal was won, so there is no cycle"),
        by);
  }

  /** When a deal last moved, as far as is known. */
  private long moved(int deal) {
    long moved = then.createdMs(deal);
    if (then.hasPaths() && then.firstEvent(deal + 1) > then.firstEvent(deal)) {
      moved = Math.max(moved, then.eventMs(then.firstEvent(deal + 1) - 1));
    }
    long active = then.lastActivityMs(deal);
    return active == CrmHistory.NEVER ? moved : Math.max(moved, active);
  }

  /** The begin of the tenth working day before the last one that is known, Monday to Friday. */
  private long contactMs() {
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(then.knownUntilMs(), CrmHistory.DAY_MS));
    for (int back = 0; back < WORKING_DAYS; ) {
      day = day.minusDays(1);
      back += day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 ? 1 : 0;
    }
    return day.toEpochDay() * CrmHistory.DAY_MS;
  }

  private void ask(Rule rule, IntPredicate of, IntPredicate breaks, Optional<String> unknown) {
    ask(rule, of, breaks, unknown, "");
  }

  private void ask(
      Rule rule, IntPredicate of, IntPredicate breaks, Optional<String> unknown, String remark) {
    int[] asked = IntStream.range(0, then.deals()).filter(of).toArray();
    List<Integer> found =
        unknown.isPresent()
            ? List.of()
            : IntStream.of(asked)
                .filter(breaks)
                .boxed()
                .sorted(Comparator.comparingLong((Integer d) -> -worths.cents(d)))
                .toList();
    found.forEach(d -> broken.computeIfAbsent(d, any -> new ArrayList<>()).add(rule));
    findings.add(
        new Finding(
            rule,
            found.size(),
            asked.length,
            found.stream().mapToLong(worths::cents).sum(),
            found.stream().limit(Hygiene.EXAMPLES).map(then::id).toList(),
            unknown,
            remark));
  }
}
