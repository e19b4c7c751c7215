package io.salestwin.model;

/**
 * The kinds of leads: every combination of segment, product and source has a number, so that all
 * that differs by them is one look-up.
 *
 * @param segments number of segments
 * @param products number of products
 * @param sources number of sources
 */
record Kinds(int segments, int products, int sources) {

  int count() {
    return segments * products * sources;
  }

  int of(int segment, int product, int source) {
    return (segment * products + product) * sources + source;
  }

  int segment(int kind) {
    return kind / (products * sources);
  }

  int product(int kind) {
    return kind / sources % products;
  }

  int source(int kind) {
    return kind % sources;
  }
}
