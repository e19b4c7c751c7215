package io.salestwin.scenario;

import static io.salestwin.scenario.Scalars.CHANCES;
import static io.salestwin.scenario.Scalars.MEMBERS;
import static io.salestwin.scenario.Scalars.TEXTS;
import static io.salestwin.scenario.Scalars.section;
import static io.salestwin.scenario.Scalars.words;

import io.salestwin.scenario.Shape.Either;
import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Section;
import java.util.List;

/** The keys of what is watched: the health score and the alerts. */
final class SignalFormat {

  static final Section MEASURE =
      section(
          "health.TIER.kpis.KPI",
          Key.of("floor", TEXTS, "where the KPI scores 0, in its unit").needed().like("20%"),
          Key.of("target", TEXTS, "where the KPI scores 100; below the floor if less is better")
              .needed()
              .like("30%"));

  static final Section TIER =
      section(
          "health.TIER",
          Key.of("weight", CHANCES, "share of the score; the weights sum to 100 %")
              .orElse("100%")
              .like("30%"),
          Key.of(
                  "kpis",
                  new Members("KPI", MEMBERS, MEASURE),
                  "the KPIs of the tier, as kpi or kpi.member; the tier is their mean")
              .needed()
              .like("{win_rate: {floor: 15%, target: 30%}}"));

  static final Key HEALTH =
      Key.of(
              "health",
              new Either(List.of(words("standard"), new Members("tier", MEMBERS, TIER))),
              "the health score: tiers of KPIs, 0 to 100, period by period; standard is four tiers"
                  + " with usual figures")
          .like("standard");

  static final Key ALERTS =
      Key.of(
              "alerts",
              new Items("alert", 0, MEMBERS, TEXTS),
              "rules that are looked at every simulated week; a forecast tells how often and how"
                  + " early they fire, and how often in vain")
          .orElse("[]")
          .like("[\"coverage < 3\", \"response_hours > 24 for 2 weeks\"]");

  private SignalFormat() {}
}
