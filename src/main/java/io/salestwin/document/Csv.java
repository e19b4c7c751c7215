package io.salestwin.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table of texts with a header (RFC 4180: quotes, doubled quotes, line breaks within quotes; CRLF
 * or LF). The separator is a comma, a semicolon or a tab: whichever the header has most of. A blank
 * line of a table with several columns is no row. A row that cannot be used is left out and is an
 * error among the {@link #problems()}, so that nothing is lost unsaid.
 */
public final class Csv {

  private static final int PROBLEMS_TOLD = 100;
  private static final Pattern PLAIN_NUMBER = Pattern.compile(Decimal.NUMBER);

  /**
   * How large a table may be.
   *
   * @param bytes the largest file
   * @param rows the most rows, header not counted
   * @param columns the most columns
   * @param cellCharacters the longest cell
   */
  public record Limits(long bytes, int rows, int columns, int cellCharacters) {
    /** 64 MiB, a million rows, 500 columns, 32,767 characters in a cell. */
    public static final Limits DEFAULT = new Limits(64L << 20, 1_000_000, 500, 32_767);
  }

  /**
   * A row.
   *
   * @param line the line of the file on which it begins, from 1
   * @param cells the texts, as many as the header has
   */
  public record Row(int line, List<String> cells) {
    /**
     * Copies the cells.
     *
     * @param line the line of the file on which it begins, from 1
     * @param cells the texts
     */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  private final String name;
  private final List<String> header;
  private final List<Row> rows;
  private final List<Problem> problems;
  private final List<Problem> leftOut;

  private Csv(
      String name,
      List<String> header,
      List<Row> rows,
      List<Problem> problems,
      List<Problem> leftOut) {
    this.name = name;
    this.header = List.copyOf(header);
    this.rows = List.copyOf(rows);
    this.problems = List.copyOf(problems);
    this.leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads a file.
   *
   * @param file the file, UTF-8
   * @param limits how large it may be
   * @return the table, with problems if anything is wrong with the file
   */
  public static Csv read(Path file, Limits limits) {
    String name = file.toString().replace('\\', '/');
    Problems problems = new Problems();
    String text = TextFile.read(file, name, limits.bytes(), problems);
    return text == null
        ? new Csv(name, List.of(), List.of(), problems.list(), List.of())
        : parse(text, name, limits);
  }

  /**
   * Reads a text.
   *
   * @param text the table
   * @param name what messages call it
   * @param limits how large it may be; {@code bytes} counts characters here
   * @return the table, with problems if anything is wrong with it
   */
  public static Csv parse(String text, String name, Limits limits) {
    List<Problem> problems = new ArrayList<>();
    if (text.length() > limits.bytes()) {
      problems.add(TextFile.tooLarge(name, limits.bytes()));
      return new Csv(name, List.of(), List.of(), problems, List.of());
    }
    CsvScanner scanner = new CsvScanner(text.startsWith("\uFEFF") ? text.substring(1) : text);
    List<String> header = scanner.next();
    while (header != null && header.size() == 1 && header.get(0).isBlank()) {
      header = scanner.next();
    }
    if (header == null) {
      String advice = "write the names of the columns into the first line";
      problems.add(TextFile.problem(name, 0, "the table is empty", advice));
      return new Csv(name, List.of(), List.of(), problems, List.of());
    }
    checkHeader(header, scanner, name, limits, problems);
    List<Row> rows = new ArrayList<>();
    List<Problem> leftOut = new ArrayList<>();
    int untold = 0;
    for (List<String> cells = scanner.next(); cells != null; cells = scanner.next()) {
      boolean blank = scanner.wasBlank() && header.size() > 1;
      if (blank) {
        continue;
      }
      if (rows.size() >= limits.rows()) {
        String message = "the table has more than " + limits.rows() + " rows";
        problems.add(
            TextFile.problem(name, scanner.line(), message, "split it; the rest was not read"));
        break;
      }
      String wrong = wrong(cells, header, scanner, limits);
      if (wrong.isEmpty()) {
        rows.add(new Row(scanner.line(), cells));
      } else if (problems.size() < PROBLEMS_TOLD) {
        String advice = "correct the row; it was left out";
        leftOut.add(TextFile.problem(name, scanner.line(), wrong, advice));
        problems.add(leftOut.get(leftOut.size() - 1));
      } else {
        untold++;
      }
    }
    if (untold > 0) {
      String message = untold + " more rows have problems of these kinds";
      problems.add(TextFile.problem(name, 0, message, "correct them; they were left out"));
    }
    List<String> names = header.stream().map(String::strip).toList();
    return new Csv(name, names, rows, problems, leftOut);
  }

  private static void checkHeader(
      List<String> header, CsvScanner scanner, String name, Limits limits, List<Problem> problems) {
    int line = scanner.line();
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i).strip();
      if (column.isEmpty()) {
        String message = "column " + (i + 1) + " has no name";
        problems.add(TextFile.problem(name, line, message, "give every column a name"));
      } else if (!seen.add(column)) {
        String message = "the column " + Problem.quoted(column) + " is there twice";
        problems.add(TextFile.problem(name, line, message, "rename or remove one"));
      }
    }
    if (header.size() > limits.columns()) {
      String message = "the table has more than " + limits.columns() + " columns";
      problems.add(TextFile.problem(name, line, message, "remove columns"));
    }
    if (!scanner.flaw().isEmpty()) {
      problems.add(TextFile.problem(name, line, scanner.flaw(), "correct the quotes"));
    }
  }

  private static String wrong(
      List<String> cells, List<String> header, CsvScanner scanner, Limits limits) {
    if (!scanner.flaw().isEmpty()) {
      return scanner.flaw();
    }
    if (cells.size() != header.size()) {
      return "the row has " + cells.size() + " cells, but the header has " + header.size();
    }
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).length() > limits.cellCharacters()) {
        return "the cell of column "
            + Problem.quoted(header.get(i).strip())
            + " is longer than "
            + limits.cellCharacters()
            + " characters";
      }
    }
    return "";
  }

  /**
   * A table as text: commas, quotes where needed, every row ending with a line feed. A cell that a
   * spreadsheet would take for a formula (it begins with {@code = + - @}, a tab or a carriage
   * return and is no plain number) gets an apostrophe in front.
   *
   * @param header the names of the columns, at least one
   * @param rows the cells, as many per row as the header has
   * @return the text
   * @throws IllegalArgumentException if a row has another number of cells than the header
   */
  public static String write(List<String> header, List<? extends List<String>> rows) {
    if (header.isEmpty()) {
      throw new IllegalArgumentException("header is empty");
    }
    StringBuilder out = new StringBuilder();
    writeRow(out, header);
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "row " + row + " has " + row.size() + " cells, header has " + header.size());
      }
      writeRow(out, row);
    }
    return out.toString();
  }

  private static void writeRow(StringBuilder out, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = neutral(cells.get(i));
      boolean quote =
          cell.isEmpty() && cells.size() == 1
              || cell.chars().anyMatch(c -> ",;\t\"\n\r".indexOf(c) >= 0)
              || !cell.equals(cell.strip())
              || cell.startsWith("\uFEFF");
      out.append(i == 0 ? "" : ",");
      out.append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    out.append('\n');
  }

  private static String neutral(String cell) {
    boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    return formula && !PLAIN_NUMBER.matcher(cell).matches() ? "'" + cell : cell;
  }

  /**
   * What messages call the table.
   *
   * @return the file's name as given
   */
  public String name() {
    return name;
  }

  /**
   * The names of the columns.
   *
   * @return the names without blanks around them; empty if the file could not be read
   */
  public List<String> header() {
    return header;
  }

  /**
   * The place of a column.
   *
   * @param column its name, exactly
   * @return the place, from 0; -1 if there is none
   */
  public int column(String column) {
    return header.indexOf(column);
  }

  /**
   * The rows that can be used.
   *
   * @return the rows in the order of the file, each as long as the header
   */
  public List<Row> rows() {
    return rows;
  }

  /**
   * What is wrong: every bad row up to a hundred, then their number.
   *
   * @return the problems in the order of the file
   */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Those of the {@link #problems()} that are about one row, which was left out. When all problems
   * are among them, the table is sound but for these rows.
   *
   * @return at most a hundred, in the order of the file
   */
  public List<Problem> leftOut() {
    return leftOut;
  }
}
