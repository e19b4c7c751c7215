package io.salestwin.calibration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Reads an event log in XES (IEEE 1849), also compressed, into the table {@code log}: one row for
 * each event, with the attributes of its trace where they name an amount, product, source, segment
 * or owner. No DTD and no entity is followed.
 */
final class XesReader {

  private static final String NAME = "concept:name";
  private static final int DEPTH = 64;

  private final Database database;
  private final Path file;
  private final Findings findings;
  private final Map<Integer, Long> offsets = new TreeMap<>();
  private long row;

  XesReader(Database database, Path file, Findings findings) {
    this.database = database;
    this.file = file;
    this.findings = findings;
  }

  void load() {
    database.execute(
        "CREATE TABLE log (row BIGINT, id VARCHAR, stage VARCHAR, time BIGINT, time_text VARCHAR,"
            + " actor VARCHAR, lifecycle VARCHAR, amount BIGINT, owner VARCHAR, product VARCHAR,"
            + " source VARCHAR, segment VARCHAR)");
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream stream = TableFile.open(file);
        DuckDBAppender out =
            database.connection().unwrap(DuckDBConnection.class).createAppender("main", "log")) {
      read(factory.createXMLStreamReader(stream), out);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new ImportProblem(
          file.getFileName() + ":" + line + ": this is no event log in XES: the XML is broken", e);
    } catch (IOException | SQLException e) {
      throw new ImportProblem(file.getFileName() + ": cannot be read: " + e.getMessage(), e);
    }
    shift();
  }

  /** Times come in world time; the wall's clock is that of the offset that most events state. */
  private void shift() {
    int best = 0;
    long most = 0;
    for (Map.Entry<Integer, Long> each : offsets.entrySet()) {
      if (each.getValue() > most) {
        most = each.getValue();
        best = each.getKey();
      }
    }
    if (best != 0) {
      database.execute("UPDATE log SET time = time + " + best * 1000L);
    }
  }

  private void read(XMLStreamReader xml, DuckDBAppender out)
      throws XMLStreamException, SQLException {
    Map<String, String> trace = new HashMap<>();
    List<Map<String, String>> events = new ArrayList<>();
    Map<String, String> event = null;
    boolean inTrace = false;
    int depth = 0;
    while (xml.hasNext()) {
      int what = xml.next();
      if (what == XMLStreamConstants.START_ELEMENT) {
        if (++depth > DEPTH) {
          throw new ImportProblem(file.getFileName() + ": more than 64 levels deep");
        }
        String tag = xml.getLocalName();
        if (tag.equals("trace")) {
          inTrace = true;
          trace.clear();
          events.clear();
        } else if (tag.equals("event") && inTrace) {
          event = new HashMap<>();
        } else if (inTrace) {
          String key = xml.getAttributeValue(null, "key");
          String value = xml.getAttributeValue(null, "value");
          if (key != null && value != null) {
            (event == null ? trace : event).putIfAbsent(key, value);
          }
        }
      } else if (what == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (xml.getLocalName().equals("event") && event != null) {
          events.add(event);
          event = null;
        } else if (xml.getLocalName().equals("trace")) {
          inTrace = false;
          for (Map<String, String> each : events) {
            append(out, trace, each);
          }
        }
      }
    }
  }

  private void append(DuckDBAppender out, Map<String, String> trace, Map<String, String> event)
      throws SQLException {
    out.beginRow();
    out.append(++row);
    text(out, trace.get(NAME));
    text(out, event.get(NAME));
    String time = event.get("time:timestamp");
    Long ms = millis(time);
    if (ms == null) {
      out.appendNull();
    } else {
      out.append(ms.longValue());
    }
    text(out, time);
    text(out, event.get("org:resource"));
    text(out, event.get("lifecycle:transition"));
    Long cents = cents(any(trace, "AMOUNT_REQ", "amount", "value", "amount_req"));
    if (cents == null) {
      out.appendNull();
    } else {
      out.append(cents.longValue());
    }
    text(out, any(trace, "owner"));
    text(out, any(trace, "product"));
    text(out, any(trace, "source", "channel"));
    text(out, any(trace, "segment"));
    out.endRow();
  }

  private static String any(Map<String, String> trace, String... keys) {
    for (String key : keys) {
      if (trace.containsKey(key)) {
        return trace.get(key);
      }
    }
    return null;
  }

  private static void text(DuckDBAppender out, String text) throws SQLException {
    if (text == null || text.isBlank()) {
      out.appendNull();
    } else {
      out.append(text.strip());
    }
  }

  private Long cents(String amount) {
    if (amount == null) {
      return null;
    }
    try {
      double value = Double.parseDouble(amount);
      return Math.abs(value) < 1e13 ? Math.round(value * 100) : null;
    } catch (NumberFormatException e) {
      findings.add(DataQuality.Kind.ODD_AMOUNT, amount);
      return null;
    }
  }

  /** World time, with its offset counted; null when it is no time, which the log then tells. */
  private Long millis(String text) {
    if (text == null) {
      return null;
    }
    try {
      if (text.matches(".*T.*([+-]\\d\\d:?\\d\\d|Z)$")) {
        OffsetDateTime time =
            OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"));
        offsets.merge(time.getOffset().getTotalSeconds(), 1L, Long::sum);
        return time.toInstant().toEpochMilli();
      }
      return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeException e) {
      return null; // listed as a bad row by whoever reads the table
    }
  }
}
