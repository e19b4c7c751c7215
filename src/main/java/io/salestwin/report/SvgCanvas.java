package io.salestwin.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import org.apache.xmlgraphics.java2d.AbstractGraphics2D;
import org.apache.xmlgraphics.java2d.GraphicContext;

/**
 * What charts are drawn on: every shape and text becomes one SVG element, in the order of drawing,
 * without anything that a browser does not need. Neither fonts nor clock nor locale of the machine
 * reach the bytes; nothing is clipped, moved or turned.
 */
final class SvgCanvas extends AbstractGraphics2D {

  private final StringBuilder out;

  SvgCanvas() {
    super(false);
    out = new StringBuilder();
    gc = new GraphicContext();
    gc.setFont(new PlainFont(Font.PLAIN, 12));
  }

  private SvgCanvas(SvgCanvas other) {
    super(other);
    out = other.out;
  }

  /** The drawing's elements, one per line, without the svg element around them. */
  String body() {
    return out.toString();
  }

  @Override
  public Graphics create() {
    return new SvgCanvas(this);
  }

  @Override
  public void dispose() {
    // there is nothing to give back
  }

  @Override
  public void draw(Shape shape) {
    begin(shape, "s-" + ink());
    out.append(" fill=\"none\"");
    if (!(getStroke() instanceof BasicStroke stroke)) {
      throw notForCharts("a stroke of its own");
    }
    if (stroke.getLineWidth() != 1) {
      attribute("stroke-width", stroke.getLineWidth());
    }
    if (stroke.getDashArray() != null) {
      out.append(" stroke-dasharray=\"");
      for (int i = 0; i < stroke.getDashArray().length; i++) {
        number(i == 0 ? "" : ",", stroke.getDashArray()[i]);
      }
      out.append('"');
    }
    out.append("/>\n");
  }

  @Override
  public void fill(Shape shape) {
    begin(shape, "f-" + ink());
    out.append("/>\n");
  }

  private String ink() {
    return Ink.of(getPaint()).cssName();
  }

  private void begin(Shape shape, String classes) {
    if (!getTransform().isIdentity()) {
      throw notForCharts("a moved or turned canvas");
    }
    if (shape instanceof Line2D line) {
      line(classes, line.getX1(), line.getY1(), line.getX2(), line.getY2());
    } else if (shape instanceof Rectangle2D box && box.getWidth() > 0 && box.getHeight() > 0) {
      element("rect", classes);
      attribute("x", box.getX());
      attribute("y", box.getY());
      attribute("width", box.getWidth());
      attribute("height", box.getHeight());
    } else if (shape instanceof Rectangle2D box) {
      // SVG does not draw a box without width or height
      line(classes, box.getX(), box.getY(), box.getMaxX(), box.getMaxY());
    } else {
      element("path", classes);
      path(shape.getPathIterator(null));
    }
  }

  private void line(String classes, double x1, double y1, double x2, double y2) {
    element("line", classes);
    attribute("x1", x1);
    attribute("y1", y1);
    attribute("x2", x2);
    attribute("y2", y2);
  }

  private void path(PathIterator path) {
    out.append(" d=\"");
    double[] to = new double[6];
    for (String before = ""; !path.isDone(); path.next(), before = " ") {
      switch (path.currentSegment(to)) {
        case PathIterator.SEG_MOVETO -> number(before + "M", to[0]);
        case PathIterator.SEG_LINETO -> number(before + "L", to[0]);
        case PathIterator.SEG_CLOSE -> {
          out.append(before).append('Z');
          continue;
        }
        default -> throw notForCharts("a curve");
      }
      number(" ", to[1]);
    }
    out.append('"');
  }

  @Override
  public void drawString(String text, float x, float y) {
    if (!getTransform().isIdentity()) {
      throw notForCharts("a moved or turned canvas");
    }
    Font font = getFont();
    element("text", "f-" + ink() + (font.isBold() ? " b" : ""));
    attribute("x", x);
    attribute("y", y);
    attribute("font-size", font.getSize2D());
    attribute("textLength", PlainFont.width(text, font.getSize2D(), font.isBold()));
    out.append(" lengthAdjust=\"spacingAndGlyphs\">").append(Html.escape(text)).append("</text>\n");
  }

  private void element(String name, String classes) {
    out.append('<').append(name).append(" class=\"").append(classes).append('"');
  }

  private void attribute(String name, double value) {
    out.append(' ').append(name);
    number("=\"", value);
    out.append('"');
  }

  /** A number to a tenth of a pixel. */
  private void number(String before, double value) {
    // What lies in the middle between two tenths but for the rounding of sums is rounded up.
    long tenths = Math.round(Math.rint(value * 1e4) / 1e3);
    out.append(before).append(tenths < 0 ? "-" : "").append(Math.abs(tenths) / 10);
    if (tenths % 10 != 0) {
      out.append('.').append(Math.abs(tenths) % 10);
    }
  }

  // ---- fonts that know themselves

  @Override
  public FontMetrics getFontMetrics(Font font) {
    return plain(font).metrics();
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return new FontRenderContext(null, true, true);
  }

  @Override
  public void setFont(Font font) {
    super.setFont(plain(font));
  }

  private static PlainFont plain(Font font) {
    return font instanceof PlainFont own ? own : new PlainFont(font.getStyle(), font.getSize());
  }

  // ---- charts leave room for what they draw; clipping would only add definitions

  @Override
  public void clip(Shape shape) {
    // as above
  }

  @Override
  public void setClip(Shape shape) {
    // as above
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {
    // as above
  }

  @Override
  public Rectangle getClipBounds() {
    return null;
  }

  // ---- what charts do not do

  @Override
  public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    throw notForCharts("an image");
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, ImageObserver observer) {
    throw notForCharts("an image");
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform transform) {
    throw notForCharts("an image");
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform transform) {
    throw notForCharts("an image");
  }

  @Override
  public void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw notForCharts("a copy");
  }

  @Override
  public void setXORMode(Color colour) {
    throw notForCharts("exclusive or");
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    throw notForCharts("a device");
  }

  private static IllegalStateException notForCharts(String what) {
    return new IllegalStateException("a chart uses " + what);
  }
}
