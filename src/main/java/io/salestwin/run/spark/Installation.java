package io.salestwin.run.spark;

import java.util.Optional;

/** Whether Spark is there. It is looked for without touching it, so this always works. */
public final class Installation {

  private Installation() {}

  /**
   * Why Spark cannot be used in this process.
   *
   * @return what is missing, in words; empty when nothing is
   */
  public static Optional<String> obstacle() {
    ClassLoader loader = Installation.class.getClassLoader();
    if (loader.getResource("org/apache/spark/SparkContext.class") == null) {
      return Optional.of("Apache Spark is not there");
    }
    if (!Object.class.getModule().isOpen("sun.nio.ch", Installation.class.getModule())) {
      return Optional.of("this Java was started without what Apache Spark needs of it");
    }
    return Optional.empty();
  }
}
