package io.salestwin.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class DocumentPropertiesTest {

  private static final String ORIGIN = "generated";

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of("", "%", " days", " hours", "k", "M", "/quarter", "%/year", " EUR");
  }

  @Provide
  Arbitrary<Node> trees() {
    Arbitrary<String> words =
        Arbitraries.of(
            "on",
            "yes",
            "null",
            "~",
            "1_000",
            "2027-01-01",
            "45 days",
            "26%",
            "a: b",
            "a #b",
            "",
            " x ",
            "- a",
            "?",
            "x\ny",
            "'q'",
            "\"",
            "\\",
            "---",
            "...",
            "%d",
            "@",
            "`",
            "!t",
            "&a",
            "*a",
            "{",
            "[",
            "caf\u00e9",
            "\ud83d\ude00",
            "\t",
            "\u0085",
            "=",
            "<<",
            "1:30",
            "\u2028");
    Arbitrary<String> texts =
        Arbitraries.oneOf(words, Arbitraries.strings().ofMaxLength(12).filter(this::isWhole));
    Arbitrary<Node> scalars =
        Arbitraries.oneOf(
            texts.map(text -> Node.unplacedScalar(ORIGIN, 0, 0, text, true)),
            Arbitraries.of("null", "12", "true", "45 days", "1.50", "-0")
                .map(text -> Node.unplacedScalar(ORIGIN, 0, 0, text, false)));
    Arbitrary<String> keys = texts.filter(text -> !text.isEmpty());
    return Arbitraries.recursive(
            () -> scalars,
            inner ->
                Arbitraries.oneOf(
                    inner.list().ofMaxSize(4).map(list -> Node.unplacedList(ORIGIN, 0, 0, list)),
                    Arbitraries.maps(keys, inner)
                        .ofMaxSize(4)
                        .map(map -> Node.unplacedMap(ORIGIN, 0, 0, map))),
            0,
            4)
        .map(node -> node.placed(""));
  }

  private boolean isWhole(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  @Property(seed = "1", tries = 2000)
  void canonicalYamlReadsBackEqualAndIsWrittenTheSame(@ForAll("trees") Node tree) {
    String yaml = tree.toYaml();
    Parsed<Node> back = Node.parse(yaml, ORIGIN);
    assertThat(back.reason()).isEmpty();
    assertThat(back.value()).isEqualTo(tree);
    assertThat(back.value().toYaml()).isEqualTo(yaml);
  }

  @Property(seed = "1", tries = 1000)
  void jsonReadsBackEqual(@ForAll("trees") Node tree) {
    Document back = Document.parse(tree.toJson(), "a.json");
    assertThat(back.problems()).isEmpty();
    assertThat(back.root()).isEqualTo(tree);
  }

  @Property(seed = "1", tries = 1000)
  void everyDescendantIsFoundByItsPath(@ForAll("trees") Node tree) {
    for (Node child : tree.items()) {
      assertThat(tree.find(Node.steps(child.path()).value()).value()).isSameAs(child);
    }
  }

  @Property(seed = "1", tries = 1000)
  void noTextMakesReadingThrow(@ForAll @StringLength(max = 60) String text) {
    assertThat(Document.parse(text, "a.yaml").root()).isNotNull();
    assertThat(Document.parse(text, "a.json").root()).isNotNull();
    assertThat(Csv.parse(text, "a.csv", Csv.Limits.DEFAULT).rows()).isNotNull();
    assertThat(Quantity.change(text)).isNotNull();
    assertThat(Node.steps(text)).isNotNull();
  }

  @Property(seed = "1", tries = 2000)
  void noShortTextOfYamlsOwnCharactersMakesReadingThrow(@ForAll("yamlish") String text) {
    Document yaml = Document.parse(text, "a.yaml");
    assertThat(Document.parse(text, "a.json").root()).isNotNull();
    if (yaml.isSound()) {
      assertThat(Document.parse(yaml.root().toYaml(), "b.yaml").root()).isEqualTo(yaml.root());
    }
    for (Problem problem : yaml.problems()) {
      assertThat(problem.message()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<String> yamlish() {
    return Arbitraries.strings().withChars("ab: -?[]{},&*!|>'\"%@#\n\t0.~<=").ofMaxLength(16);
  }

  @Property(seed = "1")
  void doublingAndHalvingIsNoChange(
      @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal number,
      @ForAll("units") String unit) {
    String text = number.toPlainString() + unit;
    String doubled = Quantity.apply(text, Quantity.change("x2")).value();
    String back = Quantity.apply(doubled, Quantity.change("x0.5")).value();
    assertThat(Amount.of(back).number()).isEqualByComparingTo(Amount.of(text).number());
    assertThat(Quantity.apply(back, Quantity.change("x1")).value()).isEqualTo(back);
  }

  @Property(seed = "1")
  void addingAndSubtractingIsNoChange(
      @ForAll @BigRange(min = "0", max = "1000000") @Scale(4) BigDecimal number,
      @ForAll @BigRange(min = "0", max = "1000000") @Scale(4) BigDecimal by) {
    String text = number.toPlainString() + " days";
    String more = Quantity.apply(text, Quantity.change("+" + by.toPlainString())).value();
    String back = Quantity.apply(more, Quantity.change("-" + by.toPlainString())).value();
    assertThat(Amount.of(back).number()).isEqualByComparingTo(number);
  }

  @Property(seed = "1")
  void numbersAreReadAsTheDoubleThatTheyAre(
      @ForAll @BigRange(min = "-1000000000", max = "1000000000") @Scale(8) BigDecimal number) {
    assertThat(Quantity.number(number.toPlainString()).value()).isEqualTo(number.doubleValue());
    assertThat(Quantity.fraction(number.toPlainString() + "%").value())
        .isEqualTo(number.movePointLeft(2).doubleValue());
  }

  @Property(seed = "1")
  void moneyIsExactToTheCent(
      @ForAll @BigRange(min = "-1e12", max = "1e12") @Scale(2) BigDecimal m) {
    assertThat(Quantity.money("USD " + m.toPlainString()).value().cents())
        .isEqualTo(m.movePointRight(2).longValueExact());
  }

  @Property(seed = "1")
  void jsonNumbersReadBackAsTheSameDouble(@ForAll double value) {
    assertThat(Double.parseDouble(Json.number(value))).isEqualTo(value);
  }

  @Property(seed = "1", tries = 1000)
  void tablesReadBackEqual(@ForAll @Size(max = 5) List<@Size(3) List<String>> rows) {
    String text = Csv.write(List.of("a", "b", "c"), rows);
    Csv csv = Csv.parse(text, "a.csv", Csv.Limits.DEFAULT);
    assertThat(csv.problems()).isEmpty();
    List<List<String>> expected =
        rows.stream().map(row -> row.stream().map(this::neutral).toList()).toList();
    assertThat(csv.rows().stream().map(Csv.Row::cells).toList()).isEqualTo(expected);
  }

  private String neutral(String cell) {
    boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    return formula && Quantity.number(cell).isBad() ? "'" + cell : cell;
  }
}
