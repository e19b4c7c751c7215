package io.salestwin.run.spark;

import io.salestwin.run.Board;
import io.salestwin.run.Crew;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Function2;
import scala.collection.immutable.Seq;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/** The cores of a Spark cluster, or of this machine under Spark. */
public final class SparkCrew implements Crew {

  private static final String MASTER = "spark.master";

  /** Where nothing beyond this machine has to be reached. */
  private static final Pattern HERE = Pattern.compile("local|spark://(localhost|127\\.0\\.0\\.1):");

  private static final Duration TICK = Duration.create(100, TimeUnit.MILLISECONDS);

  private final JavaSparkContext spark;

  private SparkCrew(JavaSparkContext spark) {
    this.spark = spark;
  }

  /**
   * Connects to Spark, or starts it. All of Spark's own settings hold: those of {@code
   * spark-submit}, and system properties that begin with {@code spark.}.
   *
   * @param master where it is, such as {@code spark://host:7077}; empty for what Spark's settings
   *     say, and without any for this machine
   * @param threads how many cores of this machine are used, where it is this machine
   * @return a crew; ends with the process
   * @throws ClusterException when there is no such cluster
   */
  public static SparkCrew at(Optional<String> master, int threads) {
    SparkConf conf = new SparkConf();
    master.ifPresent(conf::setMaster);
    conf.setIfMissing(MASTER, "local[" + threads + "]");
    conf.setIfMissing("spark.app.name", "salestwin");
    conf.setIfMissing("spark.ui.enabled", "false");
    // rows are as large here as they are there
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    conf.set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
    if (HERE.matcher(conf.get(MASTER)).lookingAt()) {
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
    jar().ifPresent(jar -> conf.setIfMissing("spark.jars", jar));
    try {
      SparkContext there = SparkContext.getOrCreate(conf);
      if (!there.master().equals(conf.get(MASTER))) {
        there.stop();
        there = new SparkContext(conf);
      }
      return new SparkCrew(JavaSparkContext.fromSparkContext(there));
    } catch (Exception e) { // Spark throws checked ones without saying so
      throw new ClusterException(
          "Spark cannot be reached at " + conf.get(MASTER) + ": " + inWords(e), e);
    }
  }

  /** The program's jar, which executors need; empty when it runs from loose classes. */
  private static Optional<String> jar() {
    try {
      Path home =
          Path.of(SparkCrew.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(home) ? Optional.of(home.toString()) : Optional.empty();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public <R> void play(Job<R> job, Board<R> board, Runnable tick) {
    if (board.isOver()) {
      return;
    }
    if (spark.sc().isStopped()) {
      throw new ClusterException("Spark has ended the connection; its own log says why", null);
    }
    Broadcast<Luggage<R>> luggage = spark.broadcast(new Luggage<>(job.parcel()));
    try {
      SimpleFutureAction<BoxedUnit> work = submit(luggage, board);
      while (!hasEnded(work)) {
        tick.run();
        if (board.isOver()) {
          work.cancel();
        }
      }
      requireMade(work, board);
    } finally {
      luggage.destroy();
    }
  }

  private <R> SimpleFutureAction<BoxedUnit> submit(Broadcast<Luggage<R>> luggage, Board<R> board) {
    List<Block> blocks = Block.of(board.plays(), spark.defaultParallelism());
    Function2<Object, Done<R>, BoxedUnit> take =
        (block, done) -> {
          put(done, board);
          return BoxedUnit.UNIT;
        };
    return spark
        .sc()
        .submitJob(
            spark.parallelize(blocks, blocks.size()).rdd(),
            new BlockTask<>(luggage),
            numbers(blocks.size()),
            take,
            () -> BoxedUnit.UNIT);
  }

  private static <R> void put(Done<R> done, Board<R> board) {
    int play = done.from();
    for (R result : done.results()) {
      board.put(play++, result);
    }
    if (done.failed().isPresent()) {
      board.fail(play, done.failed().get());
    }
  }

  private static Seq<Object> numbers(int count) {
    List<Object> all = IntStream.range(0, count).<Object>mapToObj(i -> i).toList();
    return CollectionConverters.asScala(all).toSeq();
  }

  /** Waits a moment; true when Spark has nothing left to do. */
  private static boolean hasEnded(SimpleFutureAction<BoxedUnit> work) {
    try {
      Await.ready(work, TICK);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    }
  }

  private static <R> void requireMade(SimpleFutureAction<BoxedUnit> work, Board<R> board) {
    if (!board.isOver()) {
      Throwable why = work.value().get().failed().get();
      throw new ClusterException("Spark gave up: " + inWords(why), why);
    }
  }

  private static String inWords(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage().lines().findFirst().orElse("");
  }

  @Override
  public String toString() {
    return "Spark at " + spark.master();
  }
}
