package io.salestwin.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file that a person wrote, as a tree of {@link Node}s: YAML, or JSON if its name ends in {@code
 * .json}. Whatever the file holds, reading gives a document: what is wrong is among its {@link
 * #problems()}.
 *
 * <p>Limits, because files come from anyone: 4 MiB, 64 levels, 500,000 values; no tags, anchors or
 * aliases; one document per file; UTF-8.
 */
public final class Document {

  /** The largest file that is read: 4 MiB. */
  public static final long MAX_BYTES = 4L << 20;

  private final String name;
  private final Node root;
  private final List<Problem> problems;

  private Document(String name, Node root, List<Problem> problems) {
    this.name = name;
    this.root = root;
    this.problems = problems;
  }

  /**
   * Reads a file.
   *
   * @param file the file; messages name it as given here
   * @return the document, with problems if the file is missing, too large, not UTF-8 or broken
   */
  public static Document read(Path file) {
    String name = file.toString().replace('\\', '/');
    Problems problems = new Problems();
    String text = TextFile.read(file, name, MAX_BYTES, problems);
    return text == null ? broken(name, problems) : parse(text, name);
  }

  /**
   * Reads a text.
   *
   * @param text YAML; JSON if the name ends in {@code .json}
   * @param name what messages call it, such as {@code scenarios/saas.yaml}
   * @return the document, with problems if the text is too large or broken
   */
  public static Document parse(String text, String name) {
    Problems problems = new Problems();
    if (text.length() > MAX_BYTES) {
      problems.add(TextFile.tooLarge(name, MAX_BYTES));
      return broken(name, problems);
    }
    boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
    Node root =
        json ? TreeReader.json(text, name, problems) : TreeReader.yaml(text, name, problems);
    return root == null ? broken(name, problems) : new Document(name, root, problems.list());
  }

  private static Document broken(String name, Problems problems) {
    Node nothing = Node.unplacedMap(name, 1, 1, Map.of()).placed("");
    return new Document(name, nothing, problems.list());
  }

  /**
   * What messages call the document.
   *
   * @return the file's name as given
   */
  public String name() {
    return name;
  }

  /**
   * The tree.
   *
   * @return the root; an empty mapping if the file could not be read, which is then among the
   *     problems
   */
  public Node root() {
    return root;
  }

  /**
   * What is wrong with the file as a file: not with what it says.
   *
   * @return the problems, in order; empty if it was read whole
   */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Whether the file was read without an error.
   *
   * @return false if the tree cannot be trusted
   */
  public boolean isSound() {
    return problems.stream().noneMatch(Problem::isError);
  }
}
