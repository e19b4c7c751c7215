package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class SvgCanvasTest {

  private final SvgCanvas canvas = new SvgCanvas();

  @Test
  void everyShapeIsOneElementInTheOrderOfDrawing() {
    canvas.setPaint(Ink.MAIN.colour());
    canvas.fill(new Rectangle2D.Double(1, 2.25, 30.04, 4));
    canvas.fill(new Rectangle2D.Double(1, 2, 0, 4));
    canvas.fill(new Polygon(new int[] {0, 10, 5}, new int[] {0, 0, 8}, 3));
    Graphics2D copy = (Graphics2D) canvas.create();
    copy.setPaint(Ink.BAND_CORE.colour());
    copy.setStroke(new BasicStroke(0.5f, 0, 0, 10, new float[] {5, 4}, 0));
    copy.draw(new Line2D.Double(-0.04, -1.96, 3, 4));
    copy.dispose();
    canvas.draw(new Rectangle2D.Double(5, 6, 7, 8));
    assertThat(canvas.body())
        .isEqualTo(
            """
            <rect class="f-main" x="1" y="2.3" width="30" height="4"/>
            <line class="f-main" x1="1" y1="2" x2="1" y2="6"/>
            <path class="f-main" d="M0 0 L10 0 L5 8 Z"/>
            <line class="s-band-core" x1="0" y1="-2" x2="3" y2="4" fill="none" stroke-width="0.5" stroke-dasharray="5,4"/>
            <rect class="s-main" x="5" y="6" width="7" height="8" fill="none"/>
            """);
  }

  @Test
  void textsHaveTheWidthOfOurFont() {
    canvas.setPaint(Ink.TEXT.colour());
    canvas.setFont(new Font("Serif", Font.BOLD, 14));
    canvas.drawString("A & B", 1.5f, 20);
    double width = PlainFont.width("A & B", 14, true);
    assertThat(canvas.body())
        .isEqualTo(
            "<text class=\"f-text b\" x=\"1.5\" y=\"20\" font-size=\"14\" textLength=\""
                + Figures.fixed(width, 1)
                + "\" lengthAdjust=\"spacingAndGlyphs\">A &amp; B</text>\n");
  }

  @Test
  void whatChartsDoNotUseIsRefusedAndNotLost() {
    canvas.setPaint(Color.RED);
    assertThatThrownBy(() -> canvas.fill(new Rectangle2D.Double(0, 0, 1, 1)))
        .hasMessageContaining("no ink");
    canvas.setPaint(Ink.MAIN.colour());
    assertThatThrownBy(() -> canvas.fill(new Ellipse2D.Double(0, 0, 1, 1)))
        .hasMessage("a chart uses a curve");
    canvas.translate(1, 0);
    assertThatThrownBy(() -> canvas.drawString("x", 0, 0))
        .hasMessage("a chart uses a moved or turned canvas");
  }
}
