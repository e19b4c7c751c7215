package io.salestwin.report;

import io.salestwin.check.Check;
import io.salestwin.check.Expectation;
import io.salestwin.check.Expectation.Coverage;
import io.salestwin.check.Expectation.PeriodFigure;
import io.salestwin.check.Expectation.RoleFigure;
import io.salestwin.check.Expectation.StageFigure;
import io.salestwin.check.Warning;
import io.salestwin.document.Json;
import io.salestwin.document.Problem;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A check of a scenario for people and for programs: the warnings, then what the scenario gives on
 * the mean.
 *
 * @param scenario the scenario
 * @param warnings what will surprise
 * @param expected what the scenario gives on the mean without waiting
 */
public record CheckReport(Scenario scenario, List<Problem> warnings, Expectation expected) {

  /** Copies the list. */
  public CheckReport {
    warnings = List.copyOf(warnings);
  }

  /**
   * The check for a terminal, its last line the verdict.
   *
   * @param style what the terminal can show
   * @return lines, each ending with a line break
   */
  public String text(TextStyle style) {
    StringBuilder out = new StringBuilder();
    for (Problem warning : warnings) {
      out.append(style.shown(warning.toString())).append('\n');
    }
    out.append(warnings.isEmpty() ? "" : "\n");
    out.append(style.bold("Stages"));
    out.append(style.dim("  chance to advance as stated and after time-outs; mean days without"));
    out.append(style.dim(" waiting\n"));
    row(out, "", "a month", "stated", "after", "days");
    for (StageFigure s : expected.stages()) {
      row(
          out,
          style.shown(s.name()),
          Figures.count(s.visitsPerMonth()),
          Figures.share(s.stated()),
          Figures.share(s.afterTimeOut()),
          Figures.number(s.meanDays()));
    }
    out.append('\n').append(style.bold("Team"));
    out.append(style.dim("  hours a month; open leads per rep\n"));
    row(out, "", "needed", "selling", "share", "open", "limit");
    for (RoleFigure r : expected.roles()) {
      row(
          out,
          style.shown(r.name()),
          Figures.count(r.neededHours()),
          Figures.count(r.availableHours()),
          Figures.share(r.utilisation()),
          Figures.count(r.openLeads()),
          r.openLimit() == 0 ? "none" : Figures.count(r.openLimit()));
    }
    periods(out, style);
    notes(out, style);
    out.append('\n').append(verdict()).append('\n');
    return out.toString();
  }

  private void periods(StringBuilder out, TextStyle style) {
    out.append('\n').append(style.bold("Expected"));
    out.append(style.dim("  means if no lead waits for a rep; win rate "));
    out.append(style.dim(Figures.share(expected.winRate()) + ", cycle "));
    out.append(style.dim(Figures.number(expected.cycleDays()) + " days\n"));
    row(out, "", "won", "bookings", "target", "coverage", "80 % odds");
    for (PeriodFigure p : expected.periods()) {
      Optional<Coverage> coverage = expected.coverage(p);
      row(
          out,
          p.name(),
          Figures.count(p.wins()),
          figure(p.booked() + p.bookings()),
          p.target().isPresent() ? figure(p.target().getAsDouble()) : "none",
          coverage.map(c -> Figures.number(c.atHand()) + "x").orElse("-"),
          coverage.map(c -> Figures.number(c.forEighty()) + "x").orElse("-"));
    }
    for (RoleFigure r : expected.roles()) {
      if (r.utilisation() > 1) {
        out.append("  fewer than this: ").append(style.shown(r.name())).append(" cannot keep up\n");
      }
    }
  }

  private void notes(StringBuilder out, TextStyle style) {
    List<Warning> notes = Check.notes(scenario, expected);
    if (notes.isEmpty()) {
      return;
    }
    out.append('\n').append(style.bold("Notes"));
    out.append(style.dim("  no surprises, but good to know\n"));
    for (Warning note : notes) {
      String at = note.path().isEmpty() ? "" : note.path() + ": ";
      String line = at + note.rule() + ": " + note.message() + "; " + note.advice();
      out.append("  ").append(style.shown(line)).append('\n');
    }
  }

  private String figure(double amount) {
    return Figures.figure(Figures.unitOf(scenario.targets().basis()), amount);
  }

  private static void row(StringBuilder out, String name, String... cells) {
    String cut = name.length() > 22 ? name.substring(0, 21) + "~" : name;
    out.append("  ").append(cut).append(" ".repeat(22 - cut.length()));
    for (String cell : cells) {
      out.append(" ".repeat(Math.max(1, 10 - cell.length()))).append(cell);
    }
    out.append('\n');
  }

  private String verdict() {
    int count = warnings.size();
    return "no errors, " + (count == 0 ? "no" : count) + (count == 1 ? " warning" : " warnings");
  }

  /**
   * The check for programs; a figure that has no finite value is null.
   *
   * @return JSON
   */
  public String json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("warnings", warnings.stream().map(CheckReport::warning).toList());
    out.put("notes", Check.notes(scenario, expected).stream().map(CheckReport::note).toList());
    out.put("stages", expected.stages().stream().map(CheckReport::stage).toList());
    out.put("roles", expected.roles().stream().map(CheckReport::role).toList());
    out.put("periods", expected.periods().stream().map(this::period).toList());
    out.put("winRate", finite(expected.winRate()));
    out.put("cycleDays", finite(expected.cycleDays()));
    out.put("dealValue", finite(expected.dealValue()));
    return Json.write(out);
  }

  private static Object warning(Problem p) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("file", p.file());
    out.put("line", p.line());
    out.put("path", p.path());
    out.put("reference", Schema.sectionOf(p.path()));
    out.put("message", p.message());
    out.put("advice", p.advice());
    return out;
  }

  private static Object note(Warning note) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("rule", note.rule());
    out.put("path", note.path());
    out.put("reference", Schema.sectionOf(note.path()));
    out.put("message", note.message());
    out.put("advice", note.advice());
    return out;
  }

  private static Object stage(StageFigure s) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", s.name());
    out.put("visitsPerMonth", finite(s.visitsPerMonth()));
    out.put("visitsPerLead", finite(s.visitsPerLead()));
    out.put("stated", finite(s.stated()));
    out.put("afterTimeOut", finite(s.afterTimeOut()));
    out.put("meanDays", finite(s.meanDays()));
    return out;
  }

  private static Object role(RoleFigure r) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", r.name());
    out.put("reps", r.reps());
    out.put("neededHoursPerMonth", finite(r.neededHours()));
    out.put("availableHoursPerMonth", finite(r.availableHours()));
    out.put("utilisation", finite(r.utilisation()));
    out.put("utilisationByPeriod", r.byPeriod().stream().map(CheckReport::finite).toList());
    out.put("openLeadsPerRep", finite(r.openLeads()));
    out.put("openLeadsPerRepInTheLongRun", finite(r.openLeadsInTheLongRun()));
    out.put("openLeadsLimit", r.openLimit() == 0 ? null : r.openLimit());
    return out;
  }

  private Object period(PeriodFigure p) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", p.name());
    out.put("leads", finite(p.leads()));
    out.put("opportunitiesAtStart", finite(p.open()));
    out.put("opportunitiesCreated", finite(p.created()));
    out.put("won", finite(p.wins()));
    out.put("booked", finite(p.booked()));
    out.put("bookings", finite(p.bookings()));
    out.put("target", p.target().isPresent() ? finite(p.target().getAsDouble()) : null);
    out.put("coverage", expected.coverage(p).map(CheckReport::coverage).orElse(null));
    return out;
  }

  private static Object coverage(Coverage c) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("dealsNeeded", c.needed());
    out.put("opportunities", c.opportunities());
    out.put("winRate", finite(c.winRate()));
    out.put("odds", finite(c.odds()));
    out.put("atHand", finite(c.atHand()));
    out.put("forOdds50", finite(c.forEven()));
    out.put("forOdds80", finite(c.forEighty()));
    out.put("forOdds90", finite(c.forNinety()));
    return out;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
