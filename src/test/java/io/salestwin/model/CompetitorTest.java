package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whom else leads meet, held against arithmetic. Each interval has 6e-5, two-sided. */
class CompetitorTest {

  private static final int LEADS = 20_000;
  private static final double SIGMAS = 4;
  private static final int NOBODY = 0;
  private static final int ACME = 1;
  private static final int GLOBEX = 2;

  /** All come on one day and are decided upon at once, one half for. */
  private static Story story(String competitors) {
    return new Story()
        .with("segments", "{small: {mix: 60%}, large: {mix: 40%}}")
        .with("sources", "{in: {arrivals: {on: {2027-01-05: " + LEADS + "}}}}")
        .with("competitors", competitors)
        .stage("name: Deal, advance: 50%, lose: {price: 100%}");
  }

  private static final String TWO =
      "{Acme: {share: {bySegment: {small: 10%, large: 50%}}, effects: {Deal: -1}, lostTo: 60%},"
          + " Globex: {share: 20%, effects: {Deal: +0.5}}}";

  @Test
  void eachIsMetByItsShareAndMovesTheOddsOfThoseWhoMeetIt() {
    Play play = story(TWO).play();
    double acme = 0.6 * 0.1 + 0.4 * 0.5;
    closes(play, NOBODY, 1 - acme - 0.2, 0);
    closes(play, ACME, acme, -1);
    closes(play, GLOBEX, 0.2, 0.5);
    double[] row = new KpiLayout(play.model()).row(play.ledger());
    KpiLayout layout = new KpiLayout(play.model());
    assertThat(row[layout.index("win_rate_by_competitor.Acme")])
        .isEqualTo(won(play, ACME) / (double) closed(play, ACME));
    assertThat(row[layout.index("met_by_competitor.no competitor")])
        .isEqualTo(closed(play, NOBODY) / (double) LEADS);
    assertThat(play.fact(Fact.EFFECT_COMPETITOR))
        .isEqualTo(-1_000_000 * closed(play, ACME) + 500_000 * closed(play, GLOBEX));
  }

  private static void closes(Play play, int competitor, double share, double logOdds) {
    share(closed(play, competitor), share, LEADS);
    share(won(play, competitor), 1 / (1 + StrictMath.exp(-logOdds)), closed(play, competitor));
  }

  @Test
  void aShareOfTheLossesIsLostToTheCompetitor() {
    Play play = story(TWO).play();
    int reason = play.model().members(Dimension.REASON).indexOf("competitor");
    share(play.fact(Fact.LOST, reason), 0.6, closed(play, ACME) - won(play, ACME));
    assertThat(play.fact(Fact.LOST)).isEqualTo(LEADS - play.fact(Fact.WON));
  }

  /** Only what is pipeline can be lost to a competitor. */
  @Test
  void leadsBeforeThePipelineAreLostForTheReasonsOfTheirStage() {
    Play play =
        story("{Acme: {share: 100%, lostTo: 100%}}")
            .with("opportunityFrom", "Close")
            .stage("name: Close, advance: 50%, lose: {price: 100%}")
            .play();
    List<String> reasons = play.model().members(Dimension.REASON);
    assertThat(play.fact(Fact.LOST, reasons.indexOf("price")))
        .isEqualTo(play.fact(Fact.STAGE_LOST, 0));
    assertThat(play.fact(Fact.LOST, reasons.indexOf("competitor")))
        .isEqualTo(play.fact(Fact.STAGE_LOST, 1))
        .isPositive();
  }

  /** The same luck: who meets Acme meets it still, and the others are won as before. */
  @Test
  void oneMoreCompetitorLeavesTheDealsOfTheOthers() {
    Map<Long, Integer> before = met(story("{Acme: {share: 30%, effects: {Deal: -1}}}"));
    Map<Long, Integer> after =
        met(story("{Acme: {share: 30%, effects: {Deal: -1}}, Globex: {share: 20%}}"));
    before.forEach(
        (lead, whom) -> assertThat(after.get(lead)).isIn(whom == ACME ? Set.of(1) : Set.of(0, 2)));
    assertThat(won(story("{Acme: {share: 30%, effects: {Deal: -1}}}")))
        .isEqualTo(won(story("{Acme: {share: 30%, effects: {Deal: -1}}, Globex: {share: 20%}}")));
  }

  /** A price cut: Acme's deals that would be won in its time are won less often, no others. */
  @Test
  void aShockMayActOnTheDealsThatMeetOneCompetitor() {
    String cut = "{use: price cut of a competitor, odds: {Deal: -1}, competitor: Acme, ";
    String day = "for: 1 days, from: ";
    Story plain = story(TWO);
    assertThat(story(TWO).with("shocks", "[" + cut + day + "2027-01-06}]").play().seen())
        .isEqualTo(plain.play().seen());
    Play play = story(TWO).with("shocks", "[" + cut + day + "2027-01-05}]").play();
    share(won(play, ACME), 1 / (1 + Math.exp(2)), closed(play, ACME));
    for (int other : new int[] {NOBODY, GLOBEX}) {
      assertThat(won(play, other)).isEqualTo(won(plain.play(), other));
    }
    assertThat(play.fact(Fact.EFFECT_SHOCK)).isEqualTo(-1_000_000 * closed(play, ACME));
  }

  /** What the file of open deals says goes first; what it does not say is drawn. */
  @Test
  void openDealsMeetWhomTheirFileSays() {
    StringBuilder deals = new StringBuilder("id,stage,age,competitor\n");
    for (int i = 0; i < 300; i++) {
      String whom = i < 100 ? "Acme" : i < 200 ? Scenario.NO_COMPETITOR : "";
      deals.append("d" + i + ",Deal,1," + whom + "\n");
    }
    Story story =
        new Story()
            .with("begin", "{pipeline: open.csv}")
            .with("competitors", "{Acme: {share: 40%, effects: {Deal: -9}}}")
            .file("open.csv", deals.toString())
            .stage("name: Deal, advance: 50%, delay: 9 days");
    Play play = story.play();
    long drawn = closed(play, ACME) - 100;
    share(drawn, 0.4, 100);
    assertThat(closed(play, NOBODY)).isEqualTo(200 - drawn);
  }

  @Test
  void itIsSaidWhatIsWrongWithCompetitors() {
    assertThat(
            problem("{Acme: {share: 70%}, Globex: {share: {bySegment: {small: 20%, large: 40%}}}}"))
        .contains("a lead meets one competitor at most")
        .contains("for segment large are 110% in all");
    assertThat(problem("{Acme: {effects: {Deal: -1}}}")).contains("\"share\" is missing");
    assertThat(problem("{Acme: {share: 10%, effects: {Dael: -1}}}")).contains("Dael", "Deal");
    assertThat(problem("{no competitor: {share: 10%}}")).contains("give the competitor another");
  }

  @Test
  void itIsSaidWhenAShockNamesNobody() {
    assertThat(
            problem(
                TWO, "[{name: cut, from: 2027-02-01, for: 9 days, competitor: Acme, leave: {}}]"))
        .contains("competitor belongs to odds");
    assertThat(
            problem(TWO, "[{name: cut, from: 2027-02-01, for: 9 days, competitor: Acne, odds: 1}]"))
        .contains("Acne", "Acme");
  }

  private static String problem(String competitors) {
    return problem(competitors, "[]");
  }

  private static String problem(String competitors, String shocks) {
    Map<String, String> files = story(competitors).with("shocks", shocks).files();
    return ScenarioFile.read("story.yaml", Attachments.ofTexts(files), List.of())
        .problems()
        .toString();
  }

  private static Map<Long, Integer> met(Story story) {
    Map<Long, Integer> met = new HashMap<>();
    Replication replication = new Replication(story.model(), 1);
    replication.observe(
        new Observer() {
          @Override
          public void see(Step step, long timeMs, long entity, int stage, int rep) {}

          @Override
          public void against(long entity, int competitor) {
            met.put(entity, competitor);
          }
        });
    replication.play(0);
    assertThat(met).hasSize(LEADS);
    return met;
  }

  private static Set<Long> won(Story story) {
    return story.play().of(Step.WON).stream().map(Story.Seen::entity).collect(Collectors.toSet());
  }

  private static long won(Play play, int competitor) {
    return play.fact(Fact.WON_BY_COMPETITOR, competitor);
  }

  private static long closed(Play play, int competitor) {
    return won(play, competitor) + play.fact(Fact.LOST_OPPORTUNITIES_BY_COMPETITOR, competitor);
  }

  private static void share(long part, double p, long whole) {
    assertThat(part / (double) whole).isCloseTo(p, within(SIGMAS * Math.sqrt(p * (1 - p) / whole)));
  }
}
