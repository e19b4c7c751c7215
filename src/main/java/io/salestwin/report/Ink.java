package io.salestwin.report;

import java.awt.Color;
import java.awt.Paint;
import java.util.Locale;

/**
 * What a line or an area of a chart means. Charts are drawn in placeholder colours, one for each
 * ink; the drawing then names the ink as a CSS class, so that the page decides how it looks in
 * light and in dark.
 */
enum Ink {
  TEXT("#1b2330", "#e6e9ee"),
  MUTED("#596373", "#9aa5b5"),
  GRID("#e3e7ed", "#2a323e"),
  MAIN("#2257c4", "#7aa7ff"),
  BAND_WIDE("#dfe8f9", "#1d2b47"),
  BAND_MIDDLE("#bfd2f3", "#2a426f"),
  BAND_CORE("#93b3ea", "#3b5f9f"),
  TARGET("#b3261e", "#ff8a80"),
  HIT("#2257c4", "#7aa7ff"),
  MISS("#b9c3d1", "#4a5666"),
  QUEUE("#b3541e", "#f0a35e"),
  WORK("#2257c4", "#7aa7ff"),
  BUYER("#a9b4c3", "#5b6778"),
  PAPER("#ffffff", "#12171e");

  private static final int MARK = 17;

  private final String light;
  private final String dark;

  Ink(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  /** The placeholder. */
  Color colour() {
    return new Color(MARK, MARK + 1, ordinal() + 1);
  }

  /** The ink of a placeholder. */
  static Ink of(Paint paint) {
    if (paint instanceof Color colour
        && colour.getRed() == MARK
        && colour.getGreen() == MARK + 1
        && colour.getBlue() >= 1
        && colour.getBlue() <= values().length) {
      return values()[colour.getBlue() - 1];
    }
    throw new IllegalStateException("a chart uses the paint " + paint + ", which is no ink");
  }

  String cssName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The variables and classes of all inks, with the page's dark mode and printing. */
  static String css() {
    StringBuilder out = new StringBuilder(":root{color-scheme:light dark;");
    for (Ink ink : values()) {
      out.append("--").append(ink.cssName()).append(':').append(ink.light).append(';');
    }
    out.append("}\n@media screen and (prefers-color-scheme:dark){:root{");
    for (Ink ink : values()) {
      out.append("--").append(ink.cssName()).append(':').append(ink.dark).append(';');
    }
    out.append("}}\n");
    for (Ink ink : values()) {
      String name = ink.cssName();
      out.append(".f-").append(name).append("{fill:var(--").append(name).append(")}");
      out.append(".s-").append(name).append("{stroke:var(--").append(name).append(")}\n");
    }
    return out.append("svg.chart text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,")
        .append("Helvetica,Arial,sans-serif}svg.chart .b{font-weight:600}\n")
        .toString();
  }
}
