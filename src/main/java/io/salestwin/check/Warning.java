package io.salestwin.check;

import java.util.Objects;

/**
 * Something that can run and will surprise.
 *
 * @param rule name of the rule that found it, such as {@code demand-over-capacity}
 * @param path lever that it is about, such as {@code roles.AE.headcount}; what is nearest above it
 *     is meant when the scenario does not write it
 * @param message what will surprise, with the arithmetic, as one sentence without a full stop
 * @param advice what to change
 */
public record Warning(String rule, String path, String message, String advice) {

  /** Refuses null. */
  public Warning {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(advice, "advice");
  }

  /**
   * The path of a member, its name in quotes where that is needed.
   *
   * @param before the path before the name, such as {@code roles}
   * @param name the member's name
   * @param after what follows, such as {@code .headcount}; may be empty
   */
  static String path(String before, String name, String after) {
    boolean quoted = name.isEmpty() || name.chars().anyMatch(c -> ".\"[]\\=".indexOf(c) >= 0);
    String shown = quoted ? '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : name;
    return before + '.' + shown + after;
  }
}
