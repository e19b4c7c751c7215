package io.salestwin.run;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.metrics.WeekCounts;
import io.salestwin.model.SalesModel;
import io.salestwin.statistics.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs many replications. Who plays which of them never shows in a result: each row is a pure
 * function of scenario, seed and its number.
 */
public final class Runner {

  private final Crew crew;
  private final long mostPlays;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicBoolean cutShort = new AtomicBoolean();
  private final AtomicLong plays = new AtomicLong();

  private Runner(Crew crew, long mostPlays) {
    this.crew = crew;
    this.mostPlays = mostPlays;
  }

  /**
   * A runner on this machine.
   *
   * @param threads number of threads, at least 1
   * @return the runner
   */
  public static Runner local(int threads) {
    return on(new LocalCrew(threads));
  }

  /**
   * A runner wherever its crew is.
   *
   * @param crew those who play
   * @return the runner
   */
  public static Runner on(Crew crew) {
    return new Runner(crew, Long.MAX_VALUE);
  }

  /**
   * The same with a limit: where an earlier one was stopped after so many plays, this one gives the
   * same.
   *
   * @param limit number of plays in all, 0 or more
   * @return a new runner
   */
  public Runner atMost(long limit) {
    return new Runner(crew, limit);
  }

  /**
   * Asks a run to end soon; what is finished in one piece is its result. May come from anywhere.
   */
  public void stop() {
    stopped.set(true);
  }

  /**
   * Runs a plan.
   *
   * @param plan what is to be run
   * @param progress hears how far it has come
   * @return the rows; with a precision as many as the first look has at which it is reached, and
   *     what was played beyond is forgotten. Fewer than asked for when it was stopped, and then an
   *     even number, so that no pair of replications is torn
   * @throws io.salestwin.scenario.ImpossibleScenarioException when a replication draws inputs that
   *     cannot be; of several failures always that of the smallest replication number, and none
   *     when the run has ended before it
   */
  public RunResult run(RunPlan plan, Progress progress) {
    return run(plan, KpiLayout.of(plan.scenario()), progress);
  }

  /**
   * Runs a plan whose columns are at hand: the scenario is not compiled again.
   *
   * @param plan what is to be run
   * @param layout the columns of the plan's scenario
   * @param progress hears how far it has come
   * @return the rows, as of {@link #run(RunPlan, Progress)}
   * @throws io.salestwin.scenario.ImpossibleScenarioException as of {@link #run(RunPlan, Progress)}
   */
  @SuppressWarnings("ReferenceEquality") // a comparison by value would take longer than compiling
  public RunResult run(RunPlan plan, KpiLayout layout, Progress progress) {
    SalesModel model = layout.model();
    if (model.scenario() != plan.scenario()) {
      throw new IllegalArgumentException("layout is that of another scenario");
    }
    int most = (int) Math.min(plan.replications(), mostPlays - plays.get());
    Board<Play> board = new Board<>(most, stopped::get);
    Prefix prefix =
        new Prefix(
            most,
            plan.precision(),
            name -> column(layout, name),
            r -> board.get(r) == null ? null : board.get(r).row());
    crew.play(Stint.run(plan, layout), board, () -> advance(prefix, board, progress));
    advance(prefix, board, progress);
    if (!prefix.isPrecise()) {
      board.requireSound();
    }
    int done = prefix.length();
    int whole = done == plan.replications() ? done : done - done % 2;
    plays.addAndGet(whole);
    if (done < plan.replications() && !prefix.isPrecise()) {
      cutShort.set(true);
    }
    List<double[]> rows = new ArrayList<>();
    List<WeekCounts> weeks = new ArrayList<>();
    for (int r = 0; r < whole; r++) {
      rows.add(board.get(r).row());
      weeks.addAll(board.get(r).weeks());
    }
    return new RunResult(plan, layout, rows, weeks);
  }

  private static void advance(Prefix prefix, Board<Play> board, Progress progress) {
    prefix.advance(progress);
    if (prefix.isPrecise()) {
      board.end();
    }
  }

  /**
   * Plays several scenarios further, side by side. Any question that needs more of some scenarios
   * than of others calls this again and again with what it has. Leads and deals by week are not
   * counted, and precisions of the plans are not looked at: whoever asks looks.
   *
   * @param soFar what is there of each scenario, as of {@link RunResult#empty} or of an earlier
   *     call
   * @param upTo how many replications each shall have; fewer than it has leaves it as it is
   * @param progress hears how many plays are done, of all calls together
   * @return the scenarios with their new rows; with fewer when this was stopped
   * @throws io.salestwin.scenario.ImpossibleScenarioException as of {@link #run(RunPlan, Progress)}
   */
  public List<RunResult> extend(List<RunResult> soFar, int[] upTo, Progress progress) {
    long before = plays.get();
    Stint stint = Stint.further(soFar, upTo);
    long left = cutShort.get() ? 0 : mostPlays - before;
    Board<Play> board = new Board<>((int) Math.min(stint.plays(), left), stopped::get);
    Runnable tell =
        () ->
            progress.reached(
                (int) (before + board.done()), (int) (before + stint.plays()), Tally.EMPTY);
    crew.play(stint, board, tell);
    tell.run();
    int done = board.inOnePiece();
    plays.addAndGet(done);
    board.requireSound();
    if (done < stint.plays()) {
      cutShort.set(true);
    }
    return results(soFar, upTo, stint, board, done);
  }

  /** What every scenario has now; whole pairs only where the stretch was ended early. */
  private static List<RunResult> results(
      List<RunResult> soFar, int[] upTo, Stint stint, Board<Play> board, int done) {
    List<List<double[]>> all = new ArrayList<>();
    soFar.forEach(known -> all.add(new ArrayList<>(known.rows())));
    for (int play = 0; play < done; play++) {
      all.get(stint.scenarioOf(play)).add(board.get(play).row());
    }
    List<RunResult> results = new ArrayList<>();
    for (int s = 0; s < upTo.length; s++) {
      RunResult known = soFar.get(s);
      List<double[]> mine = all.get(s);
      int whole = mine.size() >= upTo[s] ? mine.size() : mine.size() - mine.size() % 2;
      RunPlan plan = known.plan().upTo(Math.max(upTo[s], known.plan().replications()));
      results.add(new RunResult(plan, known.layout(), mine.subList(0, whole), List.of()));
    }
    return results;
  }

  /**
   * Whether a call was cut short, because it was stopped or came to its limit. {@link #extend}
   * plays nothing after that.
   *
   * @return true when there is less than was asked for
   */
  public boolean isCutShort() {
    return cutShort.get();
  }

  /**
   * How many plays are in the results of all calls.
   *
   * @return 0 or more
   */
  public long plays() {
    return plays.get();
  }

  private static int column(KpiLayout layout, String name) {
    int index = layout.index(name);
    if (index < 0) {
      throw new IllegalArgumentException("no column (" + name + ")");
    }
    return index;
  }

  @Override
  public String toString() {
    return crew.toString();
  }
}
