package io.salestwin.scenario;

import io.salestwin.calendar.FiscalYear;
import io.salestwin.calendar.Period;
import io.salestwin.document.Node;
import io.salestwin.document.Quantity;
import io.salestwin.document.Suggestion;
import io.salestwin.scenario.Scenario.Basis;
import io.salestwin.scenario.Scenario.Booked;
import io.salestwin.scenario.Scenario.Booked.ByRep;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what each rep has booked before the start, from a CSV file, and holds it to the total. */
final class BookedReader {

  /**
   * When it begins, and with whom.
   *
   * @param day the first simulated day
   * @param byMonth whether the periods are months, else quarters
   * @param fiscalYear the fiscal year
   * @param roles the roles
   */
  record Start(LocalDate day, boolean byMonth, FiscalYear fiscalYear, List<Role> roles) {

    Period period() {
      return byMonth ? fiscalYear.monthOf(day) : fiscalYear.quarterOf(day);
    }

    /** The rest of the period counts by its days, as everywhere; the whole of it is whole. */
    double quartersBefore() {
      Period period = period();
      double rest = ChronoUnit.DAYS.between(day, period.end()) / DAYS_PER_QUARTER;
      return period.first().equals(day) ? 0 : Math.max(0, (byMonth ? 1 / 3.0 : 1) - rest);
    }
  }

  private static final List<String> COLUMNS = List.of("name", "booked", "deals", "margin");
  private static final double MOST_CENTS = 1e15;
  private static final double MOST_DEALS = 1e6;
  private static final double DAYS_PER_QUARTER = 365.25 / 4;

  private final Reading reading;
  private final Attachments attachments;

  BookedReader(Reading reading, Attachments attachments) {
    this.reading = reading;
    this.attachments = attachments;
  }

  Booked booked(Part part, Map<String, Long> byPeriod, Basis basis, Start start) {
    Optional<Node> file = part.given("reps");
    if (file.isEmpty()) {
      return new Booked(byPeriod, Map.of(), 0);
    }
    Map<String, ByRep> byRep = byRep(file.get(), start.roles());
    long sum = byRep.values().stream().mapToLong(ByRep::cents).sum();
    String period = start.period().name();
    Long total = byPeriod.get(period);
    Map<String, Long> totals = new LinkedHashMap<>(byPeriod);
    if (total == null && basis != Basis.ACV) {
      part.error(
          "reps",
          "the targets do not count annual contract value, which the file has",
          "add " + period + ": what the company has closed, as the targets count");
    } else if (total == null) {
      totals.put(period, sum);
    } else if (basis == Basis.ACV && sum > total) {
      part.error(
          "reps",
          "the reps have booked "
              + Kind.MONEY.show(sum)
              + ", more than the "
              + Kind.MONEY.show(total)
              + " of the company in "
              + period,
          "correct the file or the total; less is fine, for who has left has booked, too");
    }
    return new Booked(totals, byRep, start.quartersBefore());
  }

  private Map<String, ByRep> byRep(Node file, List<Role> roles) {
    Set<String> names = new LinkedHashSet<>();
    roles.forEach(role -> role.reps().forEach(rep -> names.add(rep.name())));
    Map<String, ByRep> byRep = new LinkedHashMap<>();
    for (TableLine line :
        TableLine.read(reading, attachments, file, COLUMNS, List.of("name", "booked"))) {
      String name = line.cell("name");
      if (!names.contains(name)) {
        String hint = Suggestion.didYouMean(name, names);
        line.error(
            "name",
            "there is no rep \"" + name + "\"",
            hint.isEmpty() ? "remove the line; the total may say what others have booked" : hint);
      } else if (byRep.put(name, line(line)) != null) {
        line.error("name", "there are two lines of \"" + name + "\"", "put them together");
      }
    }
    return byRep;
  }

  private ByRep line(TableLine line) {
    return new ByRep(
        cents(line, "booked"),
        Math.round(line.number("deals", Quantity::number, 0, MOST_DEALS).orElse(0.0)),
        cents(line, "margin"));
  }

  private long cents(TableLine line, String column) {
    return Math.round(
        line.number(column, text -> Kind.MONEY.number(text, reading.currency()), 0, MOST_CENTS)
            .orElse(0.0));
  }
}
