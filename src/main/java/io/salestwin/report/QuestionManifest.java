package io.salestwin.report;

import io.salestwin.document.Document;
import io.salestwin.document.Json;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Everything that it takes to ask a question about one or several files again and to get the same
 * bytes: the command line without what cannot change a result, and the files.
 *
 * @param version version of the program
 * @param arguments the command and its options; files as they are called in {@code files}
 * @param files text of every file that was read
 * @param exports the exports of a CRM that were read, by what {@code arguments} call them; they are
 *     big and hold what people said about customers, so only their hashes are kept
 * @param hash SHA-256 of the arguments and the files
 * @param plays how many replications of all scenarios together were played
 * @param searchEnd after how many better divisions a search was ended early; empty where none was
 * @param complete whether these are all that the question asks for; false when it was stopped
 * @param started when it was asked, with its time zone
 * @param seconds how long it took
 * @param outputs SHA-256 of each file of the answer, by its path in the run's folder
 */
public record QuestionManifest(
    String version,
    List<String> arguments,
    Map<String, String> files,
    Map<String, Export> exports,
    String hash,
    long plays,
    OptionalLong searchEnd,
    boolean complete,
    String started,
    double seconds,
    Map<String, String> outputs) {

  private static final String EXPORTS = "exports";

  /**
   * An export of a CRM.
   *
   * @param place its path from the folder in which the question was asked; empty where it was
   *     outside of that folder
   * @param files SHA-256 of each of its files, by their names
   */
  public record Export(String place, Map<String, String> files) {
    /** Copies. */
    public Export {
      files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    private static Export of(Node node) {
      return new Export(Manifest.text(node, "place"), Manifest.texts(node, "files"));
    }

    private Map<String, Object> map() {
      Map<String, Object> out = new LinkedHashMap<>();
      out.put("place", place);
      out.put("files", new LinkedHashMap<>(files));
      return out;
    }
  }

  /** Copies. */
  public QuestionManifest {
    arguments = List.copyOf(arguments);
    exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /**
   * The content of {@code manifest.json}.
   *
   * @return indented JSON
   */
  public String json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("version", version);
    out.put("arguments", arguments);
    out.put("hash", hash);
    out.put("plays", plays);
    searchEnd.ifPresent(better -> out.put("searchEnd", better));
    out.put("complete", complete);
    out.put("started", started);
    out.put("seconds", seconds);
    out.put("outputs", new LinkedHashMap<>(outputs));
    if (!exports.isEmpty()) {
      Map<String, Object> all = new LinkedHashMap<>();
      exports.forEach((name, export) -> all.put(name, export.map()));
      out.put(EXPORTS, all);
    }
    out.put("files", new LinkedHashMap<>(files));
    return Json.write(out);
  }

  /**
   * Whether a file is the manifest of a question and not that of a forecast.
   *
   * @param file a file
   * @return true when it can be read and has arguments
   */
  public static boolean isOne(Path file) {
    Document document = Document.read(file);
    return document.isSound() && document.root().isMap() && document.root().has("arguments");
  }

  /**
   * Reads a manifest.
   *
   * @param file the file
   * @return the manifest, or what is wrong with the file
   */
  public static Parsed<QuestionManifest> read(Path file) {
    Document document = Document.read(file);
    if (!document.isSound()) {
      return Parsed.bad(document.problems().get(0).toString(), "");
    }
    try {
      return Parsed.of(of(document.root()));
    } catch (IllegalArgumentException e) {
      return Parsed.bad(
          file + " is no manifest of a run: " + e.getMessage(),
          "give the manifest.json of a folder that a run has written");
    }
  }

  private static Map<String, Export> exports(Node root) {
    Map<String, Export> exports = new LinkedHashMap<>();
    if (root.has(EXPORTS)) {
      Node all = root.get(EXPORTS);
      if (!all.isMap()) {
        throw new IllegalArgumentException("\"" + EXPORTS + "\" is no mapping");
      }
      all.keys().forEach(name -> exports.put(name, Export.of(all.get(name))));
    }
    return exports;
  }

  private static QuestionManifest of(Node root) {
    return new QuestionManifest(
        Manifest.text(root, "version"),
        Manifest.list(root, "arguments"),
        Manifest.texts(root, "files"),
        exports(root),
        Manifest.text(root, "hash"),
        Manifest.whole(root, "plays", 0, Long.MAX_VALUE),
        root.has("searchEnd")
            ? OptionalLong.of(Manifest.whole(root, "searchEnd", 0, Long.MAX_VALUE))
            : OptionalLong.empty(),
        Manifest.text(root, "complete").equals("true"),
        Manifest.text(root, "started"),
        0,
        Manifest.texts(root, "outputs"));
  }
}
