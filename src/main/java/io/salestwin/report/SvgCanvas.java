package io.salestwin.report;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What charts are drawn on: Batik makes SVG elements of it, and {@link #body} writes them without
 * everything that a browser does not need. Neither fonts nor clock nor locale of the machine reach
 * the bytes; nothing is clipped.
 */
final class SvgCanvas extends SVGGraphics2D {

  private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.?\\d+(?:[eE]-?\\d+)?");
  private static final String NOTHING = "none";

  SvgCanvas(int width, int height) {
    super(context(), false);
    setSVGCanvasSize(new Dimension(width, height));
  }

  private SvgCanvas(SvgCanvas other) {
    super(other);
  }

  private static SVGGeneratorContext context() {
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument(SVG_NAMESPACE_URI, "svg", null);
      SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
      context.setComment(null);
      // Without this Batik asks the machine's fonts for the name of its default font.
      SVGGeneratorContext.GraphicContextDefaults defaults =
          new SVGGeneratorContext.GraphicContextDefaults();
      defaults.setFont(new PlainFont(Font.PLAIN, 12));
      context.setGraphicContextDefaults(defaults);
      return context;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java cannot make XML documents", e);
    }
  }

  @Override
  public Graphics create() {
    return new SvgCanvas(this);
  }

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
    super.setFont(font instanceof PlainFont ? font : plain(font));
  }

  private static PlainFont plain(Font font) {
    return font instanceof PlainFont own ? own : new PlainFont(font.getStyle(), font.getSize());
  }

  @Override
  public void clip(Shape shape) {
    // Charts leave room for what they draw; clipping would only add definitions.
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

  /** The drawing's elements, one per line, without the svg element around them. */
  String body() {
    StringBuilder out = new StringBuilder();
    write(getRoot(), new TreeMap<>(), "", out);
    return out.toString();
  }

  private static void write(
      Element element, Map<String, String> outer, String outerTransform, StringBuilder out) {
    Map<String, String> style = new TreeMap<>(outer);
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      style.put(attribute.getNodeName(), attribute.getNodeValue());
    }
    String own = element.getAttribute("transform");
    String transform = (outerTransform + " " + own).trim();
    String name = element.getLocalName() == null ? element.getTagName() : element.getLocalName();
    switch (name) {
      case "svg", "g" -> {
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
          if (n instanceof Element child) {
            write(child, style, transform, out);
          }
        }
      }
      case "defs" -> {
        // definitions of fonts, clips and patterns, none of which is used
      }
      case "text" -> writeText(element, style, transform, out);
      case "path" -> writeShape("path", style, transform, out, "d");
      case "rect" -> writeShape("rect", style, transform, out, "x", "y", "width", "height");
      case "line" -> writeShape("line", style, transform, out, "x1", "y1", "x2", "y2");
      case "circle" -> writeShape("circle", style, transform, out, "cx", "cy", "r");
      case "polygon" -> writeShape("polygon", style, transform, out, "points");
      case "polyline" -> writeShape("polyline", style, transform, out, "points");
      default -> throw new IllegalStateException("a chart uses the SVG element " + name);
    }
  }

  private static void writeShape(
      String name, Map<String, String> style, String transform, StringBuilder out, String... keys) {
    String fill = Ink.of(style.get("fill")).map(i -> "f-" + i.cssName()).orElse("");
    String stroke = Ink.of(style.get("stroke")).map(i -> "s-" + i.cssName()).orElse("");
    if (fill.isEmpty() && stroke.isEmpty()) {
      return;
    }
    out.append('<').append(name);
    out.append(" class=\"").append((fill + " " + stroke).trim()).append('"');
    for (String key : keys) {
      out.append(' ').append(key).append("=\"").append(rounded(style.get(key))).append('"');
    }
    if (fill.isEmpty()) {
      out.append(" fill=\"none\"");
    }
    if (!stroke.isEmpty()) {
      appendUnless(out, style, "stroke-width", "1");
      appendUnless(out, style, "stroke-dasharray", NOTHING);
    }
    appendTransform(out, transform);
    out.append("/>\n");
  }

  private static void writeText(
      Element element, Map<String, String> style, String transform, StringBuilder out) {
    String text = element.getTextContent();
    String ink = Ink.of(style.get("fill")).orElse(Ink.TEXT).cssName();
    boolean bold = style.getOrDefault("font-weight", "normal").equals("bold");
    String sizeText = style.get("font-size").replace("px", "");
    style.put("font-size", sizeText);
    double size = Double.parseDouble(sizeText);
    out.append("<text class=\"f-").append(ink).append(bold ? " b" : "").append('"');
    for (String key : new String[] {"x", "y", "font-size"}) {
      out.append(' ').append(key).append("=\"").append(rounded(style.get(key))).append('"');
    }
    String length = Double.toString(PlainFont.width(text, size, bold));
    out.append(" textLength=\"").append(rounded(length)).append('"');
    out.append(" lengthAdjust=\"spacingAndGlyphs\"");
    appendTransform(out, transform);
    out.append('>').append(Html.escape(text)).append("</text>\n");
  }

  private static void appendUnless(
      StringBuilder out, Map<String, String> style, String key, String usual) {
    String value = style.getOrDefault(key, usual);
    if (!value.equals(usual)) {
      out.append(' ').append(key).append("=\"").append(rounded(value)).append('"');
    }
  }

  private static void appendTransform(StringBuilder out, String transform) {
    if (!transform.isEmpty()) {
      out.append(" transform=\"").append(transform).append('"');
    }
  }

  /** Every number of an attribute to a tenth of a pixel. */
  private static String rounded(String value) {
    Matcher number = NUMBER.matcher(value);
    StringBuilder out = new StringBuilder();
    while (number.find()) {
      long tenths = Math.round(Double.parseDouble(number.group()) * 10);
      String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
      long rest = Math.abs(tenths) % 10;
      number.appendReplacement(out, rest == 0 ? whole : whole + "." + rest);
    }
    return number.appendTail(out).toString();
  }
}
