package io.salestwin.scenario;

import io.salestwin.calendar.FiscalYear;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.random.Distribution;
import io.salestwin.scenario.Product.Costs;
import io.salestwin.scenario.Product.Milestone;
import io.salestwin.scenario.Product.Recognition;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Source.Arrivals;
import io.salestwin.scenario.Source.PerRepDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads products, segments and sources. */
final class MarketReader {

  private final Reading reading;

  MarketReader(Reading reading) {
    this.reading = reading;
  }

  List<Product> products(Part root) {
    List<Product> products = new ArrayList<>();
    root.memberParts("products").forEach((name, part) -> products.add(product(name, part)));
    if (products.isEmpty() && root.has("products")) {
      root.error("products", "there is no product", "add one, such as core: {value: 24000}");
    }
    return products;
  }

  /** Where the bands of deals by size begin, ascending. */
  List<Long> sizeBands(Part root) {
    List<Long> bands = new ArrayList<>();
    for (double cents : root.itemNumbers("sizeBands")) {
      if (!bands.isEmpty() && cents <= bands.get(bands.size() - 1)) {
        root.error("sizeBands", "the sizes do not ascend", "put the smaller ones first");
      }
      bands.add((long) StrictMath.rint(cents));
    }
    return bands;
  }

  private Product product(String name, Part part) {
    reading.memberName(part.node(), name, "product");
    double discount = part.number("discount");
    double margin = part.number("margin");
    return new Product(
        name,
        value(part, 1 - discount),
        discount == 0 ? margin : (margin - discount) / (1 - discount),
        part.number("contract"),
        Recognition.valueOf(part.word("recognition").orElseThrow().toUpperCase(Locale.ROOT)),
        milestones(part),
        part.part("costs").map(MarketReader::costs).orElse(new Costs(0, 0, 0)),
        effects(part, discount));
  }

  /** What a discount does to the odds goes with the other effects of the product. */
  private static Map<String, Double> effects(Part part, double discount) {
    Map<String, Double> elasticity = part.effects("elasticity");
    Map<String, Double> effects = new LinkedHashMap<>(part.effects());
    if (discount > 0) {
      elasticity.forEach((stage, per) -> effects.merge(stage, 10 * discount * per, Double::sum));
    }
    return Collections.unmodifiableMap(effects);
  }

  private static Costs costs(Part part) {
    return new Costs(
        part.number("success"),
        part.number("overhead"),
        (long) StrictMath.rint(part.number("perCustomer")));
  }

  private List<Milestone> milestones(Part part) {
    boolean wanted = part.word("recognition").filter("milestones"::equals).isPresent();
    if (wanted != part.has("milestones")) {
      part.error(
          wanted ? "recognition" : "milestones",
          wanted ? "the milestones are missing" : "milestones belong to recognition: milestones",
          wanted
              ? "add them, such as milestones: {0 days: 30%, 60 days: 70%}"
              : "set recognition: milestones, or remove them");
    }
    List<Long> times = new ArrayList<>();
    part.members("milestones")
        .forEach((text, node) -> times.add(Math.max(0, reading.take(node, wholeMillis(text), 0L))));
    if (times.isEmpty()) {
      return List.of();
    }
    List<Double> given = List.copyOf(part.memberNumbers("milestones").values());
    List<Double> shares =
        reading.shares(part.node().get("milestones"), given, "the shares of the milestones");
    List<Milestone> milestones = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      milestones.add(new Milestone(times.get(i), shares.get(i)));
    }
    milestones.sort(Comparator.comparingLong(Milestone::afterMs));
    return milestones;
  }

  private static Parsed<Long> wholeMillis(String text) {
    return Quantity.wholeMillis(text)
        .flatMap(
            ms ->
                ms >= 0 && ms <= Scalars.YEARS_20
                    ? Parsed.of(ms)
                    : Parsed.bad(
                        text + " is no time after the contract's beginning",
                        "name each milestone by a duration of at most 20 years, such as 60 days"));
  }

  private Distribution value(Part part, double paid) {
    Optional<Distribution> value = part.chance("value");
    Optional<Double> price = part.optionalNumber("price");
    if (value.isPresent() == price.isPresent()) {
      part.error(
          value.isPresent() ? "value and price are both given" : "the value of a deal is missing",
          "give value, or price with a ratio");
    }
    if (value.isPresent() && part.has("ratio")) {
      part.error("ratio", "ratio needs price", "give price and ratio, or value alone");
    }
    if (value.isPresent()) {
      Scalar amount = ((Shape.Chance) MarketFormat.PRODUCT.key("value").orElseThrow().shape()).of();
      return paid == 1
          ? value.get()
          : new Chances(reading).read(part.given("value").orElseThrow(), amount, paid);
    }
    Scalar shape = ((Shape.Chance) MarketFormat.PRODUCT.key("ratio").orElseThrow().shape()).of();
    return part.given("ratio")
        .map(node -> new Chances(reading).read(node, shape, price.orElse(100.0) * paid))
        .orElseThrow();
  }

  List<Segment> segments(Part root, List<Product> products, FiscalYear fiscalYear) {
    Map<String, Part> parts = root.memberParts("segments");
    int sources = reading.names().sources().size();
    if (parts.isEmpty()) {
      if (root.has("segments")) {
        root.error("segments", "there is no segment", "add one, or remove segments");
      } else if (products.size() > 1) {
        root.error(
            "there are " + products.size() + " products, but no segments that say who buys what",
            "add segments: {all: {product: {NAME: share, ...}}}");
      }
      List<Double> only = new ArrayList<>(Collections.nCopies(Math.max(1, products.size()), 0.0));
      only.set(0, 1.0);
      return List.of(
          new Segment(
              "all",
              ByMember.same(1.0),
              only,
              1,
              1,
              0,
              0,
              Segment.Seasons.neutral(fiscalYear),
              Map.of()));
    }
    parts.forEach((name, part) -> reading.memberName(part.node(), name, "segment"));
    List<ByMember<Double>> mixes = mixes(root, parts, sources);
    List<Segment> segments = new ArrayList<>();
    parts.forEach(
        (name, part) ->
            segments.add(
                new Segment(
                    name,
                    mixes.get(segments.size()),
                    shares(part, products),
                    part.number("value"),
                    part.number("delay"),
                    part.number("churn"),
                    part.number("expansion"),
                    new CalendarReader(reading).ofSegment(part, fiscalYear),
                    part.effects())));
    return segments;
  }

  /** The shares of the segments, which sum to 1 for every source. */
  private List<ByMember<Double>> mixes(Part root, Map<String, Part> parts, int sources) {
    List<ByMember<Double>> mixes = new ArrayList<>();
    boolean bySource = false;
    for (Part part : parts.values()) {
      Optional<ByMember<Double>> given = part.numberTable("mix");
      if (given.isEmpty() && parts.size() > 1) {
        part.error("\"mix\" is missing", "add the segment's share of the leads, such as mix: 30%");
      }
      ByMember<Double> mix = given.orElse(ByMember.same(1.0 / parts.size()));
      if (mix.axis() == ByMember.Axis.SEGMENT || mix.axis() == ByMember.Axis.PRODUCT) {
        part.error("mix", "a mix may differ by source only", "use bySource");
        mix = ByMember.same(1.0 / parts.size());
      }
      bySource |= mix.axis() == ByMember.Axis.SOURCE;
      mixes.add(mix);
    }
    Node at = root.node().get("segments");
    List<List<Double>> rows = new ArrayList<>();
    for (int source = 0; source < (bySource ? sources : 1); source++) {
      int column = source;
      List<Double> row = mixes.stream().map(mix -> mix.at(0, 0, column)).toList();
      String what =
          "the mixes of the segments"
              + (bySource ? " for " + reading.names().sources().get(source) : "");
      rows.add(reading.shares(at, row, what));
    }
    ByMember.Axis axis = bySource ? ByMember.Axis.SOURCE : ByMember.Axis.NONE;
    List<ByMember<Double>> normal = new ArrayList<>();
    for (int i = 0; i < mixes.size(); i++) {
      int segment = i;
      normal.add(new ByMember<>(axis, rows.stream().map(row -> row.get(segment)).toList()));
    }
    return normal;
  }

  private List<Double> shares(Part part, List<Product> products) {
    List<String> names = products.stream().map(Product::name).toList();
    List<Double> shares = new ArrayList<>(Collections.nCopies(Math.max(1, names.size()), 0.0));
    Optional<Node> given = part.given("product");
    if (given.isEmpty()) {
      if (names.size() > 1) {
        part.error("\"product\" is missing", "say what it buys: " + String.join(", ", names));
      }
      shares.set(0, 1.0);
      return shares;
    }
    Node node = given.get();
    if (node.isScalar()) {
      shares.set(Math.max(0, reading.reference(node, "product", names)), 1.0);
      return shares;
    }
    part.memberNumbers("product")
        .forEach(
            (name, share) -> {
              int index = names.indexOf(name);
              if (index >= 0) {
                shares.set(index, share);
              } else {
                reading.unknown(node.get(name), name, "product", names);
              }
            });
    return reading.shares(node, shares, "the shares of the products");
  }

  List<Source> sources(Part root, Map<String, Double> rootPerMonth) {
    List<Source> sources = new ArrayList<>();
    root.memberParts("sources")
        .forEach((name, part) -> sources.add(source(name, part, root, rootPerMonth.get(name))));
    if (sources.isEmpty() && root.has("sources")) {
      root.error("sources", "there is no source of leads", "add one");
    }
    return sources;
  }

  private Source source(String name, Part part, Part root, Double rootPerMonth) {
    reading.memberName(part.node(), name, "source");
    Arrivals none = new Arrivals(0, 0, 1, 0, Map.of(), Optional.empty());
    return new Source(
        name,
        part.part("arrivals").map(a -> arrivals(a, rootPerMonth)).orElse(none),
        (long) StrictMath.rint(part.number("cost")),
        part.number("share"),
        part.chance("quality").orElseGet(() -> Chances.constant(root.number("qualityReference"))),
        part.number("scoreNoise"),
        part.number("assists"),
        part.effects());
  }

  private Arrivals arrivals(Part part, Double rootPerMonth) {
    if (part.count("perMonth", "perRepDay", "on") == 0) {
      part.error("it is not said when leads come", "give perMonth, perRepDay with role, or on");
    }
    double perMonth = part.number("perMonth");
    double growth = part.number("growthPerMonth");
    double dispersion = part.number("dispersion");
    if ((growth != 0 || dispersion != 1) && !part.has("perMonth")) {
      part.error(
          "growthPerMonth and dispersion belong to perMonth", "add perMonth, or remove them");
    }
    TreeMap<LocalDate, Integer> on = new TreeMap<>();
    Map<String, Double> counts = part.memberNumbers("on");
    part.members("on")
        .forEach(
            (text, node) -> {
              LocalDate day = reading.take(node, Quantity.date(text), LocalDate.EPOCH);
              on.put(day, counts.get(text).intValue());
            });
    return new Arrivals(
        perMonth,
        growth,
        dispersion,
        rootPerMonth == null ? perMonth : rootPerMonth,
        Collections.unmodifiableMap(on),
        perRepDay(part));
  }

  private Optional<PerRepDay> perRepDay(Part part) {
    Optional<Double> leads = part.optionalNumber("perRepDay");
    Optional<Integer> role = part.role("role");
    Optional<Distribution> effort = part.chance("effort");
    if (leads.isEmpty() && (role.isPresent() || effort.isPresent())) {
      part.error("role and effort belong to perRepDay", "add perRepDay, or remove them");
    }
    if (leads.isPresent() && role.isEmpty()) {
      part.error("perRepDay needs the role that brings the leads", "add role: NAME");
    }
    return leads.flatMap(n -> role.map(index -> new PerRepDay(n, index, effort)));
  }
}
