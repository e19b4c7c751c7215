package io.salestwin.planning.staffing;

import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may be varied in a staffing plan, and through which whole numbers.
 *
 * <pre>
 * roles.AE.headcount=8..20              reps on the first day
 * roles.AE.headcount=+0..+4             the same, counted from what the scenario says
 * roles.AE.territories.west=3..6        reps of a territory on the first day
 * roles.AE.hires.2027-03-01=0..4        more reps from a date on
 * roles.AE.hires.2027-03-01.west=0..4   in a territory
 * roles.SDR.headcount=4..12/2           in steps of two; 4,6,9 gives the numbers one by one
 * </pre>
 *
 * @param text as written
 * @param kind what is varied
 * @param role name of the role
 * @param territory name of the territory; empty for none
 * @param on the date of hires; empty for other kinds
 * @param values the numbers, ascending and each once
 * @param relative whether they are added to what the scenario says
 */
public record Vary(
    String text,
    Kind kind,
    String role,
    String territory,
    Optional<LocalDate> on,
    List<Integer> values,
    boolean relative) {

  /** What is varied. */
  public enum Kind {
    /** Reps of the first day. */
    HEADCOUNT,
    /** Reps of one territory on the first day. */
    TERRITORY,
    /** Reps who come at a date. */
    HIRES
  }

  private static final int MOST_VALUES = 200;
  private static final int MOST_REPS = 10_000;
  private static final int MOST_DIGITS = 9;
  private static final String ADVICE =
      "write roles.AE.headcount=8..20, roles.AE.hires.2027-03-01=0..4 or"
          + " roles.AE.territories.west=3..6";

  /** Copies the list. */
  public Vary {
    values = List.copyOf(values);
  }

  /**
   * Understands one.
   *
   * @param text what a person wrote
   * @return it, or what is wrong with the text
   */
  public static Parsed<Vary> parse(String text) {
    int at = text.indexOf('=');
    if (at <= 0 || at == text.length() - 1) {
      return Parsed.bad("\"" + text + "\" says nothing to vary", ADVICE);
    }
    String numbers = text.substring(at + 1).strip();
    return Node.steps(text.substring(0, at).strip())
        .flatMap(
            steps ->
                values(numbers)
                    .flatMap(values -> of(text, steps, values, numbers.matches("[+-].*"))));
  }

  private static Parsed<Vary> of(
      String text, List<String> steps, List<Integer> values, boolean relative) {
    int n = steps.size();
    boolean ofRole = n >= 3 && steps.get(0).equals("roles");
    String what = ofRole ? steps.get(2) : "";
    if (what.equals("hires") && relative) {
      return Parsed.bad("\"" + text + "\": hires are counted from none", "write 0..4");
    }
    if (what.equals("headcount") && n == 3) {
      return Parsed.of(
          new Vary(text, Kind.HEADCOUNT, steps.get(1), "", Optional.empty(), values, relative));
    }
    if (what.equals("territories") && n == 4) {
      return Parsed.of(
          new Vary(
              text,
              Kind.TERRITORY,
              steps.get(1),
              steps.get(3),
              Optional.empty(),
              values,
              relative));
    }
    if (what.equals("hires") && (n == 4 || n == 5)) {
      String territory = n == 5 ? steps.get(4) : "";
      return Quantity.date(steps.get(3))
          .map(
              date ->
                  new Vary(
                      text, Kind.HIRES, steps.get(1), territory, Optional.of(date), values, false));
    }
    return Parsed.bad("\"" + text + "\" is no head-count of a role", ADVICE);
  }

  private static Parsed<List<Integer>> values(String text) {
    List<Integer> values = new ArrayList<>();
    if (text.contains("..")) {
      String[] ends = text.split("\\.\\.", 2);
      String[] step = ends[1].split("/", 2);
      Parsed<Integer> low = number(ends[0]);
      Parsed<Integer> high = number(step[0]);
      Parsed<Integer> by = step.length > 1 ? number(step[1]) : Parsed.of(1);
      if (low.isBad() || high.isBad() || by.isBad() || by.value() < 1) {
        return Parsed.bad(
            "\"" + text + "\" is no range of whole numbers", "write 8..20 or 8..20/2");
      }
      for (int v = low.value();
          v <= high.value() && values.size() <= MOST_VALUES;
          v += by.value()) {
        values.add(v);
      }
    } else {
      for (String part : text.split(",", -1)) {
        Parsed<Integer> number = number(part);
        if (number.isBad()) {
          return Parsed.bad(
              "\"" + part.strip() + "\" is no whole number", "write 8..20 or 8,10,12");
        }
        values.add(number.value());
      }
    }
    List<Integer> sorted = values.stream().distinct().sorted().toList();
    if (sorted.isEmpty() || sorted.size() > MOST_VALUES) {
      return Parsed.bad(
          "\"" + text + "\" holds " + (sorted.isEmpty() ? "no number" : "too many numbers"),
          "give 1 to " + MOST_VALUES + " numbers, the lower end first");
    }
    return Parsed.of(sorted);
  }

  private static Parsed<Integer> number(String text) {
    String plain = text.strip();
    if (plain.length() > MOST_DIGITS) {
      return Parsed.bad(plain + " is too many reps", "give at most " + MOST_REPS);
    }
    return Quantity.integer(plain.startsWith("+") ? plain.substring(1) : plain)
        .flatMap(
            n ->
                Math.abs(n) <= MOST_REPS
                    ? Parsed.of(n.intValue())
                    : Parsed.bad(plain + " is too many reps", "give at most " + MOST_REPS));
  }

  /**
   * What is varied, in words.
   *
   * @return such as {@code AE}, {@code AE in west} or {@code AE hired on 2027-03-01}
   */
  public String name() {
    return role
        + (territory.isEmpty() ? "" : " in " + territory)
        + on.map(date -> " hired on " + date).orElse("");
  }
}
