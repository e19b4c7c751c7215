package io.salestwin.report;

import io.salestwin.document.Document;
import io.salestwin.document.Json;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that it takes to get the bytes of a run again, and how the run went.
 *
 * @param version version of the program
 * @param command what was asked, without what cannot change a result
 * @param scenario name of the scenario's file among the files
 * @param files text of every file that was read, by its path from the scenario's folder
 * @param sets overrides of the command line, in their order
 * @param seed the seed
 * @param asked number of replications asked for; with a precision the most
 * @param replications number of replications in the answer; fewer when the run was stopped or
 *     precise enough
 * @param precision what had to be known how well, as written on the command line; empty when
 *     nothing was asked
 * @param antithetic whether pairs were antithetic
 * @param eventLog of how many replications the events were written; 0 for none
 * @param resolved the scenario with all overrides applied
 * @param hash SHA-256 of the resolved scenario and of the data that it names
 * @param started when the run began, with its time zone
 * @param seconds how long it took
 * @param outputs SHA-256 of each file of the answer, by its path in the run's folder
 */
public record Manifest(
    String version,
    String command,
    String scenario,
    Map<String, String> files,
    List<String> sets,
    long seed,
    int asked,
    int replications,
    List<String> precision,
    boolean antithetic,
    int eventLog,
    String resolved,
    String hash,
    String started,
    double seconds,
    Map<String, String> outputs) {

  /** Name of the file in the folder of a run. */
  public static final String FILE = "manifest.json";

  private static final int MOST_REPLICATIONS = 100_000_000;

  /** Copies. */
  public Manifest {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    sets = List.copyOf(sets);
    precision = List.copyOf(precision);
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /**
   * The same when the run has ended.
   *
   * @param took how long it took, in seconds
   * @param hashes SHA-256 of each file of the answer
   * @return a new manifest
   */
  public Manifest finished(double took, Map<String, String> hashes) {
    return new Manifest(
        version,
        command,
        scenario,
        files,
        sets,
        seed,
        asked,
        replications,
        precision,
        antithetic,
        eventLog,
        resolved,
        hash,
        started,
        took,
        hashes);
  }

  /**
   * The content of {@code manifest.json}.
   *
   * @return indented JSON
   */
  public String json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("version", version);
    out.put("command", command);
    out.put("seed", seed);
    out.put("asked", asked);
    out.put("replications", replications);
    out.put("precision", precision);
    out.put("antithetic", antithetic);
    out.put("eventLog", eventLog);
    out.put("sets", sets);
    out.put("scenario", scenario);
    out.put("hash", hash);
    out.put("started", started);
    out.put("seconds", seconds);
    out.put("outputs", new LinkedHashMap<>(outputs));
    out.put("resolved", resolved);
    out.put("files", new LinkedHashMap<>(files));
    return Json.write(out);
  }

  /**
   * Reads a manifest.
   *
   * @param file the file
   * @return the manifest, or what is wrong with the file
   */
  public static Parsed<Manifest> read(Path file) {
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

  private static Manifest of(Node root) {
    return new Manifest(
        text(root, "version"),
        text(root, "command"),
        text(root, "scenario"),
        texts(root, "files"),
        list(root, "sets"),
        whole(root, "seed", Long.MIN_VALUE, Long.MAX_VALUE),
        (int) whole(root, "asked", 1, MOST_REPLICATIONS),
        (int) whole(root, "replications", 1, MOST_REPLICATIONS),
        // manifests of earlier versions lack these
        root.has("precision") ? list(root, "precision") : List.of(),
        root.has("antithetic") && text(root, "antithetic").equals("true"),
        root.has("eventLog") ? (int) whole(root, "eventLog", 0, MOST_REPLICATIONS) : 0,
        text(root, "resolved"),
        text(root, "hash"),
        text(root, "started"),
        0,
        texts(root, "outputs"));
  }

  private static Node part(Node root, String key) {
    Node node = root.isMap() ? root.get(key) : null;
    if (node == null || node.isNull()) {
      throw new IllegalArgumentException("it has no \"" + key + "\"");
    }
    return node;
  }

  static String text(Node root, String key) {
    Node node = part(root, key);
    if (!node.isScalar()) {
      throw new IllegalArgumentException("\"" + key + "\" is no text");
    }
    return node.text();
  }

  static long whole(Node root, String key, long least, long most) {
    String text = text(root, key);
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, as for a number outside of the limits
    }
    throw new IllegalArgumentException("\"" + key + "\" cannot be " + text);
  }

  static List<String> list(Node root, String key) {
    Node node = part(root, key);
    if (!node.isList() || !node.items().stream().allMatch(Node::isScalar)) {
      throw new IllegalArgumentException("\"" + key + "\" is no list of texts");
    }
    List<String> out = new ArrayList<>();
    node.items().forEach(item -> out.add(item.text()));
    return out;
  }

  static Map<String, String> texts(Node root, String key) {
    Node node = part(root, key);
    if (!node.isMap()) {
      throw new IllegalArgumentException("\"" + key + "\" is no mapping");
    }
    Map<String, String> out = new LinkedHashMap<>();
    node.keys().forEach(name -> out.put(name, text(node, name)));
    return out;
  }

  /**
   * The SHA-256 of texts, one after the other, each with its length before it.
   *
   * @param texts the texts
   * @return 64 hexadecimal digits
   */
  public static String hash(List<String> texts) {
    MessageDigest digest = sha256();
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The SHA-256 of a file's bytes, as {@code sha256sum} prints it.
   *
   * @param bytes the content
   * @return 64 hexadecimal digits
   */
  public static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /**
   * The SHA-256 of a file, however big.
   *
   * @param file the file
   * @return 64 hexadecimal digits
   * @throws IOException when it cannot be read
   */
  public static String hash(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
