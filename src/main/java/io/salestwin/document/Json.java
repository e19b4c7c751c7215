package io.salestwin.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * JSON from plain values: mappings with a fixed order ({@link LinkedHashMap} or {@link SortedMap})
 * and text keys, {@link List}s, texts, whole numbers, doubles, booleans, null and {@link Node}s.
 * The same values give the same bytes on every machine and every Java version.
 */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Writes into a generator. */
  interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  /**
   * Values as indented JSON.
   *
   * @param value the value
   * @return the text, two spaces per level, ending with a line break
   * @throws IllegalArgumentException for NaN or an infinity (give null), a mapping without a fixed
   *     order, or a type that JSON does not have
   */
  public static String write(Object value) {
    return written(true, out -> put(out, value, "$"));
  }

  /**
   * Values as JSON in one line.
   *
   * @param value the value
   * @return the text, without a line break
   * @throws IllegalArgumentException as for {@link #write}
   */
  public static String compact(Object value) {
    return written(false, out -> put(out, value, "$"));
  }

  /**
   * A double in the fewest digits that read back as the same double.
   *
   * @param value a finite number
   * @return such as {@code 0.1}, {@code 12.0} or {@code 1.0E10}
   * @throws IllegalArgumentException for NaN or an infinity
   */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value is " + value + ": JSON has finite numbers only");
    }
    // Not Double.toString: before Java 19 it sometimes gives more digits than it needs.
    return NumberOutput.toString(value, true);
  }

  static String written(boolean indented, Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      if (indented) {
        out.setPrettyPrinter(printer());
      }
      writing.to(out);
    } catch (IOException e) {
      throw new IllegalArgumentException("writing a text in memory failed", e);
    }
    return indented ? text.append('\n').toString() : text.toString();
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }

  private static void put(JsonGenerator out, Object value, String where) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Double number) {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException(where + " is " + number + ": give null instead");
      }
      out.writeNumber(number(number));
    } else if (value instanceof Long || value instanceof Integer) {
      out.writeNumber(((Number) value).longValue());
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      int index = 0;
      for (Object item : list) {
        put(out, item, where + "[" + index++ + "]");
      }
      out.writeEndArray();
    } else if (value instanceof LinkedHashMap<?, ?> || value instanceof SortedMap<?, ?>) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        if (!(entry.getKey() instanceof String key)) {
          throw new IllegalArgumentException(where + " has the key " + entry.getKey());
        }
        out.writeFieldName(key);
        put(out, entry.getValue(), where + "." + key);
      }
      out.writeEndObject();
    } else if (value instanceof Node node) {
      TreeWriter.write(out, node);
    } else {
      throw new IllegalArgumentException(
          where + " is a " + value.getClass().getName() + ", which has no stable JSON form");
    }
  }
}
