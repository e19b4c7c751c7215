package io.salestwin.planning.territory;

import io.salestwin.document.Csv;
import io.salestwin.document.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Accounts and territories as their files give them. Every row is either among the accounts or
 * among the bad rows, each with its line and what to do: none is lost.
 *
 * @param accounts those whose rows can be used
 * @param patches the territories, in the order of their file
 * @param columns what each column of the accounts was taken for: meaning to the column's name
 * @param unused columns of the accounts that mean nothing here
 * @param notes what was assumed, for people
 * @param problems what makes the files unusable as a whole
 * @param badRows what is wrong with single rows of accounts, in the order of the file; they are
 *     left out of the accounts
 */
public record TerritoryFiles(
    List<Account> accounts,
    List<Patch> patches,
    Map<String, String> columns,
    List<String> unused,
    List<String> notes,
    List<Problem> problems,
    List<Problem> badRows) {

  /** More would be no plan for people. */
  private static final int MOST_PATCHES = 2_000;

  /** Accounts times territories: what is kept in memory and searched. */
  private static final long MOST_PLACES = 20_000_000;

  /** Copies the lists. */
  public TerritoryFiles {
    accounts = List.copyOf(accounts);
    patches = List.copyOf(patches);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    unused = List.copyOf(unused);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
    badRows = List.copyOf(badRows);
  }

  /**
   * The meanings that a column of accounts can have.
   *
   * @return such as {@code potential}
   */
  public static List<String> accountMeanings() {
    return AccountFile.MEANINGS.stream().map(Columns.Meaning::name).toList();
  }

  /**
   * Understands tables.
   *
   * @param accounts the accounts: {@code id} and {@code potential}, and what else is known
   * @param reps the reps: {@code name} and {@code hours}, and what else is known
   * @param said which column of the accounts is what, where its name does not say it
   * @return what was read, with everything that is wrong
   */
  public static TerritoryFiles of(Csv accounts, Csv reps, Map<String, String> said) {
    List<Problem> problems = new ArrayList<>(reps.problems());
    List<Patch> patches = List.of();
    if (!reps.header().isEmpty()) {
      Columns columns = Columns.of(reps, PatchFile.MEANINGS, Map.of(), problems);
      if (problems.isEmpty()) {
        patches = PatchFile.read(reps, columns, problems);
      }
    }
    return of(accounts, patches, reps.name(), said, problems);
  }

  /**
   * Understands a table of accounts for territories that are known already.
   *
   * @param accounts the accounts
   * @param patches the territories
   * @param said which column of the accounts is what, where its name does not say it
   * @return what was read, with everything that is wrong
   */
  public static TerritoryFiles of(Csv accounts, List<Patch> patches, Map<String, String> said) {
    return of(accounts, patches, "the scenario", said, List.of());
  }

  private static TerritoryFiles of(
      Csv table, List<Patch> patches, String from, Map<String, String> said, List<Problem> known) {
    List<Problem> problems = new ArrayList<>(known);
    if (patches.size() < 2 && known.isEmpty()) {
      problems.add(problem(from, "there is only " + patches.size() + " territory to divide among"));
    }
    if (patches.size() > MOST_PATCHES) {
      problems.add(problem(from, "there are more than " + MOST_PATCHES + " territories"));
    }
    List<Problem> general = new ArrayList<>(table.problems());
    general.removeAll(table.leftOut());
    problems.addAll(general);
    if (table.header().isEmpty()) {
      return new TerritoryFiles(
          List.of(), patches, Map.of(), List.of(), List.of(), problems, List.of());
    }
    int before = problems.size();
    Columns columns = Columns.of(table, AccountFile.MEANINGS, said, problems);
    List<Problem> badRows = new ArrayList<>(table.leftOut());
    AccountFile.Read read = new AccountFile.Read(List.of(), List.of());
    if (problems.size() == before) {
      checkParts(table, columns, problems);
      read = AccountFile.read(table, columns, patches, badRows);
      checkSize(table, read.accounts(), badRows, patches, problems);
    }
    return new TerritoryFiles(
        read.accounts(),
        patches,
        columns.used(),
        columns.unused(),
        notes(read, patches),
        problems,
        inOrder(badRows));
  }

  /** What was read that does not count, and who is gone. */
  private static List<String> notes(AccountFile.Read read, List<Patch> patches) {
    List<String> notes = new ArrayList<>(read.notes());
    boolean placed = read.accounts().stream().anyMatch(account -> account.position().isPresent());
    if (placed && patches.stream().allMatch(patch -> patch.bases().isEmpty())) {
      notes.add(
          "accounts have positions, but no rep has: distances do not count; give the reps a"
              + " latitude and a longitude");
    }
    return notes;
  }

  /** Four parts make a score, or none. */
  private static void checkParts(Csv table, Columns columns, List<Problem> problems) {
    List<String> there = AccountFile.PARTS.stream().filter(columns::has).toList();
    if (!there.isEmpty() && there.size() < AccountFile.PARTS.size()) {
      List<String> missing = new ArrayList<>(AccountFile.PARTS);
      missing.removeAll(there);
      problems.add(
          new Problem(
              Problem.Severity.ERROR,
              table.name(),
              1,
              "",
              "a score has four parts, but no column is " + String.join(" or ", missing),
              "add what is missing, or give one column score instead"));
    }
  }

  private static void checkSize(
      Csv table,
      List<Account> accounts,
      List<Problem> badRows,
      List<Patch> patches,
      List<Problem> problems) {
    if ((long) accounts.size() * patches.size() > MOST_PLACES) {
      problems.add(
          problem(
              table.name(),
              accounts.size()
                  + " accounts for "
                  + patches.size()
                  + " territories are too many to divide at once"));
    }
    if (badRows.isEmpty() && accounts.size() < patches.size()) {
      problems.add(problem(table.name(), "there are fewer accounts than territories"));
    }
    if (badRows.isEmpty() && accounts.stream().allMatch(a -> a.potentialCents() == 0)) {
      problems.add(problem(table.name(), "no account has any potential"));
    }
  }

  private static Problem problem(String file, String message) {
    return new Problem(Problem.Severity.ERROR, file, 0, "", message, "give another file");
  }

  /** By line; several of one line in the order of finding. */
  private static List<Problem> inOrder(List<Problem> found) {
    Map<Integer, List<Problem>> byLine = new TreeMap<>();
    found.forEach(p -> byLine.computeIfAbsent(p.line(), line -> new ArrayList<>()).add(p));
    return byLine.values().stream().flatMap(List::stream).toList();
  }

  /**
   * How many rows of accounts cannot be used.
   *
   * @return the number of lines with a problem
   */
  public int badRowCount() {
    return (int) new TreeSet<>(badRows.stream().map(Problem::line).toList()).stream().count();
  }
}
