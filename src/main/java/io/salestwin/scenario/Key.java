package io.salestwin.scenario;

import java.util.List;

/**
 * One key of the format.
 *
 * @param name as written
 * @param shape what its value looks like
 * @param required whether it must be given
 * @param fallback what holds when it is not given, as it would be written; empty if nothing does
 * @param meaning in words
 * @param example as it would be written; empty if the fallback serves as one
 * @param per units that may differ in it within one run
 * @param timeVarying whether it may change in the middle of a run
 */
record Key(
    String name,
    Shape shape,
    boolean required,
    String fallback,
    String meaning,
    String example,
    List<Lever.Unit> per,
    boolean timeVarying) {

  static Key of(String name, Shape shape, String meaning) {
    return new Key(name, shape, false, "", meaning, "", List.of(), false);
  }

  Key needed() {
    return new Key(name, shape, true, fallback, meaning, example, per, timeVarying);
  }

  Key orElse(String text) {
    return new Key(name, shape, required, text, meaning, example, per, timeVarying);
  }

  Key like(String text) {
    return new Key(name, shape, required, fallback, meaning, text, per, timeVarying);
  }

  /** May be changed in the middle of a run. */
  Key varies() {
    return new Key(name, shape, required, fallback, meaning, example, per, true);
  }

  /** May be changed in the middle of a run, and differ by lead, territory, week or rep. */
  Key perLead() {
    List<Lever.Unit> all = List.of(Lever.Unit.values());
    return new Key(name, shape, required, fallback, meaning, example, all, true);
  }

  /** May be changed in the middle of a run, and differ by rep. */
  Key perRep() {
    List<Lever.Unit> rep = List.of(Lever.Unit.REP);
    return new Key(name, shape, required, fallback, meaning, example, rep, true);
  }
}
