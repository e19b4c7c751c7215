package io.salestwin.cli;

import io.salestwin.report.TextStyle;
import java.nio.charset.Charset;
import java.util.Locale;

/** What this process's terminal can show. */
final class Screen {

  private static final int WIDTH = 80;
  private static final int WIDEST = 120;

  private Screen() {}

  /**
   * Whether a person watches; otherwise output goes to a file or another program. {@link Main} asks
   * newer versions of Java to answer as Java 17 does: null when there is no terminal.
   */
  @SuppressWarnings("SystemConsoleNull")
  static boolean isTerminal() {
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  static TextStyle style() {
    boolean colours = isTerminal() && System.getenv("NO_COLOR") == null;
    return new TextStyle(width(), colours, isUnicode());
  }

  private static boolean isUnicode() {
    String encoding = System.getProperty("native.encoding", Charset.defaultCharset().name());
    return encoding.toUpperCase(Locale.ROOT).startsWith("UTF");
  }

  private static int width() {
    String columns = System.getenv("COLUMNS");
    if (columns == null || !columns.matches("[0-9]{1,4}")) {
      return WIDTH;
    }
    return Math.min(WIDEST, Integer.parseInt(columns));
  }
}
