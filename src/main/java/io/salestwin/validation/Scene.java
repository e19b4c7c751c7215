package io.salestwin.validation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the scenario of a case as a person would. It starts on Monday, 2027-01-04, and keeps plain
 * time, day and night, unless said otherwise. Mutable, used while the cases are put together.
 */
final class Scene {

  /** Hours of the mean month of 365.25 / 12 days, in which the format counts arrivals. */
  static final double HOURS_PER_MONTH = 24 * 365.25 / 12;

  /** Days of the mean month. */
  static final double DAYS_PER_MONTH = 365.25 / 12;

  private final Map<String, String> lines = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> roles = new LinkedHashMap<>();
  private final StringBuilder stages = new StringBuilder();

  /**
   * A scenario without sources, roles and stages yet.
   *
   * @param name what it is called
   * @param horizon how long it is played, such as {@code 52 weeks}
   */
  Scene(String name, String horizon) {
    with("name", name);
    with("start", "2027-01-04");
    with("horizon", horizon);
    with("begin", "{empty: true}");
    with("calendar", "always");
    with("products", "{core: {value: 1000}}");
  }

  /** Sets a key of the file. */
  Scene with(String key, String value) {
    lines.put(key, value);
    return this;
  }

  /** Plays the organisation for so long before the start. */
  Scene warmUp(String length) {
    return with("begin", "{warmUp: " + length + "}");
  }

  Scene source(String name, String about) {
    sources.put(name, about);
    return this;
  }

  /** The one source, whose leads come at random. */
  Scene perHour(double leads) {
    return source("inbound", "arrivals: {perMonth: " + leads * HOURS_PER_MONTH + "}");
  }

  /** The same by day. */
  Scene perDay(double leads) {
    return source("inbound", "arrivals: {perMonth: " + leads * DAYS_PER_MONTH + "}");
  }

  /** The one source, whose leads all come on the first day. */
  Scene atOnce(int leads) {
    return source("inbound", "arrivals: {on: {2027-01-04: " + leads + "}}");
  }

  Scene role(String name, String about) {
    roles.put(name, about);
    return this;
  }

  /** The next stage; what is said about it stands in flow style without its braces. */
  Scene stage(String name, String about) {
    stages.append("  - {name: ").append(name).append(", ").append(about).append("}\n");
    return this;
  }

  /** The file. */
  String text() {
    StringBuilder all = new StringBuilder();
    lines.forEach((key, value) -> all.append(key).append(": ").append(value).append('\n'));
    section(all, "sources", sources);
    section(all, "roles", roles);
    return all.append("stages:\n").append(stages).toString();
  }

  private static void section(StringBuilder all, String title, Map<String, String> members) {
    if (!members.isEmpty()) {
      all.append(title).append(":\n");
      members.forEach(
          (name, about) -> all.append("  ").append(name).append(": {").append(about).append("}\n"));
    }
  }
}
