package io.salestwin.cli;

import io.salestwin.document.Json;
import io.salestwin.metrics.Kpi;
import io.salestwin.metrics.KpiInfo;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The glossary of KPIs. */
@Command(
    name = "kpis",
    description = "Lists every KPI with its unit, its formula and what it tells.",
    sortOptions = false)
final class KpisCommand implements Callable<Integer> {

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<KpiInfo> kpis = Kpi.all().stream().map(Kpi::info).toList();
    if (json) {
      out.print(Json.write(kpis.stream().map(KpisCommand::fields).toList()));
    } else {
      kpis.forEach(kpi -> out.print(text(kpi)));
    }
    return Exit.FINE;
  }

  private static Map<String, Object> fields(KpiInfo kpi) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", kpi.id());
    out.put("name", kpi.name());
    out.put("unit", word(kpi.unit()));
    out.put("better", word(kpi.better()));
    out.put("dividedBy", word(kpi.slice()));
    out.put("formula", kpi.formula());
    out.put("text", kpi.text());
    return out;
  }

  private static String text(KpiInfo kpi) {
    return String.format(
        Locale.ROOT,
        "%s  %s (%s, better: %s, by: %s)%n    %s%n    = %s%n%n",
        kpi.id(),
        kpi.name(),
        word(kpi.unit()),
        word(kpi.better()),
        word(kpi.slice()),
        kpi.text(),
        kpi.formula());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
