package io.salestwin.check;

import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Season;
import io.salestwin.calendar.WorkCalendar;
import io.salestwin.random.Elementary;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the calendar does to buyers over the horizon: mean speeds, and how often each effect of the
 * season on the odds holds.
 *
 * @param buyingSpeed mean speed of the clock of deals that will advance
 * @param losingSpeed mean speed of the clock of all other deals
 * @param winning number of days by the effect on the log-odds
 * @param opening hours to the next working hour, from the middle of every hour of a usual week
 */
record Conditions(
    double buyingSpeed, double losingSpeed, Map<Double, Integer> winning, List<Double> opening) {

  static Conditions of(Scenario scenario) {
    Map<Double, Integer> winning = new TreeMap<>();
    for (LocalDate d = scenario.start(); d.isBefore(scenario.end()); d = d.plusDays(1)) {
      winning.merge(scenario.seasons().winning().factorAt(d), 1, Integer::sum);
    }
    return new Conditions(
        mean(scenario, scenario.seasons().buying()),
        mean(scenario, scenario.seasons().losing()),
        winning,
        opening(scenario));
  }

  /** The waits until people work in a week without holidays. */
  private static List<Double> opening(Scenario scenario) {
    WorkCalendar given = scenario.calendar();
    WorkCalendar usual =
        new WorkCalendar(given.hoursPerDay(), given.from(), given.week(), new TreeSet<>());
    Clock clock = usual.clock(scenario.start(), 0, 14 * Clock.DAY);
    List<Double> waits = new ArrayList<>();
    for (int hour = 0; hour < 168; hour++) {
      long at = hour * Clock.HOUR + Clock.HOUR / 2;
      waits.add((double) (clock.nextOpening(at) - at) / Clock.HOUR);
    }
    return waits;
  }

  /** The mean effect of waiting for the next working hour when a lead comes at any time. */
  double response(Stage.Response response) {
    double halfLife = (double) response.halfLifeMs() / Clock.HOUR;
    double sum = 0;
    for (double wait : opening) {
      sum += response.floor() * (1 - StrictMath.pow(2, -wait / halfLife));
    }
    return sum / opening.size();
  }

  private static double mean(Scenario scenario, Season season) {
    double sum = 0;
    int days = 0;
    for (LocalDate d = scenario.start(); d.isBefore(scenario.end()); d = d.plusDays(1)) {
      sum += season.factorAt(d);
      days++;
    }
    return sum / days;
  }

  /** The mean chance to advance over the horizon's days, with the season's effect or without. */
  double meanAdvance(double logOdds, boolean seasonal) {
    if (!seasonal) {
      return Elementary.logistic(logOdds);
    }
    double sum = 0;
    int days = 0;
    for (Map.Entry<Double, Integer> effect : winning.entrySet()) {
      sum += effect.getValue() * Elementary.logistic(logOdds + effect.getKey());
      days += effect.getValue();
    }
    return sum / days;
  }
}
