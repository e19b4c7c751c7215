package io.salestwin.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTest {

  @TempDir Path folder;

  private static Node yaml(String text) {
    Document document = Document.parse(text, "a.yaml");
    assertThat(document.problems()).isEmpty();
    return document.root();
  }

  private static String onlyProblem(String text) {
    return onlyProblem(text, "a.yaml");
  }

  private static String onlyProblem(String text, String name) {
    Document document = Document.parse(text, name);
    assertThat(document.problems()).hasSize(1);
    assertThat(document.isSound()).isFalse();
    return document.problems().get(0).toString();
  }

  @Test
  void everyScalarKeepsItsTextAsWritten() {
    Node root =
        yaml(
            "on: yes\noff: no\na: 2027-01-01\nb: 1_000\nc: 0x1F\nd: 1:30\ne: 012\nf: 1e3\n"
                + "g: 2027-12-24..2027-12-31\nh: +0.4\ni: 26%\nj: .inf\n2027-01-01: 7\nk: true\n");
    assertThat(root.keys())
        .containsExactly(
            "on", "off", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "2027-01-01", "k");
    assertThat(root.items().stream().map(Node::text))
        .containsExactly(
            "yes",
            "no",
            "2027-01-01",
            "1_000",
            "0x1F",
            "1:30",
            "012",
            "1e3",
            "2027-12-24..2027-12-31",
            "+0.4",
            "26%",
            ".inf",
            "7",
            "true");
    assertThat(root.items()).noneMatch(Node::isQuoted).noneMatch(Node::isNull);
  }

  @Test
  void quotesTellATextFromNothing() {
    Node root = yaml("a: \"null\"\nb: null\nc:\nd: ~\ne: ''\n");
    assertThat(root.get("a").isNull()).isFalse();
    assertThat(root.get("a").text()).isEqualTo("null");
    assertThat(root.get("b").isNull()).isTrue();
    assertThat(root.get("c").isNull()).isTrue();
    assertThat(root.get("d").isNull()).isTrue();
    assertThat(root.get("e").isNull()).isFalse();
  }

  @Test
  void everyNodeKnowsItsLineAndPath() {
    Node root =
        yaml(
            "stages:\n  - name: Discovery\n    advance: 26%\n  - lose:\n      no fit: 60%\n"
                + "targets: {2027.Q1: 2.4M}\n");
    Node advance = root.get("stages").items().get(0).get("advance");
    assertThat(advance.path()).isEqualTo("stages.Discovery.advance");
    assertThat(advance.line()).isEqualTo(3);
    assertThat(advance.column()).isEqualTo(5);
    assertThat(advance.file()).isEqualTo("a.yaml");
    Node lose = root.get("stages").items().get(1).get("lose");
    assertThat(lose.path()).isEqualTo("stages[1].lose");
    assertThat(lose.line()).isEqualTo(4);
    assertThat(lose.get("no fit").path()).isEqualTo("stages[1].lose.no fit");
    assertThat(root.get("targets").get("2027.Q1").path()).isEqualTo("targets.\"2027.Q1\"");
  }

  @Test
  void elementsWithTheSameNameAreAddressedByTheirPlace() {
    Node list = yaml("a: [{name: x, v: 1}, {name: x, v: 2}, {name: y, v: 3}]").get("a");
    assertThat(list.items().stream().map(Node::path)).containsExactly("a[0]", "a[1]", "a.y");
  }

  @Test
  void jsonGivesTheSameTree() {
    Node json = Document.parse("{\"a\": [1, 2.50, \"x\", null, true]}", "a.json").root();
    assertThat(json).isEqualTo(yaml("a: [1, 2.50, x, null, true]"));
    assertThat(json.get("a").items().get(1).text()).isEqualTo("2.50");
  }

  @Test
  void anEmptyFileIsAProblem() {
    assertThat(onlyProblem("")).contains("a.yaml: the file is empty");
    assertThat(onlyProblem("# only a comment\n")).contains("the file is empty");
    assertThat(onlyProblem("", "a.json")).contains("the file is empty");
  }

  @Test
  void brokenYamlIsToldInPlainWords() {
    assertThat(onlyProblem("a:\n\tb: 1\n"))
        .isEqualTo("a.yaml:2: a tab is used for indentation; use spaces");
    assertThat(onlyProblem("a: 1\nb: [1, 2\n")).contains("not closed");
    assertThat(onlyProblem("a: {b: 1\n")).contains("not closed");
    assertThat(onlyProblem("a: \"b\n")).startsWith("a.yaml:1: a quote is opened here");
    assertThat(onlyProblem("a: b: c\n")).contains("a.yaml:1: a colon stands where none can be");
    assertThat(onlyProblem("a: 1\n b: 2\n")).contains("a.yaml:2: ");
    assertThat(onlyProblem("a: @b\n")).contains("put the value in quotes");
    assertThat(onlyProblem("a: b\n---\nc: d\n")).contains("a second document begins");
    assertThat(onlyProblem("a: 1\nb: \u0001\n"))
        .contains("a.yaml:2: the character U+0001 is not allowed");
    assertThat(onlyProblem("]")).contains("a.yaml:1: ");
  }

  @Test
  void brokenJsonIsToldWithItsLine() {
    assertThat(onlyProblem("{\"a\": 1,\n \"b\": }", "a.json")).startsWith("a.json:2: this is not");
    assertThat(onlyProblem("{\"a\": [1,", "a.json")).contains("not valid JSON");
    assertThat(onlyProblem("{} {}", "a.json")).contains("something follows the end");
    assertThat(onlyProblem("{a: 1}", "a.json")).contains("not valid JSON");
    assertThat(onlyProblem("{\"a\": NaN}", "a.json")).contains("not valid JSON");
    assertThat(onlyProblem("{\"a\": 1, \"a\": 2}", "a.json")).contains("given twice");
  }

  @Test
  void aKeyGivenTwiceNamesBothLines() {
    assertThat(onlyProblem("a: 1\nb: 2\na: 3\n"))
        .isEqualTo("a.yaml:3: the key \"a\" is given twice, in lines 1 and 3; keep one of the two");
  }

  @Test
  void anchorsAliasesTagsAndMergesAreRefused() {
    Document document = Document.parse("a: &x {b: 1}\nc: *x\nd: {<<: *x}\n", "a.yaml");
    assertThat(document.problems().stream().map(Problem::toString))
        .anyMatch(p -> p.contains("a.yaml:1: the anchor &x is not allowed"))
        .anyMatch(p -> p.contains("a.yaml:2: the alias *x is not allowed"))
        .anyMatch(p -> p.contains("merging with << is not allowed"));
    assertThat(onlyProblem("a: !!javax.script.ScriptEngineManager [x]\n"))
        .contains("the tag \"!!javax.script.ScriptEngineManager\" is not allowed");
    assertThat(onlyProblem("a: !!binary aGk=\n")).contains("the tag \"!!binary\"");
    assertThat(onlyProblem("a: !own x\n")).contains("the tag \"!own\"");
  }

  @Test
  void oddKeysAreRefused() {
    assertThat(onlyProblem("? [a, b]\n: 1\n")).contains("a key is a list");
    assertThat(onlyProblem("? {a: b}\n: 1\n")).contains("a key is a mapping");
    assertThat(onlyProblem("a: {{x}}\n")).contains("a key is a mapping");
    assertThat(onlyProblem("'': 1\n")).contains("a key is empty");
  }

  @Test
  void depthAndSizeAreLimited() {
    assertThat(onlyProblem("[".repeat(100_000))).contains("more than 64 levels deep");
    assertThat(onlyProblem("[".repeat(100_000), "a.json")).contains("more than 64 levels deep");
    assertThat(onlyProblem("{a: ".repeat(100_000))).contains("more than 64 levels deep");
    assertThat(onlyProblem("- ".repeat(100_000))).contains("more than 64 levels deep");
    assertThat(yaml("[".repeat(63) + "1" + "]".repeat(63)).isList()).isTrue();
    assertThat(onlyProblem("a".repeat((int) Document.MAX_BYTES + 1))).contains("larger than 4 MiB");
    assertThat(onlyProblem("[" + "1,".repeat(600_000) + "1]", "a.json"))
        .contains("more than 500000 values");
  }

  @Test
  void filesThatCannotBeReadAreProblems() throws IOException {
    assertThat(problemOf(folder.resolve("none.yaml"))).contains("there is no such file");
    assertThat(problemOf(folder)).contains("this is a folder");
    assertThat(problemOf(file(new byte[] {'a', ':', ' ', 0, 1, 2}))).contains("not a text file");
    byte[] latin = "a: 1\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(problemOf(file(latin))).contains(":2: a character is not UTF-8");
    byte[] utf16 = "a: 1".getBytes(StandardCharsets.UTF_16);
    assertThat(problemOf(file(utf16))).contains("UTF-16");
    assertThat(problemOf(file(new byte[(int) Document.MAX_BYTES + 1]))).contains("4 MiB");
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsDoNoHarm() throws IOException {
    byte[] bytes = "\uFEFFa: 1\r\nb: caf\u00e9\r\n".getBytes(StandardCharsets.UTF_8);
    Document document = Document.read(file(bytes));
    assertThat(document.problems()).isEmpty();
    assertThat(document.root().get("b").text()).isEqualTo("caf\u00e9");
    assertThat(document.root().keys()).containsExactly("a", "b");
  }

  @Test
  void halfACharacterIsRefused() {
    assertThat(onlyProblem("{\"a\": \"\\ud800\"}", "a.json")).contains("half a character");
    assertThat(onlyProblem("a: \"\\ud800\"\n")).contains("a.yaml:1: ");
  }

  @Test
  void aBrokenDocumentStillHasARoot() {
    assertThat(Document.parse("a: [", "a.yaml").root().isMap()).isTrue();
  }

  @Test
  void theExampleOfThePackageHolds() {
    Document document = Document.parse("stages: [{name: Discovery, advance: 1.2}]", "saas.yaml");
    Problems problems = new Problems();
    problems.addAll(document.problems());
    Node advance = document.root().find(List.of("stages", "Discovery", "advance")).value();
    problems.read(advance, Quantity::probability, 0.5);
    assertThat(problems.list().get(0).toString())
        .isEqualTo(
            "saas.yaml:1: stages.Discovery.advance: 1.2 is not a probability; "
                + "give a number from 0 to 1, or a percentage");
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file.yaml"), bytes);
  }

  private static String problemOf(Path file) {
    Document document = Document.read(file);
    assertThat(document.problems()).hasSize(1);
    return document.problems().get(0).toString();
  }
}
