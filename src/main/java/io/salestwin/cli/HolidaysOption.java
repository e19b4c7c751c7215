package io.salestwin.cli;

import io.salestwin.calibration.backtest.Holidays;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of commands whose chances know ahead when people are off. */
final class HolidaysOption {

  @Option(
      names = "--holidays",
      paramLabel = "DAY",
      split = ",",
      description =
          "Days on which people are off, known ahead: 2027-04-05, 2027-12-24..2027-12-31, 12-26 for"
              + " every year, or none (default: 12-25,12-26,01-01). On them things go as on Sundays.")
  private List<String> holidays = List.of("12-25", "12-26", "01-01");

  Holidays known() {
    try {
      return holidays.equals(List.of("none")) ? Holidays.NONE : Holidays.of(holidays);
    } catch (IllegalArgumentException e) {
      throw new BadInput("--holidays " + e.getMessage(), e);
    }
  }
}
