/**
 * {@link io.salestwin.run.spark.SparkCrew}: replications on Apache Spark, the same rows as on this
 * machine.
 *
 * <p>A job is cut into blocks of plays; each block is one partition. The scenario travels as text,
 * once to each executor, which reads and compiles it there; rows travel back and are put in the
 * order of their numbers. Who plays what, when, how often it is tried again and what becomes of a
 * machine that dies is Spark's business alone.
 *
 * <p>Spark is no part of the program: where {@link io.salestwin.run.spark.Installation#obstacle}
 * tells of one, nothing else here may be touched.
 *
 * <pre>{@code
 * SparkCrew crew = SparkCrew.at(Optional.of("spark://10.0.0.7:7077"), 1);
 * RunResult rows = Runner.on(crew).run(new RunPlan(scenario, 42, 100_000), Progress.SILENT);
 * }</pre>
 */
package io.salestwin.run.spark;
