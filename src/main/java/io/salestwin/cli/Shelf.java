package io.salestwin.cli;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.experiment.ExperimentFile;
import io.salestwin.report.QuestionManifest;
import io.salestwin.report.QuestionManifest.Export;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.ScenarioFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a question is about: read from their folders and kept for its manifest, or taken
 * from a manifest. A kept file's name is its path from the folder of the first file; files of
 * further folders begin with {@code ../2/}, {@code ../3/} and so on, so that nothing tells where
 * the folders stand.
 */
final class Shelf {

  private static final Pattern ELSEWHERE = Pattern.compile("(\\.\\./\\d+/)(.*)");

  private final boolean isKept;
  private final Map<String, String> texts = new TreeMap<>();
  private final Exports exports;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<Path> folders = new ArrayList<>();

  private Shelf(boolean isKept, Map<String, String> texts, Exports exports) {
    this.isKept = isKept;
    this.texts.putAll(texts);
    this.exports = exports;
  }

  /** Files from their folders. */
  static Shelf ofFolders() {
    return new Shelf(false, Map.of(), new Exports(Map.of(), List.of()));
  }

  /**
   * The files of a manifest, by the names that they were kept by.
   *
   * @param exportPlaces where the exports are now, in their order; empty for the places that the
   *     manifest tells
   */
  static Shelf of(QuestionManifest manifest, List<Path> exportPlaces) {
    return new Shelf(true, manifest.files(), new Exports(manifest.exports(), exportPlaces));
  }

  /** A scenario that can run, varied by overrides as written. */
  Inputs scenario(String file, List<String> sets) {
    if (isKept) {
      Place place = Place.of(file);
      return Inputs.read(place.name(), inFolder(place.prefix()), sets);
    }
    Path path = path(file);
    Inputs inputs = Inputs.read(path, sets);
    keep(file, path, inputs.read().files());
    return inputs;
  }

  /** A scenario as read, whose problems are for the caller to tell. */
  ScenarioFile read(String file, List<String> sets) {
    if (isKept) {
      Place place = Place.of(file);
      return ScenarioFile.read(
          place.name(), Attachments.ofTexts(inFolder(place.prefix())), RunOptions.overrides(sets));
    }
    Path path = path(file);
    ScenarioFile read = ScenarioFile.read(path, RunOptions.overrides(sets));
    keep(file, path, read.files());
    return read;
  }

  /** An experiment without errors, with its scenario. */
  ExperimentFile experiment(String file, List<String> sets) {
    ExperimentFile read =
        isKept
            ? ExperimentFile.read(
                text(file), file, all -> keptScenario(file, all), RunOptions.overrides(sets))
            : ExperimentFile.read(given(file), RunOptions.overrides(sets));
    List<String> errors =
        read.problems().stream().filter(Problem::isError).map(Problem::toString).toList();
    if (!errors.isEmpty() || read.plan().isEmpty()) {
      throw new BadInput(Inputs.together(errors));
    }
    if (!isKept) {
      text(file);
      Path scenario = read.scenarioPath().orElseThrow();
      keep(scenario.toString(), path(scenario.toString()), read.scenarioFiles());
    }
    return read;
  }

  /** The file as the person named it: messages shall not tell where its folder stands. */
  static Path given(String file) {
    path(file);
    return Path.of(file);
  }

  /**
   * The scenario of an experiment. It was kept right after the experiment: in its folder, or as the
   * second one.
   */
  private ScenarioFile keptScenario(String file, List<LeverOverride> sets) {
    Node root = Document.parse(text(file), file).root();
    String written = root.isMap() && root.has("scenario") ? root.get("scenario").text() : "";
    String name =
        written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
    String prefix = texts.containsKey("../2/" + name) ? "../2/" : "";
    return ScenarioFile.read(name, Attachments.ofTexts(inFolder(prefix)), sets);
  }

  /** The text of any other file, such as a table of accounts. */
  String text(String file) {
    if (isKept) {
      String text = texts.get(file);
      if (text == null) {
        throw new BadInput("the manifest has no file \"" + file + "\"");
      }
      return text;
    }
    Path path = path(file);
    if (!Files.isRegularFile(path)) {
      throw new BadInput(file + ": there is no such file; check its name");
    }
    String name = path.getFileName().toString();
    Parsed<String> text = Attachments.ofFolder(path.getParent()).text(name);
    if (text.isBad()) {
      throw new BadInput(text.reason() + "; " + text.advice());
    }
    keep(file, path, Map.of(name, text.value()));
    return text.value();
  }

  /**
   * Where an export of a CRM is. Of that only the hashes of its files are kept, so a kept one must
   * still be there, unchanged.
   */
  Path export(String file) {
    if (isKept) {
      return exports.find(file);
    }
    Path given = given(file);
    keep(file, path(file), Map.of());
    exports.keep(nameOf(file), given);
    return given;
  }

  /** The exports by their names. */
  Map<String, Export> exports() {
    return exports.all();
  }

  /** A file that is only written; its name is kept, so that it can be in the answer's folder. */
  String written(String file) {
    String name = lastName(given(file));
    names.put(file, name);
    return name;
  }

  /** The name of a file without its folder. */
  String lastName(String file) {
    return lastName(Path.of(isKept ? Place.of(file).name() : file));
  }

  static String lastName(Path file) {
    Path last = file.toAbsolutePath().normalize().getFileName();
    return last == null ? "export" : last.toString();
  }

  /** What a manifest calls a file: itself when it was not read. */
  String nameOf(String file) {
    return names.getOrDefault(file, file);
  }

  /** The texts by their names. */
  Map<String, String> files() {
    return Collections.unmodifiableMap(texts);
  }

  private record Place(String prefix, String name) {
    static Place of(String file) {
      Matcher elsewhere = ELSEWHERE.matcher(file);
      return elsewhere.matches()
          ? new Place(elsewhere.group(1), elsewhere.group(2))
          : new Place("", file);
    }
  }

  private Map<String, String> inFolder(String prefix) {
    Map<String, String> there = new LinkedHashMap<>();
    texts.forEach(
        (name, text) -> {
          if (Place.of(name).prefix().equals(prefix)) {
            there.put(name.substring(prefix.length()), text);
          }
        });
    return there;
  }

  private void keep(String file, Path path, Map<String, String> read) {
    Path folder = folder(path);
    if (!folders.contains(folder)) {
      folders.add(folder);
    }
    int number = folders.indexOf(folder) + 1;
    String prefix = number == 1 ? "" : "../" + number + "/";
    read.forEach((name, text) -> texts.put(prefix + name, text));
    names.put(file, prefix + path.getFileName());
  }

  private static Path folder(Path path) {
    return path.getParent();
  }

  private static Path path(String file) {
    try {
      Path path = Path.of(file).toAbsolutePath().normalize();
      if (path.getFileName() == null || path.getParent() == null) {
        throw new BadInput(file + ": this is no file; give the name of a file");
      }
      return path;
    } catch (InvalidPathException e) {
      throw new BadInput(file + ": this is no name of a file", e);
    }
  }
}
