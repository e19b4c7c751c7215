package io.salestwin.report;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.text.AttributedCharacterIterator.Attribute;
import java.text.CharacterIterator;
import java.util.Map;

/**
 * A sans-serif font that knows its own widths (those of Helvetica's metrics, which the usual
 * sans-serif fonts follow), so that a drawing has the same bytes on every machine, also on one that
 * has no fonts at all.
 */
final class PlainFont extends Font {
  private static final long serialVersionUID = 1L;

  private static final String FAMILY = "SansSerif";

  /** Widths of the characters from U+0020 to U+007E in thousandths of the font's size. */
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // p to ~
  };

  private static final int OTHER_WIDTH = 600;
  private static final int WIDE_WIDTH = 1000;
  private static final double BOLD = 1.07;
  private static final float ASCENT = 0.75f;
  private static final float DESCENT = 0.25f;

  PlainFont(int style, int size) {
    super(FAMILY, style, size);
  }

  /** The width of a text in user units. */
  static double width(String text, double size, boolean bold) {
    long sum = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c >= 0x20 && c < 0x7F) {
        sum += WIDTHS[c - 0x20];
      } else {
        sum += c >= 0x1100 ? (c >= 0x2000 && c < 0x2E80 ? OTHER_WIDTH : WIDE_WIDTH) : OTHER_WIDTH;
      }
    }
    return sum / 1000.0 * size * (bold ? BOLD : 1);
  }

  FontMetrics metrics() {
    return new Metrics(this);
  }

  // What the machine's fonts would be asked for is answered here.

  @Override
  public String getFamily() {
    return FAMILY;
  }

  @Override
  public LineMetrics getLineMetrics(String text, FontRenderContext context) {
    return new Line(text.length(), getSize2D());
  }

  @Override
  public LineMetrics getLineMetrics(String text, int from, int to, FontRenderContext context) {
    return new Line(to - from, getSize2D());
  }

  @Override
  public LineMetrics getLineMetrics(char[] text, int from, int to, FontRenderContext context) {
    return new Line(to - from, getSize2D());
  }

  @Override
  public LineMetrics getLineMetrics(
      CharacterIterator text, int from, int to, FontRenderContext context) {
    return new Line(to - from, getSize2D());
  }

  @Override
  public Rectangle2D getStringBounds(String text, FontRenderContext context) {
    double height = (ASCENT + DESCENT) * getSize2D();
    return new Rectangle2D.Double(
        0, -ASCENT * getSize2D(), width(text, getSize2D(), isBold()), height);
  }

  @Override
  public Font deriveFont(int style, float size) {
    return new PlainFont(style, Math.round(size));
  }

  @Override
  public Font deriveFont(float size) {
    return new PlainFont(getStyle(), Math.round(size));
  }

  @Override
  public Font deriveFont(Map<? extends Attribute, ?> attributes) {
    return this;
  }

  @Override
  public Font deriveFont(int style) {
    return new PlainFont(style, getSize());
  }

  @Override
  public Font deriveFont(AffineTransform transform) {
    return this;
  }

  private static final class Metrics extends FontMetrics {
    private static final long serialVersionUID = 1L;

    Metrics(Font font) {
      super(font);
    }

    @Override
    public int getAscent() {
      return Math.round(ASCENT * font.getSize2D());
    }

    @Override
    public int getDescent() {
      return Math.round(DESCENT * font.getSize2D());
    }

    @Override
    public int charWidth(char c) {
      return stringWidth(String.valueOf(c));
    }

    @Override
    public int charsWidth(char[] text, int from, int length) {
      return stringWidth(new String(text, from, length));
    }

    @Override
    public int stringWidth(String text) {
      return (int) Math.ceil(width(text, font.getSize2D(), font.isBold()));
    }
  }

  private static final class Line extends LineMetrics {
    private final int characters;
    private final float size;

    Line(int characters, float size) {
      this.characters = characters;
      this.size = size;
    }

    @Override
    public int getNumChars() {
      return characters;
    }

    @Override
    public float getAscent() {
      return ASCENT * size;
    }

    @Override
    public float getDescent() {
      return DESCENT * size;
    }

    @Override
    public float getLeading() {
      return 0;
    }

    @Override
    public float getHeight() {
      return (ASCENT + DESCENT) * size;
    }

    @Override
    public int getBaselineIndex() {
      return Font.ROMAN_BASELINE;
    }

    @Override
    public float[] getBaselineOffsets() {
      return new float[3];
    }

    @Override
    public float getStrikethroughOffset() {
      return -0.3f * size;
    }

    @Override
    public float getStrikethroughThickness() {
      return 0.05f * size;
    }

    @Override
    public float getUnderlineOffset() {
      return 0.1f * size;
    }

    @Override
    public float getUnderlineThickness() {
      return 0.05f * size;
    }
  }
}
