package io.salestwin.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/** Trees to texts. */
final class TreeWriter {

  /** Texts that are themselves in YAML without quotes; everything else is quoted. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9+.][A-Za-z0-9_+./%()<>=-]*( [A-Za-z0-9_+./%()<>=-]+)*");

  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

  private TreeWriter() {}

  static String yaml(Node root) {
    DumperOptions options = new DumperOptions();
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    options.setSplitLines(false);
    options.setIndent(2);
    StringWriter out = new StringWriter();
    Emitter emitter = new Emitter(out, options);
    try {
      emitter.emit(new StreamStartEvent(null, null));
      emitter.emit(new DocumentStartEvent(null, null, false, null, Map.of()));
      emit(emitter, root);
      emitter.emit(new DocumentEndEvent(null, null, false));
      emitter.emit(new StreamEndEvent(null, null));
    } catch (IOException e) {
      throw new IllegalArgumentException("writing a text in memory failed: " + root, e);
    }
    return out.toString();
  }

  private static void emit(Emitter emitter, Node node) throws IOException {
    ImplicitTuple implicit = new ImplicitTuple(true, true);
    if (node.isScalar()) {
      boolean plain = node.isNull() || isPlain(node.text());
      emitter.emit(scalar(node.isNull() ? "null" : node.text(), plain, implicit));
    } else if (node.isList()) {
      FlowStyle style = node.items().isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
      emitter.emit(new SequenceStartEvent(null, null, true, null, null, style));
      for (Node item : node.items()) {
        emit(emitter, item);
      }
      emitter.emit(new SequenceEndEvent(null, null));
    } else {
      FlowStyle style = node.keys().isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
      emitter.emit(new MappingStartEvent(null, null, true, null, null, style));
      for (String key : node.keys()) {
        emitter.emit(scalar(key, isPlain(key), implicit));
        emit(emitter, node.get(key));
      }
      emitter.emit(new MappingEndEvent(null, null));
    }
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches() && !Node.isNullText(text) && !text.startsWith("...");
  }

  private static ScalarEvent scalar(String text, boolean plain, ImplicitTuple implicit) {
    ScalarStyle style = plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    return new ScalarEvent(null, null, implicit, text, null, null, style);
  }

  static String json(Node root) {
    return Json.written(true, generator -> write(generator, root));
  }

  static void write(JsonGenerator out, Node node) throws IOException {
    if (node.isList()) {
      out.writeStartArray();
      for (Node item : node.items()) {
        write(out, item);
      }
      out.writeEndArray();
    } else if (node.isMap()) {
      out.writeStartObject();
      for (String key : node.keys()) {
        out.writeFieldName(key);
        write(out, node.get(key));
      }
      out.writeEndObject();
    } else if (node.isNull()) {
      out.writeNull();
    } else if (node.isQuoted()) {
      out.writeString(node.text());
    } else if (node.text().equals("true") || node.text().equals("false")) {
      out.writeBoolean(node.text().equals("true"));
    } else if (JSON_NUMBER.matcher(node.text()).matches() && node.text().length() < 100) {
      out.writeNumber(node.text());
    } else {
      out.writeString(node.text());
    }
  }
}
