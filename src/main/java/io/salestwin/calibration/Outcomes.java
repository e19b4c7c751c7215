package io.salestwin.calibration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which states, stages and events win or lose a deal: as said, or by their words. */
final class Outcomes {

  private static final Pattern WON =
      Pattern.compile(
          "(closed[ _-]?)?won|closedwon|gewonnen|ganad[oa]|gagn[eé]e?|(\\w_)?(activated|approved)"
              + "|.*\\bclosed[ _-]?won\\b.*");
  private static final Pattern LOST =
      Pattern.compile(
          "(closed[ _-]?)?lost|closedlost|verloren|perdid[oa]|perdue?|disqualified|abandoned"
              + "|unqualified|(\\w_)?(declined|cancell?ed|rejected)|.*\\bclosed[ _-]?lost\\b.*");

  private final MappingRules rules;
  private final Map<String, Integer> seen = new LinkedHashMap<>();

  Outcomes(MappingRules rules) {
    this.rules = rules;
  }

  /** {@link CrmHistory#WON}, {@link CrmHistory#LOST}, or 0 for a stage of an open deal. */
  int of(String state) {
    return state == null ? 0 : seen.computeIfAbsent(state, this::classified);
  }

  private int classified(String state) {
    boolean wonSaid = !rules.won().isEmpty();
    boolean lostSaid = !rules.lost().isEmpty();
    String plain = state.strip().toLowerCase(Locale.ROOT);
    if (wonSaid ? rules.won().contains(state) : WON.matcher(plain).matches()) {
      return rules.stages().contains(state) ? 0 : CrmHistory.WON;
    }
    if (lostSaid ? rules.lost().contains(state) : LOST.matcher(plain).matches()) {
      return rules.stages().contains(state) ? 0 : CrmHistory.LOST;
    }
    return 0;
  }

  List<String> taken(int outcome) {
    return seen.entrySet().stream()
        .filter(e -> e.getValue() == outcome)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
