package io.salestwin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the exports of a run are that is to be asked again: its manifest has only their hashes. */
final class ExportPlaces {

  @Option(
      names = "--export",
      paramLabel = "PLACE",
      description = {
        "Where the CRM's export is that the run read (default: where it was then, if that is below"
            + " this folder). It must not have changed. Of a run that read two, give both.",
      })
  private List<Path> places = new ArrayList<>();

  List<Path> places() {
    return List.copyOf(places);
  }

  /** For a run that reads no export. */
  void requireNone() {
    if (!places.isEmpty()) {
      throw new BadInput("--export: this run read no export; leave the option out");
    }
  }
}
