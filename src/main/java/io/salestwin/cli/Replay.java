package io.salestwin.cli;

import io.salestwin.document.Problem;
import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.WarmUp;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.report.Audience;
import io.salestwin.report.EventLog;
import io.salestwin.report.Manifest;
import io.salestwin.report.ReplicationTable;
import io.salestwin.report.Report;
import io.salestwin.report.RunFolder.Content;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Tracer;
import io.salestwin.scenario.ImpossibleScenarioException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * One run from a scenario at hand to its answer and its files: what the commands that run a
 * scenario have in common.
 */
final class Replay {

  private final Inputs inputs;
  private final RunRequest request;
  private final ShowOptions show;
  private final PrintWriter err;
  private final OffsetDateTime started = OffsetDateTime.now(ZoneId.systemDefault());
  private final long startNs = System.nanoTime();

  private final List<Problem> warnings = new ArrayList<>();
  private final Map<String, String> hashes = new LinkedHashMap<>();
  private RunResult result;
  private Report report;
  private Manifest manifest;

  private Replay(Inputs inputs, RunRequest request, ShowOptions show, PrintWriter err) {
    this.inputs = inputs;
    this.request = request;
    this.show = show;
    this.err = err;
  }

  /**
   * Runs.
   *
   * @param inputs what is run
   * @param request what is asked for
   * @param again with how many replications an earlier run of the same request ended, for whatever
   *     reason: then just these are played again
   * @param show how it is shown
   * @param err where warnings and progress go
   * @return the run with its answer
   */
  static Replay run(
      Inputs inputs, RunRequest request, OptionalInt again, ShowOptions show, PrintWriter err) {
    Replay replay = new Replay(inputs, request, show, err);
    OutFolder.require(show.out());
    RunPlan plan = request.plan(inputs.scenario());
    replay.warn(inputs.warnings());
    RunResult rows = replay.play(again.isPresent() ? fixed(plan, again.getAsInt()) : plan);
    replay.result = new RunResult(plan, rows.layout(), rows.rows(), rows.weeks());
    replay.warnOfWarmUp();
    replay.answer();
    return replay;
  }

  private static RunPlan fixed(RunPlan plan, int replications) {
    return new RunPlan(
        plan.scenario(), plan.seed(), replications, plan.antithetic(), Optional.empty());
  }

  private void warn(List<Problem> found) {
    warnings.addAll(found);
    if (!show.quiet() && !found.isEmpty()) {
      found.forEach(err::println);
      err.println();
      err.flush();
    }
  }

  private void warnOfWarmUp() {
    WarmUp.tooShort(result).ifPresent(found -> warn(List.of(inputs.warning(found))));
  }

  private RunResult play(RunPlan plan) {
    Runner runner = show.runner(err);
    String currency = plan.scenario().currency();
    Interrupt interrupt = Interrupt.first(runner::stop);
    try (ProgressLine line =
        new ProgressLine(
            err,
            Screen.isTerminal(),
            amount -> Report.amount(plan.scenario().targets().basis(), currency, amount))) {
      RunResult rows = runner.run(plan, inputs.columns(), show.screen().heard(line));
      if (rows.replications() < 2) {
        throw new BadInput("stopped before two replications were done: there is no answer yet");
      }
      return rows;
    } catch (ImpossibleScenarioException e) {
      throw new BadInput(e.getMessage(), e);
    } finally {
      interrupt.end();
    }
  }

  private void answer() {
    String command = "forecast " + inputs.name() + request.options();
    String resolved = inputs.read().canonicalText();
    String hash = hash(resolved);
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("Program", Main.version());
    provenance.put("Command", command);
    provenance.put("Seed", Long.toString(result.plan().seed()));
    provenance.put("Scenario (SHA-256)", hash);
    report = new Report(Forecast.of(result), warnings, provenance);
    manifest =
        new Manifest(
            Main.version(),
            command,
            inputs.name(),
            inputs.read().files(),
            request.sets(),
            request.seed(),
            request.replications(),
            result.replications(),
            request.precision(),
            request.antithetic(),
            Math.min(request.eventLog(), result.replications()),
            resolved,
            hash,
            started.truncatedTo(ChronoUnit.SECONDS).toString(),
            0,
            Map.of());
  }

  /** The scenario in its one spelling, and every file of data that it names. */
  private String hash(String resolved) {
    List<String> parts = new ArrayList<>(List.of(resolved));
    inputs
        .read()
        .files()
        .forEach(
            (name, text) -> {
              if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(ya?ml|json)")) {
                parts.add(name);
                parts.add(text);
              }
            });
    return Manifest.hash(parts);
  }

  Report report() {
    return report;
  }

  /** The files of the answer by their paths; their bytes depend on the manifest's inputs alone. */
  Map<String, String> answerFiles() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("summary.json", report.json());
    files.put("kpis.csv", report.csv());
    files.put("report.html", report.html());
    return files;
  }

  /** The further files that people may ask for. */
  Map<String, Content> furtherFiles() {
    Map<String, Content> files = new LinkedHashMap<>();
    report.charts().forEach(c -> files.put("charts/" + c.id() + ".svg", Content.of(c.file())));
    List<String> columns = result.layout().columns().stream().map(KpiLayout.Column::name).toList();
    ReplicationTable table = new ReplicationTable(columns, result.rows().toArray(double[][]::new));
    files.put("replications.parquet", table::writeParquet);
    return files;
  }

  /** The pages for audiences, by the names of their files. */
  Map<String, Content> pages(Set<Audience> audiences) {
    Map<String, Content> files = new LinkedHashMap<>();
    audiences.forEach(a -> files.put(a.file(), file -> Content.of(report.html(a)).to(file)));
    return files;
  }

  /** The events, when they were asked for. */
  Map<String, Content> eventFiles() {
    if (manifest.eventLog() == 0) {
      return Map.of();
    }
    Tracer tracer = new Tracer(result.plan());
    EventLog log = new EventLog(manifest.eventLog(), tracer::trace);
    StepLine line = new StepLine(err, show.quiet(), "events written");
    IntConsumer written = done -> line.reached(done, manifest.eventLog());
    return Map.of(EventLog.FILE, file -> hashes.put(EventLog.FILE, log.write(file, written)));
  }

  /** The SHA-256 of the files that depend on the manifest's inputs alone, once written. */
  Map<String, String> hashes() {
    return Collections.unmodifiableMap(hashes);
  }

  /** Writes the run's folder. */
  Path write(Map<String, String> answer) {
    return write(answer, Map.of());
  }

  /** The same with files that the manifest does not answer for. */
  Path write(Map<String, String> answer, Map<String, Content> more) {
    Map<String, Content> files = new LinkedHashMap<>();
    answer.forEach(
        (name, text) -> {
          files.put(name, Content.of(text));
          hashes.put(name, Manifest.hash(text.getBytes(StandardCharsets.UTF_8)));
        });
    files.putAll(eventFiles());
    if (show.files()) {
      files.putAll(furtherFiles());
    }
    files.putAll(more);
    // last, because it names the hashes of the others
    files.put(Manifest.FILE, file -> Content.of(finished().json()).to(file));
    return OutFolder.write(show.out(), inputs.scenario().name(), started, files);
  }

  private Manifest finished() {
    return manifest.finished(Math.round((System.nanoTime() - startNs) / 1e6) / 1e3, hashes);
  }

  /** Shows the answer, and says at its end where the report is. */
  void show(PrintWriter out, Map<String, String> answer, Path folder) {
    out.print(show.json() ? answer.get("summary.json") : report.text(Screen.style()));
    out.flush();
    PrintWriter last = show.json() ? err : out;
    last.println((show.json() ? "" : "\n") + "Report: " + folder.resolve("report.html"));
    last.flush();
  }

  int exitCode() {
    return report.forecast().thresholdsMet() ? Exit.FINE : Exit.THRESHOLD_MISSED;
  }
}
