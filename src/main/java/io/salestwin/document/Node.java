package io.salestwin.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One value of a document: a scalar (its text exactly as written), a list, or an ordered mapping.
 * Immutable; it knows its file, its line and its path. Nothing is interpreted: {@code yes}, {@code
 * 2027-01-01} and {@code 1_000} are texts.
 *
 * <p>Two nodes are equal when they say the same: kind, text, keys in order. Where they were written
 * and whether in quotes does not count, but for the quotes that tell {@code "null"} from null.
 */
public final class Node {

  private enum Kind {
    SCALAR,
    LIST,
    MAP
  }

  private final Kind kind;
  private final String file;
  private final int line;
  private final int column;
  private final String path; // null until placed in a tree
  private final String text;
  private final boolean quoted;
  private final List<Node> items;
  private final Map<String, Node> entries;

  private Node(
      Kind kind,
      String file,
      int line,
      int column,
      String path,
      String text,
      boolean quoted,
      List<Node> items,
      Map<String, Node> entries) {
    this.kind = kind;
    this.file = Objects.requireNonNull(file, "file");
    this.line = line;
    this.column = column;
    this.path = path;
    this.text = text;
    this.quoted = quoted;
    this.items = items;
    this.entries = entries;
  }

  static Node unplacedScalar(String file, int line, int column, String text, boolean quoted) {
    return new Node(Kind.SCALAR, file, line, column, null, text, quoted, List.of(), Map.of());
  }

  static Node unplacedList(String file, int line, int column, List<Node> items) {
    return new Node(Kind.LIST, file, line, column, null, "", false, List.copyOf(items), Map.of());
  }

  static Node unplacedMap(String file, int line, int column, Map<String, Node> entries) {
    Map<String, Node> copy = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    return new Node(Kind.MAP, file, line, column, null, "", false, List.of(), copy);
  }

  /** An empty mapping that an override makes on its way. */
  static Node emptyMap(Node madeBy, String path) {
    return unplacedMap(madeBy.file, madeBy.line, 0, Map.of()).placed(path);
  }

  Node startingAt(int newLine, int newColumn) {
    return new Node(kind, file, newLine, newColumn, path, text, quoted, items, entries);
  }

  /** This tree with the paths that it has below the given one. */
  Node placed(String newPath) {
    if (newPath.equals(path)) {
      return this; // a placed node's children are placed below it
    }
    return new Node(
        kind,
        file,
        line,
        column,
        newPath,
        text,
        quoted,
        placedItems(items, newPath),
        placedEntries(entries, newPath));
  }

  Node withItems(List<Node> newItems) {
    List<Node> placed = placedItems(newItems, path);
    return new Node(Kind.LIST, file, line, column, path, "", false, placed, Map.of());
  }

  Node withEntries(Map<String, Node> newEntries) {
    Map<String, Node> placed = placedEntries(newEntries, path);
    return new Node(Kind.MAP, file, line, column, path, "", false, List.of(), placed);
  }

  private static List<Node> placedItems(List<Node> items, String path) {
    Map<String, Integer> timesNamed = new LinkedHashMap<>();
    items.forEach(item -> timesNamed.merge(item.nameInList(), 1, Integer::sum));
    List<Node> placed = new ArrayList<>(items.size());
    for (Node item : items) {
      String name = item.nameInList();
      boolean byName = !name.isEmpty() && timesNamed.get(name) == 1 && !NodePath.isIndex(name);
      placed.add(
          item.placed(byName ? NodePath.ofKey(path, name) : NodePath.ofIndex(path, placed.size())));
    }
    return Collections.unmodifiableList(placed);
  }

  private static Map<String, Node> placedEntries(Map<String, Node> entries, String path) {
    Map<String, Node> placed = new LinkedHashMap<>();
    entries.forEach((key, value) -> placed.put(key, value.placed(NodePath.ofKey(path, key))));
    return Collections.unmodifiableMap(placed);
  }

  String nameInList() {
    Node name = entries.get("name");
    return name == null || !name.isScalar() || name.isNull() ? "" : name.text;
  }

  /**
   * Reads a fragment, such as the value of an option.
   *
   * @param text YAML, such as {@code {lognormal: {median: 3 days}}}; empty gives null
   * @param origin what messages shall name, such as {@code --set stages.Discovery.delay=...}
   * @return the node, or the first thing that is wrong with the text
   */
  public static Parsed<Node> parse(String text, String origin) {
    Problems problems = new Problems();
    Node node = TreeReader.yamlFragment(text, origin, problems);
    if (problems.hasErrors()) {
      Problem first = problems.list().get(0);
      return Parsed.bad(Problem.quoted(text) + ": " + first.message(), first.advice());
    }
    return Parsed.of(node);
  }

  /**
   * A scalar that was not read from a file.
   *
   * @param text its text
   * @param origin what messages shall name, such as {@code --set roles.AE.headcount=+2}
   * @return the node, with an empty path until put into a tree
   */
  public static Node scalar(String text, String origin) {
    return unplacedScalar(origin, 0, 0, Objects.requireNonNull(text, "text"), true).placed("");
  }

  /**
   * Understands the text form of a path.
   *
   * @param path such as {@code stages.Discovery.advance}, {@code roles.AE.hires[0].count} or {@code
   *     targets."x.y"}; a step with a dot, a bracket or a quote is written in double quotes
   * @return its steps; an index is the step {@code [0]}
   */
  public static Parsed<List<String>> steps(String path) {
    return NodePath.parse(path);
  }

  /**
   * Whether this is one text; null counts as a scalar.
   *
   * @return true for a scalar
   */
  public boolean isScalar() {
    return kind == Kind.SCALAR;
  }

  /**
   * Whether this is a list.
   *
   * @return true for a list
   */
  public boolean isList() {
    return kind == Kind.LIST;
  }

  /**
   * Whether this is a mapping.
   *
   * @return true for a mapping
   */
  public boolean isMap() {
    return kind == Kind.MAP;
  }

  /**
   * Whether nothing is given: an empty value, {@code ~} or {@code null}, not in quotes.
   *
   * @return true if nothing is given
   */
  public boolean isNull() {
    return kind == Kind.SCALAR && !quoted && isNullText(text);
  }

  static boolean isNullText(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }

  /**
   * Whether the scalar was written in quotes (or as a block of text).
   *
   * @return true if quoted; false for lists and mappings
   */
  public boolean isQuoted() {
    return quoted;
  }

  /**
   * The text of a scalar, exactly as written but for its quotes.
   *
   * @return the text; empty for null
   * @throws IllegalArgumentException if this is no scalar; ask {@link #isScalar()} first
   */
  public String text() {
    if (!isScalar()) {
      throw new IllegalArgumentException(file + ":" + line + ": " + path + " is no scalar");
    }
    return isNull() ? "" : text;
  }

  /**
   * The keys of a mapping.
   *
   * @return the keys in the order of the file; none if this is no mapping
   */
  public List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  /**
   * Whether a mapping has a key.
   *
   * @param key the key
   * @return true if it is there, even with nothing given; false if this is no mapping
   */
  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /**
   * The value of a key.
   *
   * @param key the key
   * @return the value, or null if there is none or this is no mapping
   */
  public Node get(String key) {
    return entries.get(key);
  }

  /**
   * The elements of a list, or the values of a mapping.
   *
   * @return them in the order of the file; none for a scalar
   */
  public List<Node> items() {
    return isMap() ? List.copyOf(entries.values()) : items;
  }

  /**
   * The file, or what stands for it, such as an option of the command line.
   *
   * @return its name as given
   */
  public String file() {
    return file;
  }

  /**
   * The line on which it is written; of a mapping's value the line of its key.
   *
   * @return the line, from 1; 0 if it comes from no file
   */
  public int line() {
    return line;
  }

  /**
   * The column at which it begins; of a mapping's value the column of its key.
   *
   * @return the column, from 1; 0 if it comes from no file
   */
  public int column() {
    return column;
  }

  /**
   * The path within the document. An element of a list is addressed by its {@code name} if it is a
   * mapping that has one which no other element has, else by its place: {@code [0]}.
   *
   * @return such as {@code stages.Discovery.advance}; empty for the root
   */
  public String path() {
    return path;
  }

  /**
   * Finds a descendant.
   *
   * @param steps keys, names of list elements, or places such as {@code [0]}
   * @return the node, or what is missing with the nearest name
   */
  public Parsed<Node> find(List<String> steps) {
    return TreeEdit.find(this, steps);
  }

  /**
   * A copy in which one descendant is replaced or added. Mappings that are missing on the way are
   * made; a list takes a new element at its end, as {@code [size]} or as a mapping with that {@code
   * name}. Everything else keeps its text and its position.
   *
   * @param steps keys, names of list elements, or places; none replaces this node itself
   * @param value the new subtree; it keeps its own file and line and takes the path of its place
   * @return the new tree, or why there is no such place
   */
  public Parsed<Node> with(List<String> steps, Node value) {
    return TreeEdit.with(this, steps, value);
  }

  /**
   * A copy in which one descendant is taken out.
   *
   * @param steps at least one step
   * @return the new tree, or what is missing with the nearest name
   * @throws IllegalArgumentException if there is no step
   */
  public Parsed<Node> without(List<String> steps) {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("steps is empty: the root cannot be taken out");
    }
    return TreeEdit.without(this, steps);
  }

  /**
   * What this is, for a message.
   *
   * @return such as {@code a list} or {@code "fifo"}
   */
  public String inWords() {
    return switch (kind) {
      case LIST -> "a list";
      case MAP -> "a mapping";
      case SCALAR -> isNull() ? "nothing" : Problem.quoted(text);
    };
  }

  /**
   * This tree as YAML: block style, two spaces, one spelling for equal trees.
   *
   * @return the text, ending with a line break; reading it gives an equal tree
   */
  public String toYaml() {
    return TreeWriter.yaml(this);
  }

  /**
   * This tree as JSON: what was written unquoted as a JSON number, {@code true} or {@code false}
   * stays so, everything else is a string.
   *
   * @return the indented text, ending with a line break; reading it gives an equal tree
   */
  public String toJson() {
    return TreeWriter.json(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Node that
        && kind == that.kind
        && isNull() == that.isNull()
        && (isNull() || text.equals(that.text))
        && items.equals(that.items)
        && List.copyOf(entries.keySet()).equals(List.copyOf(that.entries.keySet()))
        && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, isNull() ? "" : text, items, entries);
  }

  /** Where and what, for messages to developers. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + path + " = " + inWords();
  }
}
