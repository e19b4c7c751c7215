package io.salestwin.cli;

import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.ImportProblem;
import io.salestwin.report.Manifest;
import io.salestwin.report.QuestionManifest.Export;
import io.salestwin.scenario.Attachments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The exports of a CRM that a question is about. They stay where they are and only the hashes of
 * their files are kept; who asks again must have the same files.
 */
final class Exports {

  private final Map<String, Export> all = new LinkedHashMap<>();
  private final List<Path> places;

  /**
   * Exports that were read.
   *
   * @param kept those of a manifest
   * @param places where they are now, in their order; empty for the places that the manifest tells
   */
  Exports(Map<String, Export> kept, List<Path> places) {
    if (!places.isEmpty() && places.size() != kept.size()) {
      throw new BadInput(
          switch (kept.size()) {
            case 0 -> "--export: this run read no export; leave the option out";
            case 1 -> "--export: this run read one export; give one place";
            default -> "--export: this run read " + kept.size() + " exports; give a place for each";
          });
    }
    all.putAll(kept);
    this.places = List.copyOf(places);
  }

  Map<String, Export> all() {
    return Collections.unmodifiableMap(all);
  }

  /** Keeps the hashes of an export that somebody named. */
  void keep(String name, Path given) {
    Path here = Path.of("").toAbsolutePath();
    Path there = given.toAbsolutePath().normalize();
    boolean isBelow = !given.isAbsolute() && there.startsWith(here);
    String place = isBelow ? here.relativize(there).toString().replace('\\', '/') : "";
    all.put(name, new Export(place, hashes(given)));
  }

  /** Where a kept export is, unchanged. */
  Path find(String name) {
    Export export = all.get(name);
    if (export == null) {
      throw new BadInput("the manifest has no export \"" + name + "\"");
    }
    int number = List.copyOf(all.keySet()).indexOf(name);
    Path place = places.isEmpty() ? near(name, export) : places.get(number);
    Map<String, String> now = hashes(place);
    if (!now.equals(export.files())) {
      Set<String> different = new TreeSet<>(now.keySet());
      different.addAll(export.files().keySet());
      different.removeIf(each -> Objects.equals(now.get(each), export.files().get(each)));
      throw new BadInput(
          place
              + ": this is not what the run read: "
              + String.join(", ", different)
              + " (changed, new or missing); give the same export with --export");
    }
    return place;
  }

  /** The place that a manifest tells, which must not lead out of the present folder. */
  private static Path near(String name, Export export) {
    Optional<Path> inside = Optional.empty();
    try {
      if (!export.place().isEmpty()) {
        inside = Attachments.inside(Path.of(""), export.place());
      }
    } catch (InvalidPathException | IOException e) {
      throw new BadInput(notHere(name), e);
    }
    return inside.filter(Files::exists).orElseThrow(() -> new BadInput(notHere(name)));
  }

  private static String notHere(String name) {
    return "the export \""
        + name
        + "\" of this run is not in this folder; say where: --export PLACE";
  }

  private static Map<String, String> hashes(Path export) {
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : files(export)) {
      try {
        hashes.put(file.getFileName().toString(), Manifest.hash(file));
      } catch (IOException e) {
        throw new BadInput(file + ": cannot be read: " + OutFolder.inWords(e), e);
      }
    }
    return hashes;
  }

  /** The files that are read of an export. */
  static List<Path> files(Path export) {
    try {
      return CrmImport.files(export);
    } catch (ImportProblem e) {
      throw new BadInput(e.getMessage(), e);
    }
  }
}
