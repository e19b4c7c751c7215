package io.salestwin.scenario;

import io.salestwin.calendar.FiscalYear;
import io.salestwin.calendar.Season;
import io.salestwin.calendar.WorkCalendar;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Reads working hours and what follows the calendar. */
final class CalendarReader {

  private final Reading reading;

  CalendarReader(Reading reading) {
    this.reading = reading;
  }

  WorkCalendar calendar(Part root) {
    Optional<Node> given = root.given("calendar");
    if (given.isPresent() && given.get().isScalar()) {
      reading.word(given.get(), List.of("always"));
      return WorkCalendar.ALWAYS;
    }
    Node empty = Node.parse("{}", "default of calendar").value();
    Part part = reading.part(given.orElse(empty), Format.CALENDAR);
    double hours = part.number("hoursPerDay");
    LocalTime from = part.given("from").map(this::time).orElse(LocalTime.of(9, 0));
    EnumSet<DayOfWeek> week = EnumSet.noneOf(DayOfWeek.class);
    List<String> days = Arrays.asList(SeasonFormat.weekdays());
    for (Node day : part.items("week")) {
      if (!week.add(DayOfWeek.of(days.indexOf(reading.word(day, days)) + 1))) {
        reading.problems().error(day, "the day is there twice", "remove one");
      }
    }
    if (week.isEmpty()) {
      week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    }
    TreeSet<LocalDate> holidays = new TreeSet<>();
    for (Node holiday : part.items("holidays")) {
      holidays.addAll(holiday(holiday));
    }
    try {
      return new WorkCalendar(hours, from, week, holidays);
    } catch (IllegalArgumentException e) {
      part.error(e.getMessage(), "");
      return WorkCalendar.ALWAYS;
    }
  }

  private SortedSet<LocalDate> holiday(Node node) {
    TreeSet<LocalDate> days = new TreeSet<>();
    Parsed<Quantity.Dates> dates = Quantity.dates(node.isScalar() ? node.text() : "");
    if (dates.isBad()) {
      reading.problems().error(node, dates.reason(), dates.advice());
      return days;
    }
    try {
      days.addAll(WorkCalendar.dates(dates.value().from(), dates.value().to()));
    } catch (IllegalArgumentException e) {
      reading.problems().error(node, e.getMessage(), "give a shorter range");
    }
    return days;
  }

  private LocalTime time(Node node) {
    String text = node.isScalar() ? node.text() : "";
    try {
      if (text.matches("\\d{1,2}:\\d{2}")) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
      }
    } catch (DateTimeException e) {
      // told below, with what is no time at all
    }
    reading.problems().error(node, node.inWords() + " is no time of the day", "give such as 09:00");
    return LocalTime.of(9, 0);
  }

  Scenario.Seasons seasons(Part root, FiscalYear fiscalYear) {
    Optional<Part> seasons = root.part("season");
    Season.Combination speed = Season.Combination.PRODUCT;
    Season buying = season(seasons, "buying", speed, fiscalYear);
    boolean own = seasons.isPresent() && seasons.get().has("losing");
    return new Scenario.Seasons(
        season(seasons, "arrivals", speed, fiscalYear),
        buying,
        own ? season(seasons, "losing", speed, fiscalYear) : buying,
        season(seasons, "winning", Season.Combination.SUM, fiscalYear),
        winningStages(seasons));
  }

  /** What in a segment follows the calendar. */
  Segment.Seasons ofSegment(Part segment, FiscalYear fiscalYear) {
    Optional<Part> seasons = segment.part("season");
    return new Segment.Seasons(
        season(seasons, "arrivals", Season.Combination.PRODUCT, fiscalYear),
        season(seasons, "winning", Season.Combination.SUM, fiscalYear),
        winningStages(seasons));
  }

  private Set<Integer> winningStages(Optional<Part> seasons) {
    List<String> declared = reading.names().stages();
    Set<Integer> stages = new TreeSet<>();
    Optional<Part> winning = seasons.flatMap(all -> all.part("winning"));
    if (winning.isEmpty() || !winning.get().has("stages")) {
      IntStream.range(0, declared.size()).forEach(stages::add);
      return stages;
    }
    for (Node stage : winning.get().items("stages")) {
      int index = reading.reference(stage, "stage", declared);
      if (index >= 0 && !stages.add(index)) {
        reading.problems().error(stage, "the stage is there twice", "remove one");
      }
    }
    return stages;
  }

  private static Season season(
      Optional<Part> seasons, String name, Season.Combination combination, FiscalYear year) {
    Optional<Part> part = seasons.flatMap(all -> all.part(name));
    if (part.isEmpty()) {
      return Season.neutral(combination, year);
    }
    Part given = part.get();
    List<Double> quarter = given.itemNumbers("quarterMonth");
    return new Season(
        combination,
        year,
        SeasonFormat.MONTHS_SHORT.stream().map(given::number).toList(),
        quarter.size() == 3 ? quarter : Season.neutral(combination, year).quarterMonths(),
        Arrays.stream(SeasonFormat.weekdays()).map(given::number).toList());
  }
}
