package io.salestwin.planning.territory;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Csv;
import io.salestwin.document.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerritoryFilesTest {

  private static final String REPS = "Rep;Selling hours;Region\nAna;1000;North|East\nBen;800;\n";

  @Test
  void namesOfColumnsAreRecognisedWhateverTheirSpelling() {
    TerritoryFiles files =
        files("Account ID,ACCOUNT_NAME,Tam,Account owner,Phone\n1,Alpha,1.2M,Ana,555\n2,,40k,,\n");
    assertThat(problems(files)).isEmpty();
    assertThat(files.columns())
        .isEqualTo(
            Map.of(
                "id",
                "Account ID",
                "name",
                "ACCOUNT_NAME",
                "potential",
                "Tam",
                "owner",
                "Account owner"));
    assertThat(files.unused()).containsExactly("Phone");
    assertThat(files.accounts()).extracting(Account::name).containsExactly("Alpha", "2");
    assertThat(files.accounts())
        .extracting(Account::potentialCents)
        .containsExactly(120_000_000L, 4_000_000L);
    assertThat(files.accounts()).extracting(Account::patch).containsExactly(0, -1);
  }

  @Test
  void aColumnMayBeNamed() {
    Csv accounts = csv("key,worth\na,1\nb,2\n", "accounts.csv");
    TerritoryFiles files =
        TerritoryFiles.of(
            accounts, csv(REPS, "reps.csv"), Map.of("id", "key", "potential", "worth"));
    assertThat(problems(files)).isEmpty();
    assertThat(files.accounts()).extracting(Account::id).containsExactly("a", "b");
  }

  @Test
  void whatIsMissingOrCanBeTakenInTwoWaysIsTold() {
    assertThat(problems(files("id,worth\n1,2\n")))
        .containsExactly(
            "accounts.csv:1: no column is potential; name one so, or say which it is: --column"
                + " potential=NAME; there are id, worth");
    assertThat(problems(files("id,potential,Potential\n1,2,3\n")))
        .containsExactly(
            "accounts.csv:1: the columns \"potential\" and \"Potential\" could both be potential;"
                + " say which: --column potential=NAME");
    assertThat(problems(files("id,potential,intent\n1,2,3\n2,2,3\n")))
        .containsExactly(
            "accounts.csv:1: a score has four parts, but no column is firmographic or"
                + " technographic or relationship; add what is missing, or give one column score"
                + " instead");
  }

  @Test
  void everyBadRowIsToldAndNoneIsLost() {
    TerritoryFiles files =
        files(
            "id,potential,score,locked,owner\n"
                + "1,10k,80,no,Ana\n"
                + "2,ten,101,perhaps,Ana\n"
                + "1,5k,10,no,Ben\n"
                + "4,1k,5\n"
                + "5,-3,5,yes,Robin\n"
                + "6,2k,5,,\n");
    assertThat(files.problems()).isEmpty();
    assertThat(files.badRows())
        .extracting(Problem::toString)
        .containsExactly(
            "accounts.csv:3: potential: ten is not an amount of money; give an amount such as"
                + " 24000, 52k, 2.4M or USD 95",
            "accounts.csv:3: score: 101 is out of range; give a number from 0 to 100",
            "accounts.csv:3: locked: \"perhaps\" is neither yes nor no; give yes or no",
            "accounts.csv:4: id: \"1\" is there twice; the other is in line 2",
            "accounts.csv:5: the row has 3 cells, but the header has 5; correct the row; it was"
                + " left out",
            "accounts.csv:6: potential: -3 is out of range; give a number of 0 or more",
            "accounts.csv:6: locked: the account is locked, but Robin is not among the reps; name"
                + " one of the reps as its owner, or unlock it");
    assertThat(files.badRowCount()).isEqualTo(4);
    assertThat(files.accounts()).extracting(Account::id).containsExactly("1", "6");
  }

  @Test
  void repsOfOneTerritoryShareIt() {
    String reps =
        "name,hours,territory,region,industry\nAna,1000,east,North,Health\nBen,500,west,,\n"
            + "Cleo,700,east,South,\n";
    TerritoryFiles files =
        TerritoryFiles.of(
            csv(
                "id,potential,owner,territory\n1,5,Cleo,\n2,5,,west\n3,5,Ana,west\n",
                "accounts.csv"),
            csv(reps, "reps.csv"),
            Map.of());
    assertThat(files.patches())
        .containsExactly(
            new Patch(
                "east",
                List.of("Ana", "Cleo"),
                List.of("North", "South"),
                List.of(),
                List.of(),
                1700),
            new Patch("west", List.of("Ben"), List.of(), List.of(), List.of(), 500));
    assertThat(files.accounts()).extracting(Account::patch).containsExactly(0, 1);
    assertThat(files.badRows())
        .extracting(Problem::toString)
        .containsExactly(
            "accounts.csv:4: territory: the owner Ana works east, not west; correct the owner or"
                + " the territory");
  }

  @Test
  void anOwnerWhoIsNotThereIsNamedWithTheNearest() {
    TerritoryFiles files = files("id,potential,owner\n1,5,Anna\n2,5,Anna\n3,5,Robin\n4,5,Ben\n");
    assertThat(files.notes())
        .containsExactly(
            "Anna is not among the reps: 2 accounts get a new home (did you mean \"Ana\"?)",
            "Robin is not among the reps: 1 account gets a new home");
  }

  @Test
  void badRepsAreToldToo() {
    TerritoryFiles files =
        TerritoryFiles.of(
            csv("id,potential\n1,5\n2,5\n", "accounts.csv"),
            csv("name,hours\nAna,1000\nAna,900\n,x\n", "reps.csv"),
            Map.of());
    assertThat(problems(files))
        .containsExactly(
            "reps.csv:3: name: \"Ana\" is there twice; the other is in line 2",
            "reps.csv:4: name: nothing is given; give each row its name",
            "reps.csv:4: hours: x is not a number; give a number such as 12 or 0.5");
  }

  private static TerritoryFiles files(String accounts) {
    return TerritoryFiles.of(csv(accounts, "accounts.csv"), csv(REPS, "reps.csv"), Map.of());
  }

  private static Csv csv(String text, String name) {
    return Csv.parse(text, name, Csv.Limits.DEFAULT);
  }

  private static List<String> problems(TerritoryFiles files) {
    return files.problems().stream().map(Problem::toString).toList();
  }
}
