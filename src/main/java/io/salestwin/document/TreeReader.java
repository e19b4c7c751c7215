package io.salestwin.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Texts to trees. YAML is read from the parser's events, JSON from the parser's tokens: both give
 * the raw text of every scalar, before any rule could turn {@code on} into a boolean.
 */
final class TreeReader {

  static final int MAX_DEPTH = 64;
  static final int MAX_VALUES = 500_000;

  private static final String USE_NO_ANCHORS = "write the value out where it is used";

  private final String name;
  private final Problems problems;
  private int values;

  private TreeReader(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  /** Ends the reading of a file that goes beyond a limit or makes no sense from here on. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Stop(Problem problem) {
      super(problem.toString(), null, false, false);
      this.problem = problem;
    }
  }

  /** The tree of a YAML file, or null with a problem. */
  static Node yaml(String text, String name, Problems problems) {
    Node root = new TreeReader(name, problems).yamlRoot(text);
    if (root != null && root.isScalar() && root.isNull() && !problems.hasErrors()) {
      problems.add(TextFile.problem(name, 0, "the file is empty", "write at least one key: value"));
      return null;
    }
    return root;
  }

  /** The tree of an option's value, without lines. */
  static Node yamlFragment(String text, String origin, Problems problems) {
    Node root = new TreeReader(origin, problems).yamlRoot(text);
    return root == null ? null : withoutLines(root).placed("");
  }

  private static Node withoutLines(Node node) {
    if (node.isScalar()) {
      String text = node.isNull() ? "null" : node.text();
      return Node.unplacedScalar(node.file(), 0, 0, text, node.isQuoted());
    }
    if (node.isList()) {
      List<Node> items = node.items().stream().map(TreeReader::withoutLines).toList();
      return Node.unplacedList(node.file(), 0, 0, items);
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    node.keys().forEach(key -> entries.put(key, withoutLines(node.get(key))));
    return Node.unplacedMap(node.file(), 0, 0, entries);
  }

  private Node yamlRoot(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE); // the caller has limited the text
    try {
      ParserImpl parser = new ParserImpl(new StreamReader(text), options);
      parser.getEvent(); // start of the stream
      if (parser.checkEvent(Event.ID.StreamEnd)) {
        return Node.unplacedScalar(name, 1, 1, "", false).placed("");
      }
      parser.getEvent(); // start of the document
      Node root = yamlNode(parser, parser.getEvent(), 1);
      parser.getEvent(); // end of the document
      if (!parser.checkEvent(Event.ID.StreamEnd)) {
        int line = line(parser.peekEvent().getStartMark());
        error(line, "a second document begins here (---)", "put one document into a file");
      }
      return root.placed("");
    } catch (Stop stop) {
      problems.add(stop.problem);
    } catch (MarkedYAMLException e) {
      YamlWords words = YamlWords.of(e);
      error(words.line(), words.message(), words.advice());
    } catch (ReaderException e) {
      int at = Math.max(0, text.indexOf(e.getCodePoint()));
      error(
          1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count(),
          String.format(Locale.ROOT, "the character U+%04X is not allowed", e.getCodePoint()),
          "give a text file in UTF-8");
    } catch (YAMLException e) {
      error(0, "this is not valid YAML: " + firstLine(e.getMessage()), "");
    }
    return null;
  }

  private Node yamlNode(ParserImpl parser, Event event, int depth) throws Stop {
    int line = line(event.getStartMark());
    int column = event.getStartMark().getColumn() + 1;
    limit(line, depth);
    if (event instanceof AliasEvent alias) {
      error(line, "the alias *" + alias.getAnchor() + " is not allowed", USE_NO_ANCHORS);
      return Node.unplacedScalar(name, line, column, "", false);
    }
    if (event instanceof NodeEvent node && node.getAnchor() != null) {
      error(line, "the anchor &" + node.getAnchor() + " is not allowed", USE_NO_ANCHORS);
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(line, scalar.getTag());
      boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
      return scalar(line, column, scalar.getValue(), quoted);
    }
    if (event instanceof SequenceStartEvent start) {
      refuseTag(line, start.getTag());
      List<Node> items = new ArrayList<>();
      while (!parser.checkEvent(Event.ID.SequenceEnd)) {
        items.add(yamlNode(parser, parser.getEvent(), depth + 1));
      }
      parser.getEvent();
      return Node.unplacedList(name, line, column, items);
    }
    refuseTag(line, ((MappingStartEvent) event).getTag());
    Map<String, Node> entries = new LinkedHashMap<>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Node key = yamlNode(parser, parser.getEvent(), depth + 1);
      Node value = yamlNode(parser, parser.getEvent(), depth + 1);
      put(entries, key, value);
    }
    parser.getEvent();
    return Node.unplacedMap(name, line, column, entries);
  }

  private void refuseTag(int line, String tag) {
    if (tag != null && !tag.equals("!")) {
      String shown = Problem.quoted(tag.replace("tag:yaml.org,2002:", "!!"));
      error(line, "the tag " + shown + " is not allowed", "write the value without a tag");
    }
  }

  private void put(Map<String, Node> entries, Node key, Node value) {
    if (!key.isScalar()) {
      error(key.line(), "a key is " + key.inWords(), "put a value with { } or [ ] in quotes");
    } else if (key.text().isEmpty()) {
      error(key.line(), "a key is empty", "write a name before the colon");
    } else if (key.text().equals("<<") && !key.isQuoted()) {
      error(key.line(), "merging with << is not allowed", USE_NO_ANCHORS);
    } else if (entries.containsKey(key.text())) {
      int first = entries.get(key.text()).line();
      error(
          key.line(),
          "the key "
              + Problem.quoted(key.text())
              + " is given twice, in lines "
              + first
              + " and "
              + key.line(),
          "keep one of the two");
    } else {
      entries.put(key.text(), value.startingAt(key.line(), key.column()));
    }
  }

  private Node scalar(int line, int column, String text, boolean quoted) {
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      error(line, "a text holds half a character", "write the character itself");
      return Node.unplacedScalar(name, line, column, "", false);
    }
    return Node.unplacedScalar(name, line, column, text, quoted);
  }

  private void limit(int line, int depth) throws Stop {
    values++;
    if (depth > MAX_DEPTH) {
      throw new Stop(
          TextFile.problem(
              name,
              line,
              "values lie more than " + MAX_DEPTH + " levels deep in each other",
              "flatten the file"));
    }
    if (values > MAX_VALUES) {
      throw new Stop(
          TextFile.problem(
              name,
              line,
              "the file has more than " + MAX_VALUES + " values",
              "give a smaller file"));
    }
  }

  /** The tree of a JSON file, or null with a problem. */
  static Node json(String text, String name, Problems problems) {
    return new TreeReader(name, problems).jsonRoot(text);
  }

  private Node jsonRoot(String text) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        error(0, "the file is empty", "write at least {}");
        return null;
      }
      Node root = jsonNode(parser, 1);
      if (parser.nextToken() != null) {
        error(parser.currentTokenLocation().getLineNr(), "something follows the end", "remove it");
      }
      return root.placed("");
    } catch (Stop stop) {
      problems.add(stop.problem);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      error(line, "this is not valid JSON: " + firstLine(e.getOriginalMessage()), "");
    } catch (IOException e) {
      throw new IllegalArgumentException("reading a text in memory failed: " + name, e);
    }
    return null;
  }

  private Node jsonNode(JsonParser parser, int depth) throws IOException, Stop {
    int line = parser.currentTokenLocation().getLineNr();
    int column = parser.currentTokenLocation().getColumnNr();
    limit(line, depth);
    switch (parser.currentToken()) {
      case START_ARRAY -> {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(jsonNode(parser, depth + 1));
        }
        return Node.unplacedList(name, line, column, items);
      }
      case START_OBJECT -> {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          int keyLine = parser.currentTokenLocation().getLineNr();
          int keyColumn = parser.currentTokenLocation().getColumnNr();
          Node key = scalar(keyLine, keyColumn, parser.currentName(), true);
          parser.nextToken();
          put(entries, key, jsonNode(parser, depth + 1));
        }
        return Node.unplacedMap(name, line, column, entries);
      }
      case VALUE_STRING -> {
        return scalar(line, column, parser.getText(), true);
      }
      default -> {
        return scalar(line, column, parser.getText(), false);
      }
    }
  }

  private void error(int line, String message, String advice) {
    problems.add(TextFile.problem(name, line, message, advice));
  }

  private static int line(Mark mark) {
    return mark == null ? 0 : mark.getLine() + 1;
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
