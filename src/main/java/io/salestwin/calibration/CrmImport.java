package io.salestwin.calibration;

import io.salestwin.calibration.DataQuality.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An export of a CRM, read: its history, how it was understood, and what is odd about it.
 *
 * @param history the deals and their events
 * @param mapping how the export was understood
 * @param quality what is odd, with counts and examples
 * @param badRows rows that could not be used, in the order of finding; at most 100,000 of them
 * @param priceCents list prices by the names of the products as the deals have them; empty when the
 *     export has no price list
 * @param teams where owners belong, by their names as the deals have them; empty when the export
 *     does not say
 */
public record CrmImport(
    CrmHistory history,
    Mapping mapping,
    DataQuality quality,
    List<BadRow> badRows,
    Map<String, Long> priceCents,
    Map<String, Team> teams) {

  /** Copies. */
  public CrmImport {
    badRows = List.copyOf(badRows);
    priceCents = Map.copyOf(priceCents);
    teams = Map.copyOf(teams);
  }

  /**
   * Where an owner of deals belongs.
   *
   * @param manager who leads the owner; empty when not known
   * @param region where the owner works; empty when not known
   */
  public record Team(String manager, String region) {}

  /**
   * Reads an export.
   *
   * @param export a CSV file, an event log (CSV or XES), either also compressed as {@code .gz}; or
   *     a folder, of which the tables that are recognised are read
   * @param rules what a person says about it; {@link MappingRules#NONE} recognises everything
   * @param progress told what is being done, in words
   * @return what it says
   * @throws ImportProblem when it cannot be read; the message says what to do
   */
  public static CrmImport read(Path export, MappingRules rules, Consumer<String> progress) {
    List<Path> files = files(export);
    Path xes = files.size() == 1 && isXes(files.get(0)) ? files.get(0) : null;
    Findings findings = new Findings();
    try (Database database = Database.reading(files)) {
      return new Reading(database, rules, findings, progress).read(export, files, xes);
    }
  }

  /**
   * The files that are read of an export.
   *
   * @param export a file, or a folder
   * @return the file itself, or those of the folder that can be tables, by name
   * @throws ImportProblem when there is none
   */
  public static List<Path> files(Path export) {
    if (!Files.exists(export)) {
      throw new ImportProblem(
          export + ": there is no such file or folder; give the CRM's export, a file or a folder");
    }
    if (!Files.isDirectory(export)) {
      if (!Files.isRegularFile(export)) {
        throw new ImportProblem(
            export + ": this is a device or a pipe; save the export as a file and give that");
      }
      return List.of(export);
    }
    try (Stream<Path> inside = Files.list(export)) {
      List<Path> tables =
          inside
              .filter(Files::isRegularFile)
              .filter(file -> isTable(file) || isXes(file))
              .sorted(Comparator.comparing(file -> file.getFileName().toString()))
              .toList();
      if (tables.isEmpty()) {
        throw new ImportProblem(export + ": the folder has no .csv and no .xes file");
      }
      return tables.stream().anyMatch(CrmImport::isTable)
          ? tables.stream().filter(CrmImport::isTable).toList()
          : tables.subList(0, 1);
    } catch (IOException e) {
      throw new ImportProblem(export + ": the folder cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isTable(Path file) {
    return name(file).matches(".*\\.(csv|tsv|txt)(\\.gz)?");
  }

  private static boolean isXes(Path file) {
    return name(file).matches(".*\\.xes(\\.gz)?");
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  /** One reading of one export. */
  private static final class Reading {

    private final Database database;
    private final MappingRules rules;
    private final Findings findings;
    private final Consumer<String> progress;
    private final Outcomes outcomes;
    private final List<Mapping.Table> tables = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<Dialect.Kind, SourceTable> sources = new LinkedHashMap<>();
    private long rows;

    Reading(Database database, MappingRules rules, Findings findings, Consumer<String> progress) {
      this.database = database;
      this.rules = rules;
      this.findings = findings;
      this.progress = progress;
      outcomes = new Outcomes(rules);
    }

    CrmImport read(Path export, List<Path> files, Path xes) {
      if (xes != null) {
        return log(xes, null);
      }
      recognise(export, files);
      SourceTable deals = sources.get(Dialect.Kind.DEALS);
      if (deals != null) {
        return deals(deals);
      }
      SourceTable events =
          Stream.of(Dialect.Kind.LOG, Dialect.Kind.HISTORY)
              .map(sources::get)
              .filter(s -> s != null)
              .findFirst()
              .orElseThrow(() -> unknown(export));
      return log(events.file().path(), new DealTable(database, events, rules));
    }

    private void recognise(Path export, List<Path> files) {
      for (Path file : files) {
        SourceTable table = SourceTable.of(TableFile.of(file), rules);
        SourceTable known = table == null ? null : sources.get(table.dialect().kind());
        if (table == null) {
          unused.add(file.getFileName().toString());
        } else if (known == null || table.score() > known.score()) {
          sources.put(table.dialect().kind(), table);
          if (known != null) {
            unused.add(known.file().name());
          }
        } else {
          unused.add(file.getFileName().toString());
        }
      }
      if (sources.isEmpty()) {
        throw unknown(export);
      }
    }

    private static ImportProblem unknown(Path export) {
      return new ImportProblem(
          export
              + ": no table of deals is recognised. Name its columns: --map id=COLUMN --map"
              + " created=COLUMN --map closed=COLUMN --map status=COLUMN, or write them into a"
              + " mapping file (--mapping)");
    }

    private CrmImport deals(SourceTable source) {
      DealTable table = new DealTable(database, source, rules);
      progress.accept("reading " + source.file().name());
      table.load();
      SourceTable history = sources.get(Dialect.Kind.HISTORY);
      SourceTable fields = sources.get(Dialect.Kind.FIELD_HISTORY);
      DealTable changes = fields == null ? null : new DealTable(database, fields, rules);
      FieldHistoryReader fieldHistory =
          fields == null ? null : new FieldHistoryReader(database, changes);
      boolean paths =
          history != null
              || (fields != null && fieldHistory.hasStages())
              || !source.entered().isEmpty();
      HistoryBuilder builder = new HistoryBuilder(rules, outcomes, findings, paths);
      DealReader reader = new DealReader(database, table, outcomes, findings, builder);
      reader.read();
      long loaded = count("raw");
      reader.listBad();
      note(table, loaded);
      EventReader events = new EventReader(database, findings, builder);
      if (!source.entered().isEmpty()) {
        events.wide(table);
      }
      if (history != null) {
        progress.accept("reading " + history.file().name());
        DealTable of = new DealTable(database, history, rules);
        note(of, events.history(of));
      }
      if (fields != null) {
        progress.accept("reading " + fields.file().name());
        fieldHistory.ownerChanges(findings);
        note(changes, history == null ? fieldHistory.read(builder, events) : 0);
      }
      boolean dayOnly = table.dayOnly(Field.CREATED) || (!paths && table.dayOnly(Field.CLOSED));
      String currency = rules.currency().isEmpty() ? reader.currency() : rules.currency();
      return finished(builder, currency, dayOnly);
    }

    private CrmImport log(Path file, DealTable table) {
      progress.accept("reading " + file.getFileName());
      boolean paths = !rules.stages().isEmpty() || isHistory(table);
      HistoryBuilder builder = new HistoryBuilder(rules, outcomes, findings, paths);
      LogReader reader;
      if (table == null) {
        new XesReader(database, file, findings).load();
        reader = new LogReader(database, rules, outcomes, findings, builder);
        reader.read(file.getFileName().toString(), false);
        long loaded = count("log");
        rows += loaded;
        tables.add(
            new Mapping.Table(
                file.getFileName().toString(),
                "event log in XES",
                1,
                "",
                Map.of("id", "concept:name of the trace", "stage", "concept:name"),
                Map.of("time:timestamp", "iso"),
                loaded));
      } else {
        reader = new LogReader(database, rules, outcomes, findings, builder);
        reader.load(table);
        reader.read(file.getFileName().toString(), isHistory(table));
        note(table, count("log"));
      }
      if (!paths) {
        List<String> known = reader.activities();
        notes.add(
            "no stages are said, so a deal is open from its first event to its last; the log has "
                + known.size()
                + " activities: "
                + String.join(", ", known.subList(0, Math.min(12, known.size())))
                + (known.size() > 12 ? ", …" : "")
                + ". Say stages: [first, second], won: and lost: in a mapping file");
      }
      return finished(builder, rules.currency(), false);
    }

    private static boolean isHistory(DealTable table) {
      return table != null && table.table().dialect().kind() == Dialect.Kind.HISTORY;
    }

    private CrmImport finished(HistoryBuilder builder, String currency, boolean dayOnly) {
      if (builder.deals() == 0) {
        throw new ImportProblem(
            "no deal can be used: "
                + findings.badRows().stream()
                    .limit(3)
                    .map(b -> b.file() + ":" + b.line() + ": " + b.problem())
                    .reduce((a, b) -> a + "; " + b)
                    .orElse("the table has no rows"));
      }
      progress.accept("sorting " + builder.events() + " events of " + builder.deals() + " deals");
      CrmHistory history = builder.build(currency, dayOnly);
      Mapping mapping =
          new Mapping(
              tables,
              unused,
              outcomes.taken(CrmHistory.WON),
              outcomes.taken(CrmHistory.LOST),
              notes);
      DataQuality quality = Censoring.of(history).quality(findings, history, rows);
      SourceTable prices = sources.get(Dialect.Kind.PRICES);
      return new CrmImport(
          history,
          mapping,
          quality,
          findings.badRows(),
          prices == null
              ? Map.of()
              : PriceList.read(
                  new DealTable(database, prices, rules), database, history.names().products()),
          teams(history.names().owners()));
    }

    /** From a table of its own, or else from the deals, where the last row of an owner counts. */
    private Map<String, Team> teams(List<String> owners) {
      SourceTable table = sources.getOrDefault(Dialect.Kind.TEAMS, sources.get(Dialect.Kind.DEALS));
      Map<String, Team> teams = new LinkedHashMap<>();
      if (table != null && (table.has(Field.MANAGER) || table.has(Field.REGION))) {
        database.each(
            "SELECT "
                + table.cell(Field.OWNER)
                + ", "
                + table.cell(Field.MANAGER)
                + ", "
                + table.cell(Field.REGION)
                + " FROM "
                + table.file().sql(),
            row -> {
              if (row.getString(1) != null) {
                teams.put(
                    row.getString(1), new Team(text(row.getString(2)), text(row.getString(3))));
              }
            });
        teams.keySet().retainAll(owners);
      }
      return teams;
    }

    private static String text(String cell) {
      return cell == null ? "" : cell;
    }

    private long count(String table) {
      long[] count = new long[1];
      database.each("SELECT count(*) FROM " + table, row -> count[0] = row.getLong(1));
      return count[0];
    }

    /** Notes what a table was read as, and lists the lines that are no rows of it. */
    private void note(DealTable table, long loaded) {
      SourceTable of = table.table();
      long rejected = rejects(of.file());
      rows += loaded + rejected;
      tables.add(
          new Mapping.Table(
              of.file().name(),
              of.dialect().title(),
              of.score(),
              of.runnerUp(),
              of.headers(),
              table.dates(),
              loaded + rejected));
      table
          .dates()
          .forEach(
              (column, form) -> {
                if (form.contains("could as well be")) {
                  findings.add(Kind.AMBIGUOUS_DATES, column + ": " + form);
                }
              });
    }

    private long rejects(TableFile file) {
      long[] count = new long[1];
      database.each(
          "SELECT DISTINCT line, first(error_message), first(csv_line) FROM reject_errors JOIN"
              + " reject_scans USING (scan_id, file_id) WHERE file_path = "
              + Database.path(file.path())
              + " GROUP BY line ORDER BY line",
          row -> {
            count[0]++;
            String text = row.getString(3) == null ? "" : row.getString(3);
            String plain = text.toLowerCase(Locale.ROOT).replace("\"", "").strip();
            if (plain.matches(
                "(grand totals?|confidential information|copyright|generated by|filtered by"
                    + "|subtotal|totals?).*")) {
              findings.add(Kind.FOOTER, text);
            } else {
              String problem = row.getString(2).lines().findFirst().orElse("this is no row");
              findings.bad(file.name(), row.getLong(1), "", problem, text);
            }
          });
      return count[0];
    }
  }
}
