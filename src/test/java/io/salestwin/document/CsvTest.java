package io.salestwin.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

  private static Csv read(String text) {
    return Csv.parse(text, "deals.csv", Csv.Limits.DEFAULT);
  }

  private static List<String> told(Csv csv) {
    return csv.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void quotesLineBreaksAndWindowsLineEndsAreRead() {
    Csv csv = read("\uFEFFid,note\r\n1,\"a \"\"b\"\", c\r\nd\"\r\n\r\n2,\r\n");
    assertThat(csv.problems()).isEmpty();
    assertThat(csv.header()).containsExactly("id", "note");
    assertThat(csv.rows())
        .containsExactly(
            new Csv.Row(2, List.of("1", "a \"b\", c\r\nd")), new Csv.Row(5, List.of("2", "")));
    assertThat(csv.column("note")).isEqualTo(1);
    assertThat(csv.column("none")).isEqualTo(-1);
  }

  @Test
  void semicolonsAndTabsAreRecognised() {
    assertThat(read("a;b\n1,5;2\n").rows().get(0).cells()).containsExactly("1,5", "2");
    assertThat(read("a\tb\n1,5\t2").rows().get(0).cells()).containsExactly("1,5", "2");
    assertThat(read("\"a;b\",c\n1,2\n").header()).containsExactly("a;b", "c");
  }

  @Test
  void everyBadRowIsTold() {
    Csv csv = read("a,b\n1\n1,2\n1,2,3\n\"x\"y,2\nx\"y,2\n1,\"open\n\n");
    assertThat(csv.rows()).containsExactly(new Csv.Row(3, List.of("1", "2")));
    assertThat(told(csv))
        .containsExactly(
            "deals.csv:2: the row has 1 cells, but the header has 2; "
                + "correct the row; it was left out",
            "deals.csv:4: the row has 3 cells, but the header has 2; "
                + "correct the row; it was left out",
            "deals.csv:5: something follows a closing quote; correct the row; it was left out",
            "deals.csv:6: a quote stands within a cell that does not begin with one; "
                + "correct the row; it was left out",
            "deals.csv:7: a quote is opened and not closed before the end of the file; "
                + "correct the row; it was left out");
  }

  @Test
  void manyBadRowsAreCounted() {
    Csv csv = read("a,b\n" + "1\n".repeat(250));
    assertThat(csv.problems()).hasSize(101);
    assertThat(told(csv).get(100)).contains("150 more rows");
  }

  @Test
  void headersAndSizesAreChecked(@TempDir Path folder) {
    assertThat(told(read("a,a,\n"))).hasSize(2);
    assertThat(told(read("")))
        .containsExactly(
            "deals.csv: the table is empty; write the names of the columns into the first line");
    Csv.Limits small = new Csv.Limits(1000, 1, 2, 3);
    assertThat(told(Csv.parse("a,b\n1,2\n3,4\n", "x.csv", small)).get(0)).contains("more than 1 r");
    assertThat(told(Csv.parse("a,b\n1,2345\n", "x.csv", small)).get(0)).contains("longer than 3");
    assertThat(told(Csv.parse("a,b,c\n", "x.csv", small)).get(0)).contains("more than 2 columns");
    assertThat(told(Csv.parse("a".repeat(1001), "x.csv", small)).get(0)).contains("1000 bytes");
    assertThat(told(Csv.read(folder.resolve("none.csv"), small)).get(0)).contains("no such file");
  }

  @Test
  void formulasAreNeutralisedAndNumbersAreNot() {
    assertThat(
            Csv.write(
                List.of("a", "b"),
                List.of(
                    List.of("=1+1", "-5"),
                    List.of("@SUM(A1)", "+0.4"),
                    List.of("+cmd|x", "-2+3"),
                    List.of("\tx", "a,b"),
                    List.of("say \"hi\"", ""))))
        .isEqualTo(
            "a,b\n'=1+1,-5\n'@SUM(A1),+0.4\n'+cmd|x,'-2+3\n\"'\tx\",\"a,b\"\n"
                + "\"say \"\"hi\"\"\",\n");
    assertThatThrownBy(() -> Csv.write(List.of("a"), List.of(List.of("1", "2"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
