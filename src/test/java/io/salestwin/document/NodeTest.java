package io.salestwin.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeTest {

  private final Node root =
      Document.parse(
              "roles:\n  AE: {headcount: 12}\nstages:\n  - {name: Discovery, advance: 26%}\n"
                  + "lose: {no fit: 60%, v1.2: x}\nseason:\n",
              "a.yaml")
          .root();

  private static Node value(String text) {
    return Node.parse(text, "--set x=" + text).value();
  }

  private static List<String> steps(String path) {
    return Node.steps(path).value();
  }

  @Test
  void aReplacedValueNamesItsOriginAndTheRestKeepsItsPosition() {
    Node changed = root.with(steps("stages.Discovery.advance"), value("30%")).value();
    Node advance = changed.find(steps("stages.Discovery.advance")).value();
    assertThat(advance.text()).isEqualTo("30%");
    assertThat(advance.path()).isEqualTo("stages.Discovery.advance");
    assertThat(Problem.error(advance, "wrong", ""))
        .hasToString("--set x=30%: stages.Discovery.advance: wrong");
    Node untouched = changed.find(steps("roles.AE.headcount")).value();
    assertThat(untouched).isSameAs(root.find(steps("roles.AE.headcount")).value());
    assertThat(root.find(steps("stages.Discovery.advance")).value().text()).isEqualTo("26%");
  }

  @Test
  void aSubtreeTakesThePathsOfItsPlace() {
    Node changed = root.with(steps("roles.AE.ramp"), value("{curve: [0, 25%]}")).value();
    Node last = changed.find(steps("roles.AE.ramp.curve[1]")).value();
    assertThat(last.path()).isEqualTo("roles.AE.ramp.curve[1]");
    assertThat(last.line()).isZero();
  }

  @Test
  void missingMappingsAreMadeOnTheWay() {
    Node changed = root.with(steps("season.arrivals.nov"), value("1.15")).value();
    assertThat(changed.find(steps("season.arrivals.nov")).value().text()).isEqualTo("1.15");
    assertThat(changed.get("season").line()).isZero();
  }

  @Test
  void keysWithSpacesAndDotsAreSteps() {
    assertThat(root.find(List.of("lose", "no fit")).value().text()).isEqualTo("60%");
    assertThat(root.find(steps("lose.no fit")).value().text()).isEqualTo("60%");
    assertThat(root.find(steps("lose.\"v1.2\"")).value().text()).isEqualTo("x");
    assertThat(steps("a.\"x.y \\\"z\\\"\".c[3][0].d"))
        .containsExactly("a", "x.y \"z\"", "c", "[3]", "[0]", "d");
  }

  @Test
  void pathsThatMakeNoSenseAreRefused() {
    for (String bad : List.of("", "a..b", "a.", ".a", "a[b]", "a[", "a.\"b", "a.\"b\"c", " .a")) {
      assertThat(Node.steps(bad).isBad()).as(bad).isTrue();
    }
  }

  @Test
  void aPathThatNamesNothingGivesTheNearestName() {
    Parsed<Node> missing = root.find(steps("stages.Discvery.advance"));
    assertThat(missing.reason()).isEqualTo("stages has no \"Discvery\"");
    assertThat(missing.advice()).isEqualTo("did you mean \"Discovery\"?");
    assertThat(root.find(steps("roles.AE.headcount.x")).isBad()).isTrue();
    assertThat(root.with(steps("roles.AE.headcount.x"), value("1")).reason())
        .isEqualTo("roles.AE.headcount is \"12\" and has no part \"x\"");
    assertThat(root.with(steps("stages.Demo.advance"), value("1")).isBad()).isTrue();
  }

  @Test
  void aListTakesANewElementAtItsEnd() {
    Node demo = value("{name: Demo, advance: 50%}");
    Node changed = root.with(steps("stages.Demo"), demo).value();
    assertThat(changed.find(steps("stages.Demo.advance")).value().path())
        .isEqualTo("stages.Demo.advance");
    assertThat(root.with(steps("stages[1]"), demo).value()).isEqualTo(changed);
    assertThat(root.with(steps("stages[2]"), demo).isBad()).isTrue();
  }

  @Test
  void aDescendantCanBeTakenOut() {
    Node changed = root.without(steps("lose.no fit")).value();
    assertThat(changed.get("lose").keys()).containsExactly("v1.2");
    assertThat(root.without(steps("stages.Discovery")).value().get("stages").items()).isEmpty();
    assertThat(root.without(steps("lose.nofit")).advice()).isEqualTo("did you mean \"no fit\"?");
    assertThatThrownBy(() -> root.without(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRenamedElementChangesThePathsOfItsNeighbours() {
    Node list = value("[{name: a}, {name: a}]");
    Node changed = list.with(steps("[1].name"), value("b")).value();
    assertThat(changed.items().stream().map(Node::path)).containsExactly("a", "b");
  }

  @Test
  void anOverrideThatIsBrokenNamesItself() {
    Parsed<Node> broken = Node.parse("{lognormal: {median: 3 days}", "--set x=...");
    assertThat(broken.reason()).contains("{lognormal").contains("not closed");
    for (String text : List.of("14", "30%", "x1.2", "+2", "+5pp", "-10%", "until 2027-12-31")) {
      assertThat(value(text).text()).isEqualTo(text);
    }
    assertThat(value("").isNull()).isTrue();
  }

  @Test
  void canonicalYamlIsBlockStyleAndReadsBackEqual() {
    String yaml = root.toYaml();
    assertThat(yaml)
        .isEqualTo(
            "roles:\n  AE:\n    headcount: 12\nstages:\n- name: Discovery\n  advance: 26%\n"
                + "lose:\n  no fit: 60%\n  v1.2: x\nseason: null\n");
    assertThat(Document.parse(yaml, "b.yaml").root()).isEqualTo(root);
    assertThat(Document.parse(root.toJson(), "b.json").root()).isEqualTo(root);
  }

  @Test
  void jsonKeepsNumbersAndQuotesUnits() {
    assertThat(value("{a: 1.50, b: 45 days, c: true, d: 012, e: '7', f: [], g: {}, h: }").toJson())
        .isEqualTo(
            "{\n  \"a\": 1.50,\n  \"b\": \"45 days\",\n  \"c\": true,\n  \"d\": \"012\",\n"
                + "  \"e\": \"7\",\n  \"f\": [],\n  \"g\": {},\n  \"h\": null\n}\n");
  }

  @Test
  void theTextOfAListIsAMistakeOfTheProgram() {
    assertThatThrownBy(() -> root.get("stages").text())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stages");
  }

  @Test
  void allUnknownKeysAreToldWithTheNearestName() {
    Problems problems = new Problems();
    Node map = Document.parse("hedcount: 1\nquota: 2\nzzzzzz: 3\n", "a.yaml").root();
    assertThat(problems.onlyKeys(map, List.of("headcount", "quota"))).isFalse();
    List<String> told = new ArrayList<>();
    problems.list().forEach(problem -> told.add(problem.toString()));
    assertThat(told)
        .containsExactly(
            "a.yaml:1: hedcount: unknown key \"hedcount\"; did you mean \"headcount\"?",
            "a.yaml:3: zzzzzz: unknown key \"zzzzzz\"; allowed are headcount, quota");
  }

  @Test
  void aListWhereOneValueIsWantedIsAnErrorWithAdvice() {
    Problems problems = new Problems();
    double p = problems.read(root.get("stages"), Quantity::probability, 0.5);
    assertThat(p).isEqualTo(0.5);
    assertThat(problems.list().get(0).toString())
        .isEqualTo(
            "a.yaml:3: stages: expected one value, but found a list; "
                + "give a number from 0 to 1, or a percentage");
  }

  @Test
  void messagesHoldNoControlCharacters() {
    Problem problem = Problem.error(root, "a\u001b[31m\nb\u202e", "");
    assertThat(problem.message()).isEqualTo("a\uFFFD[31m b\uFFFD");
    assertThat(Problem.warning(root, "odd", "look")).hasToString("a.yaml:1: warning: odd; look");
  }

  @Test
  void suggestionsIgnoreCaseAndAreNullWhenNothingIsNear() {
    List<String> names = List.of("Qualification", "Discovery", "Proposal", "AE");
    assertThat(Suggestion.nearest("qualifcation", names)).isEqualTo("Qualification");
    assertThat(Suggestion.nearest("Disocvery", names)).isEqualTo("Discovery");
    assertThat(Suggestion.nearest("ae", names)).isEqualTo("AE");
    assertThat(Suggestion.nearest("zebra crossing", names)).isNull();
    assertThat(Suggestion.nearest("x", names)).isNull();
    assertThat(Suggestion.nearest("", names)).isNull();
    assertThat(Suggestion.distance("abcd", "acbd")).isEqualTo(1);
    assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
  }
}
