package io.salestwin.planning.territory;

import io.salestwin.document.Csv;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.document.Quantity;
import io.salestwin.document.Suggestion;
import io.salestwin.planning.territory.Columns.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Reads accounts: one row each, with its place among the territories of today. */
final class AccountFile {

  static final List<String> PARTS =
      List.of("firmographic", "technographic", "intent", "relationship");

  private static final double MOST_CENTS = 1e15;
  private static final double MOST_HOURS = 100_000;
  private static final double FULL_PART = 25;

  static final List<Meaning> MEANINGS =
      List.of(
          Meaning.needed("id", "accountid", "accountnumber", "accountno", "customerid", "crmid"),
          Meaning.of("name", "accountname", "account", "company", "companyname", "customer"),
          Meaning.needed(
              "potential",
              "potentialperyear",
              "annualpotential",
              "tam",
              "accounttam",
              "totaladdressablemarket",
              "wallet",
              "opportunity"),
          Meaning.of("firmographic", "firmographics", "firmographicscore", "firmographicfit"),
          Meaning.of("technographic", "technographics", "technographicscore", "technographicfit"),
          Meaning.of("intent", "intentscore", "buyingintent", "intentsignals"),
          Meaning.of("relationship", "relationships", "relationshipscore", "engagement"),
          Meaning.of("score", "accountscore", "totalscore"),
          Meaning.of("hours", "workload", "workloadhours", "hoursperyear", "effort", "work"),
          Meaning.of("region", "geography", "geo", "area", "billingregion", "country", "state"),
          Meaning.of("industry", "vertical", "sector"),
          Columns.LATITUDE,
          Columns.LONGITUDE,
          Meaning.of(
              "owner", "accountowner", "ownername", "rep", "salesrep", "seller", "presentowner"),
          Meaning.of(
              "territory", "patch", "salesterritory", "presentterritory", "currentterritory"),
          Meaning.of("locked", "lock", "fixed", "keep", "grandfathered", "named", "protected"),
          Meaning.of(
              "inFlight",
              "opendeal",
              "opendeals",
              "openopportunity",
              "openopportunities",
              "dealinflight"));

  private final Columns columns;
  private final List<Patch> patches;
  private final Map<String, Integer> patchOfRep = new LinkedHashMap<>();
  private final Map<String, Integer> patchByName = new LinkedHashMap<>();
  private final Map<String, Integer> lineOf = new LinkedHashMap<>();
  private final Map<String, Integer> gone = new TreeMap<>();
  private final List<Account> accounts = new ArrayList<>();

  private AccountFile(Columns columns, List<Patch> patches) {
    this.columns = columns;
    this.patches = patches;
    for (int t = 0; t < patches.size(); t++) {
      patchByName.put(patches.get(t).name(), t);
      for (String rep : patches.get(t).reps()) {
        patchOfRep.put(rep, t);
      }
    }
  }

  /** What was read: the good rows, and the names of owners who are not among the reps. */
  record Read(List<Account> accounts, List<String> notes) {}

  static Read read(Csv table, Columns columns, List<Patch> patches, List<Problem> problems) {
    AccountFile file = new AccountFile(columns, patches);
    for (Csv.Row row : table.rows()) {
      RowReader reader = new RowReader(table, row, columns);
      Account account = file.account(reader);
      problems.addAll(reader.problems());
      if (reader.problems().isEmpty()) {
        file.accounts.add(account);
      }
    }
    return new Read(List.copyOf(file.accounts), file.notes());
  }

  private Account account(RowReader row) {
    String id = row.name("id");
    Integer earlier = lineOf.putIfAbsent(id, row.line());
    if (earlier != null && !id.isEmpty()) {
      row.error("id", "\"" + id + "\" is there twice", "the other is in line " + earlier);
    }
    OptionalDouble potential = row.number("potential", AccountFile::cents, 0, MOST_CENTS);
    OptionalDouble score = score(row);
    OptionalDouble hours = row.number("hours", Quantity::number, 0, MOST_HOURS);
    boolean locked = row.flag("locked");
    boolean inFlight = row.flag("inFlight");
    int patch = patch(row, locked);
    return new Account(
        id,
        row.text("name").isEmpty() ? id : row.text("name"),
        row.line(),
        score,
        Math.round(potential.orElse(0)),
        hours,
        row.text("region"),
        row.text("industry"),
        row.text("owner"),
        patch,
        row.position(),
        locked,
        inFlight);
  }

  private static Parsed<Double> cents(String text) {
    return Quantity.money(text).map(money -> (double) money.cents());
  }

  /** The four parts together where the file has them, else the score that it has. */
  private OptionalDouble score(RowReader row) {
    if (PARTS.stream().noneMatch(columns::has)) {
      return row.number("score", Quantity::number, 0, PARTS.size() * FULL_PART);
    }
    double sum = 0;
    for (String part : PARTS) {
      sum += row.number(part, Quantity::number, 0, FULL_PART).orElse(0);
    }
    return OptionalDouble.of(sum);
  }

  private int patch(RowReader row, boolean locked) {
    String owner = row.text("owner");
    String territory = row.text("territory");
    Integer ofOwner = patchOfRep.get(owner);
    Integer named = patchByName.get(territory);
    if (ofOwner != null && named != null && !ofOwner.equals(named)) {
      row.error(
          "territory",
          "the owner " + owner + " works " + patches.get(ofOwner).name() + ", not " + territory,
          "correct the owner or the territory");
    }
    Integer patch = named != null ? named : ofOwner;
    String missing = patch != null ? "" : owner.isEmpty() ? territory : owner;
    if (!missing.isEmpty()) {
      gone.merge(missing, 1, Integer::sum);
    }
    if (locked && patch == null) {
      row.error(
          "locked",
          "the account is locked, but "
              + (missing.isEmpty() ? "nobody has it" : missing + " is not among the reps"),
          "name one of the reps as its owner, or unlock it");
    }
    return patch == null ? -1 : patch;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    List<String> known = new ArrayList<>(patchOfRep.keySet());
    known.addAll(patchByName.keySet());
    gone.forEach(
        (name, count) -> {
          String hint = Suggestion.didYouMean(name, known);
          notes.add(
              name
                  + " is not among the reps: "
                  + (count == 1 ? "1 account gets" : count + " accounts get")
                  + " a new home"
                  + (hint.isEmpty() ? "" : " (" + hint + ")"));
        });
    return List.copyOf(notes);
  }
}
