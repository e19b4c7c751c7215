package io.salestwin.report;

/**
 * What the terminal can show.
 *
 * @param width columns, at least 40
 * @param ansi whether it understands colours
 * @param unicode whether it shows more than ASCII
 */
public record TextStyle(int width, boolean ansi, boolean unicode) {

  /** 80 columns of ASCII. */
  public static final TextStyle PLAIN = new TextStyle(80, false, false);

  private static final int NARROWEST = 40;
  private static final String[] MARKS = {
    "–", "-", "·", "-", "±", "+/-", "✔", "ok  ", "✘", "FAIL", "…", "...", "×", "x", "→", "->"
  };

  /** Widens what is too narrow for any line. */
  public TextStyle {
    width = Math.max(width, NARROWEST);
  }

  String bold(String text) {
    return paint("1", text);
  }

  String good(String text) {
    return paint("32", text);
  }

  String bad(String text) {
    return paint("31;1", text);
  }

  String dim(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return ansi ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** The text in characters that the terminal can show. */
  String shown(String text) {
    if (unicode) {
      return text;
    }
    String plain = text;
    for (int i = 0; i < MARKS.length; i += 2) {
      plain = plain.replace(MARKS[i], MARKS[i + 1]);
    }
    StringBuilder out = new StringBuilder(plain.length());
    plain.codePoints().forEach(c -> out.append(c < 0x80 ? (char) c : '?'));
    return out.toString();
  }

  /** A bar of the given height, 0 (empty) to 1 (full). */
  char bar(double height) {
    String steps = unicode ? " ▁▂▃▄▅▆▇█" : " .:-=+*#@";
    int step = height <= 0 ? 0 : 1 + (int) Math.min(7, Math.floor(height * 8));
    return steps.charAt(step);
  }
}
