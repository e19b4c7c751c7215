package io.salestwin.report;

/**
 * A drawing with what it shows in words.
 *
 * @param id its name in files and pages: letters, digits and hyphens
 * @param title what it is
 * @param text what can be seen on it, for those who cannot see it
 * @param width in pixels
 * @param height in pixels
 * @param body the SVG elements
 */
public record Chart(String id, String title, String text, int width, int height, String body) {

  /**
   * The chart as a part of a page whose style sheet knows the inks.
   *
   * @return an svg element
   */
  String inline() {
    return svg("");
  }

  /**
   * The chart as a file of its own, light and dark.
   *
   * @return an SVG document
   */
  public String file() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + svg("<style>" + Ink.css() + "svg{background:var(--paper)}</style>\n")
        + "\n";
  }

  private String svg(String style) {
    Html html = new Html();
    html.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "chart",
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        Integer.toString(width),
        "height",
        Integer.toString(height),
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-text");
    html.element("title", title, "id", id + "-title");
    html.element("desc", text, "id", id + "-text");
    html.markup("\n").markup(style).markup(body);
    return html.close().page();
  }
}
