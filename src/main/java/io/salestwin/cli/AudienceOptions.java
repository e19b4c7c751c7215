package io.salestwin.cli;

import io.salestwin.report.Audience;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** For whom a forecast is shown beside its report. */
final class AudienceOptions {

  @Option(
      names = "--for",
      paramLabel = "AUDIENCE",
      split = ",",
      description = {
        "Also write a short page for executives, pipeline, forecast, reps or leads, or the list of"
            + " a review by week, month or quarter. Several with commas; all: every page.",
      })
  private List<String> names = new ArrayList<>();

  /** The audiences that are asked for, in the order of the names; a wrong name is told. */
  Set<Audience> audiences() {
    Set<Audience> asked = new LinkedHashSet<>();
    for (String name : names) {
      if (name.equalsIgnoreCase("all")) {
        asked.addAll(List.of(Audience.values()));
      } else {
        asked.add(Audience.of(name).orElseThrow(() -> unknown(name)));
      }
    }
    return asked;
  }

  private static BadInput unknown(String name) {
    return new BadInput(
        "--for "
            + name
            + ": there is no such page; choose from "
            + String.join(", ", Audience.words())
            + ", or all");
  }

  /** Says at the end of an answer where the pages are. */
  static void tell(Set<Audience> audiences, Path folder, boolean json, PrintWriter out) {
    if (!json) {
      audiences.forEach(a -> out.println("Page:   " + folder.resolve(a.file())));
      out.flush();
    }
  }
}
