package io.salestwin.report;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;

/** What all charts have in common: fonts, fixed margins, no decoration. */
final class ChartStyle {

  static final Font SMALL = new PlainFont(Font.PLAIN, 12);
  static final Font STRONG = new PlainFont(Font.BOLD, 12);
  static final BasicStroke LINE = new BasicStroke(2);
  static final BasicStroke THIN = new BasicStroke(1);
  static final BasicStroke DASHED =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0);

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private ChartStyle() {}

  /** Draws a plot to SVG elements. */
  static String draw(Plot plot, int width, int height, boolean legend) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setNoDataMessage(null);
    plot.setInsets(new RectangleInsets(8, 4, 4, 10));
    JFreeChart chart = new JFreeChart(null, SMALL, plot, legend);
    chart.setBackgroundPaint(null);
    chart.setBorderVisible(false);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.setAntiAlias(true);
    if (legend) {
      LegendTitle title = chart.getLegend();
      title.setItemFont(SMALL);
      title.setItemPaint(Ink.MUTED.colour());
      title.setBackgroundPaint(null);
      title.setFrame(BlockBorder.NONE);
      title.setPosition(RectangleEdge.TOP);
      title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    }
    SvgCanvas canvas = new SvgCanvas();
    chart.draw(canvas, new Rectangle2D.Double(0, 0, width, height));
    return canvas.body();
  }

  static void plain(XYPlot plot, double left, double bottom, double right) {
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Ink.GRID.colour());
    plot.setRangeGridlineStroke(THIN);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setFixedRangeAxisSpace(space(left, 0, right));
    plot.setFixedDomainAxisSpace(space(0, bottom, 0));
  }

  static XYBarRenderer bars(double margin) {
    XYBarRenderer bars = new XYBarRenderer(margin);
    bars.setBarPainter(new StandardXYBarPainter());
    bars.setShadowVisible(false);
    bars.setDrawBarOutline(false);
    return bars;
  }

  /** Horizontal bars with the categories' names to the left. */
  static CategoryPlot rows(
      CategoryDataset data, MarkedAxis axis, BarRenderer bars, double left, double bottom) {
    CategoryAxis names = new CategoryAxis(null);
    names.setTickLabelFont(SMALL);
    names.setTickLabelPaint(Ink.TEXT.colour());
    names.setAxisLinePaint(Ink.GRID.colour());
    names.setTickMarksVisible(false);
    names.setMaximumCategoryLabelWidthRatio(100);
    names.setLowerMargin(0.02);
    names.setUpperMargin(0.02);
    names.setCategoryMargin(0.35);
    bars.setBarPainter(new StandardBarPainter());
    bars.setShadowVisible(false);
    bars.setDrawBarOutline(false);
    bars.setMaximumBarWidth(0.4);
    bars.setDefaultItemLabelFont(SMALL);
    bars.setDefaultItemLabelPaint(Ink.TEXT.colour());
    CategoryPlot plot = new CategoryPlot(data, names, axis, bars);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setRangeGridlinePaint(Ink.GRID.colour());
    plot.setRangeGridlineStroke(THIN);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    // room for half of the last mark of the axis
    plot.setFixedDomainAxisSpace(space(left, 0, 14));
    plot.setFixedRangeAxisSpace(space(0, bottom, 0));
    return plot;
  }

  /** Texts behind the ends of the bars, in the order of the categories. */
  static void labels(BarRenderer bars, List<String> texts) {
    bars.setDefaultItemLabelGenerator(new Labels(texts));
    bars.setDefaultItemLabelsVisible(true);
    bars.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
  }

  private static AxisSpace space(double left, double bottom, double right) {
    AxisSpace space = new AxisSpace();
    space.setLeft(left);
    space.setBottom(bottom);
    space.setRight(right);
    return space;
  }

  /** A mark for a point. */
  static Shape diamond(double reach) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(0, -reach);
    path.lineTo(reach, 0);
    path.lineTo(0, reach);
    path.lineTo(-reach, 0);
    path.closePath();
    return path;
  }

  /** Marks at the firsts of months, as many as a width holds, by days from the start. */
  static Map<Double, String> months(LocalDate start, LocalDate end, int atMost) {
    int months = (int) Math.max(1, ChronoUnit.MONTHS.between(start, end));
    int every = 1;
    for (int candidate : new int[] {1, 2, 3, 6, 12, 24, 60, 120}) {
      every = candidate;
      if (months / candidate <= atMost) {
        break;
      }
    }
    LocalDate first = start.getDayOfMonth() == 1 ? start : start.withDayOfMonth(1).plusMonths(1);
    Map<Double, String> marks = new TreeMap<>();
    for (LocalDate day = first; !day.isAfter(end); day = day.plusMonths(every)) {
      String name = MONTHS.get(day.getMonthValue() - 1) + " " + day.getYear();
      marks.put((double) ChronoUnit.DAYS.between(start, day), name);
    }
    return marks;
  }

  /** A name that fits a width; longer ones end with three dots. */
  static String fitting(String name, double width) {
    String clean = Html.clean(name);
    if (PlainFont.width(clean, SMALL.getSize2D(), false) <= width) {
      return clean;
    }
    int end = clean.length();
    while (end > 0
        && PlainFont.width(clean.substring(0, end) + "…", SMALL.getSize2D(), false) > width) {
      end = clean.offsetByCodePoints(end, -1);
    }
    return clean.substring(0, end) + "…";
  }

  private static final class Labels implements CategoryItemLabelGenerator {
    private final List<String> texts;

    Labels(List<String> texts) {
      this.texts = texts;
    }

    @Override
    public String generateRowLabel(CategoryDataset data, int row) {
      return "";
    }

    @Override
    public String generateColumnLabel(CategoryDataset data, int column) {
      return "";
    }

    @Override
    public String generateLabel(CategoryDataset data, int row, int column) {
      return " " + texts.get(column);
    }
  }
}
