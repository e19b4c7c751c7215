package io.salestwin.model;

/**
 * The kinds of leads: every combination of segment, product and source has a number, so that all
 * that differs by them is one look-up.
 */
final class Kinds {

  private final int products;
  private final int sources;
  private final int[] segment;
  private final int[] product;
  private final int[] source;

  /**
   * The kinds of a scenario.
   *
   * @param segments number of segments
   * @param products number of products
   * @param sources number of sources
   */
  Kinds(int segments, int products, int sources) {
    this.products = products;
    this.sources = sources;
    int count = segments * products * sources;
    segment = new int[count];
    product = new int[count];
    source = new int[count];
    for (int kind = 0; kind < count; kind++) {
      segment[kind] = kind / (products * sources);
      product[kind] = kind / sources % products;
      source[kind] = kind % sources;
    }
  }

  int count() {
    return segment.length;
  }

  int of(int segmentOf, int productOf, int sourceOf) {
    return (segmentOf * products + productOf) * sources + sourceOf;
  }

  int segment(int kind) {
    return segment[kind];
  }

  int product(int kind) {
    return product[kind];
  }

  int source(int kind) {
    return source[kind];
  }
}
