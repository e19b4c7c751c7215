package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.document.Problem;
import io.salestwin.planning.territory.TerritoryPlan;
import io.salestwin.planning.territory.TerritoryPlan.Change;
import io.salestwin.planning.territory.TerritoryPlan.Outcome;
import io.salestwin.planning.territory.TerritoryPlan.Placed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of a plan of territories; no cell is one that a spreadsheet computes. */
final class TerritoryTables {

  private static final double CENTS = 100;

  /** Below this a double knows its units. */
  private static final double WHOLE = 1e15;

  private TerritoryTables() {}

  static Map<String, String> of(TerritoryPlan plan) {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("assignment.csv", accounts(plan, plan.accounts()));
    tables.put("moves.csv", accounts(plan, plan.moves()));
    tables.put("territories.csv", territories(plan));
    if (!plan.files().badRows().isEmpty()) {
      tables.put("left-out.csv", leftOut(plan.files().badRows()));
    }
    return tables;
  }

  private static String accounts(TerritoryPlan plan, List<Placed> of) {
    StringBuilder out =
        new StringBuilder(
            "id,name,territory,rep,change,present_territory,present_owner,reason,"
                + "score,tier,potential,hours,region,industry,locked,in_flight,km\n");
    for (Placed placed : of) {
      var account = placed.account();
      var patch = plan.territories().get(placed.patch()).patch();
      String rep = patch.reps().size() == 1 ? patch.reps().get(0) : "";
      String present =
          account.patch() < 0 ? "" : plan.territories().get(account.patch()).patch().name();
      row(
          out,
          text(account.id()),
          text(account.name()),
          text(patch.name()),
          text(placed.change() == Change.STAYS ? account.owner() : rep),
          placed.change().name().toLowerCase(Locale.ROOT),
          text(present),
          text(account.owner()),
          text(placed.reason()),
          account.score().isPresent() ? number(account.score().getAsDouble()) : "",
          account.score().isPresent() ? account.tier().name() : "",
          number(account.potentialCents() / CENTS),
          number(placed.hours()),
          text(account.region()),
          text(account.industry()),
          account.locked() ? "yes" : "no",
          account.inFlight() ? "yes" : "no",
          number(patch.kmTo(account)));
    }
    return out.toString();
  }

  private static String territories(TerritoryPlan plan) {
    StringBuilder out =
        new StringBuilder(
            "territory,reps,capacity_hours,accounts_before,accounts_after,potential_before,"
                + "potential_after,fair_share_before,fair_share_after,hours_before,hours_after,"
                + "load_before,load_after,out_of_place_before,out_of_place_after,comes,goes,mean_km_before,mean_km_after\n");
    for (Outcome t : plan.territories()) {
      row(
          out,
          text(t.patch().name()),
          text(String.join(" | ", t.patch().reps())),
          number(t.patch().capacityHours()),
          number(t.before().accounts()),
          number(t.after().accounts()),
          number(t.before().potential()),
          number(t.after().potential()),
          number(t.before().fairShare()),
          number(t.after().fairShare()),
          number(t.before().hours()),
          number(t.after().hours()),
          number(t.before().load()),
          number(t.after().load()),
          number(t.before().away()),
          number(t.after().away()),
          number(t.comes()),
          number(t.goes()),
          number(t.before().meanKm()),
          number(t.after().meanKm()));
    }
    return out.toString();
  }

  private static String leftOut(List<Problem> problems) {
    StringBuilder out = new StringBuilder("file,line,column,what,advice\n");
    for (Problem p : problems) {
      row(
          out,
          text(p.file()),
          number(p.line()),
          text(p.path()),
          text(p.message()),
          text(p.advice()));
    }
    return out.toString();
  }

  private static void row(StringBuilder out, String... cells) {
    out.append(List.of(cells).stream().collect(Collectors.joining(","))).append('\n');
  }

  private static String text(String cell) {
    return KpiCsv.text(cell);
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE;
    return whole ? Long.toString((long) value) : Json.number(value);
  }
}
