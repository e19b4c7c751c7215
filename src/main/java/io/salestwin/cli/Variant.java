package io.salestwin.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Changes of a scenario under one name, as they are written on the command line: {@code two more:
 * roles.AE.headcount=+2; roles.SE.headcount=+1}.
 *
 * @param name what people call it; the changes themselves where no name is given
 * @param sets overrides as written, at least one
 */
record Variant(String name, List<String> sets) {

  static Variant parse(String text) {
    int equals = text.indexOf('=');
    int colon = text.indexOf(": ");
    boolean named = colon > 0 && colon < equals;
    List<String> sets = new ArrayList<>();
    for (String set : text.substring(named ? colon + 2 : 0).split(";", -1)) {
      if (!set.isBlank()) {
        sets.add(set.strip());
      }
    }
    if (sets.isEmpty() || equals < 0) {
      throw new BadInput(
          "--variant "
              + text
              + ": write a name and what changes, such as \"two more: roles.AE.headcount=+2;"
              + " stages.Discovery.advance=+3pp\"");
    }
    return new Variant(named ? text.substring(0, colon).strip() : String.join("; ", sets), sets);
  }
}
