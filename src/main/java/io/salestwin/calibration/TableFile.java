package io.salestwin.calibration;

import io.salestwin.document.Csv;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file as it lies there: its first line, its separator, its encoding.
 *
 * @param path the file
 * @param header the names of its columns
 * @param separator what parts the cells
 * @param encoding what the database calls its encoding
 */
record TableFile(Path path, List<String> header, char separator, String encoding) {

  private static final int LOOK = 1 << 20;
  private static final int MOST_COLUMNS = 5000;

  static TableFile of(Path path) {
    String name = path.getFileName().toString();
    if (path.toString().matches(".*[*?\\[\\]{}].*")) {
      throw new ImportProblem(name + ": the path has one of * ? [ ] { }; rename the file");
    }
    byte[] start = start(path);
    boolean wide =
        start.length > 1
            && ((start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
                || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF));
    if (!wide && isBinary(start)) {
      throw new ImportProblem(
          name + ": this is no text (a spreadsheet?); save or export it as CSV and give that");
    }
    String encoding = wide ? "utf-16" : isUtf8(start) ? "utf-8" : "latin-1";
    Charset charset =
        wide
            ? StandardCharsets.UTF_16
            : encoding.equals("utf-8") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    String text = new String(start, charset);
    String line = firstRecord(text.startsWith("\uFEFF") ? text.substring(1) : text);
    char separator = separator(line);
    String commas = separator == '|' ? line.replace('|', ';') : line;
    Csv header = Csv.parse(commas, name, Csv.Limits.DEFAULT);
    if (header.header().isEmpty()) {
      throw new ImportProblem(name + ": the file is empty; its first line must name the columns");
    }
    if (header.header().size() > MOST_COLUMNS) {
      throw new ImportProblem(
          name
              + ": its first line names "
              + header.header().size()
              + " columns, where "
              + MOST_COLUMNS
              + " is the most; is it a table with one row for each deal?");
    }
    return new TableFile(path, header.header(), separator, encoding);
  }

  private static byte[] start(Path path) {
    try (InputStream file = open(path)) {
      return file.readNBytes(LOOK);
    } catch (IOException e) {
      throw new ImportProblem(path.getFileName() + ": cannot be read: " + e.getMessage(), e);
    }
  }

  static InputStream open(Path path) throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(path));
    if (!path.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
      return file;
    }
    try {
      return new GZIPInputStream(file);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Texts have no zero bytes, and spreadsheets are packed as ZIP files are. */
  private static boolean isBinary(byte[] start) {
    boolean zip = start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3;
    boolean zero = false;
    for (byte each : start) {
      zero |= each == 0;
    }
    return zip || zero;
  }

  /** A look at the start may cut the last character in two. */
  private static boolean isUtf8(byte[] start) {
    for (int cut = 0; cut < 4 && cut <= start.length; cut++) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(start, 0, start.length - cut));
        return true;
      } catch (CharacterCodingException e) {
        if (start.length < LOOK) {
          return false;
        }
      }
    }
    return false;
  }

  private static String firstRecord(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted && (c == '\n' || c == '\r')) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  private static char separator(String line) {
    char best = ',';
    for (char c : new char[] {',', ';', '\t', '|'}) {
      best = count(line, c) > count(line, best) ? c : best;
    }
    return best;
  }

  private static long count(String line, char c) {
    return line.chars().filter(x -> x == c).count();
  }

  /**
   * The file as a table of SQL with columns c0, c1, … of texts; rows that do not fit are kept
   * apart.
   */
  String sql() {
    String columns =
        IntStream.range(0, header.size())
            .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
            .collect(Collectors.joining(", "));
    return "read_csv("
        + Database.path(path)
        + ", auto_detect = false, header = true, delim = "
        + Database.quoted(String.valueOf(separator))
        + ", quote = '\"', escape = '\"', encoding = "
        + Database.quoted(encoding)
        + ", columns = {"
        + columns
        + "}, ignore_errors = true, store_rejects = true, rejects_limit = 0)";
  }

  String name() {
    return path.getFileName().toString();
  }
}
