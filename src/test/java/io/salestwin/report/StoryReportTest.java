package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.explain.LeadStory;
import io.salestwin.explain.RepStory;
import io.salestwin.explain.Step;
import io.salestwin.explain.Step.Decided;
import io.salestwin.explain.Step.Effect;
import io.salestwin.explain.Step.End;
import io.salestwin.explain.Step.Line;
import io.salestwin.explain.Step.Way;
import io.salestwin.explain.Suggestions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The words of stories; the stories are made by hand. */
class StoryReportTest {

  private static final LocalDateTime AT = LocalDateTime.of(2027, 2, 3, 10, 12, 30);
  private static final TextStyle WIDE = new TextStyle(400, false, true);

  private static String words(Step step) {
    return new StoryWords("USD").of(step);
  }

  private static LeadStory story(Step... steps) {
    return new LeadStory(
        17, "lead-203", "USD", "inbound", "small", "core", 14231.55, 0.625, 0.5, List.of(steps));
  }

  private static Decided decided(Way way, double advance, double back, double draw) {
    return new Decided(
        AT.plusDays(6),
        "Qualification",
        AT,
        0.3,
        0.35,
        List.of(
            new Effect("lead quality", 0.1875, 0.393745), new Effect("rep skill", -0.004, 0.39279)),
        0.39279,
        false,
        advance,
        back,
        draw,
        way);
  }

  @Test
  void aDecisionTellsEveryEffectTheLimitAndTheDraw() {
    assertThat(words(decided(Way.FORWARDS, 0.3928, 0.3928, 0.22)))
        .isEqualTo(
            "The buyer decides after 6 days. The stated chance to advance from Qualification is"
                + " 30 %, drawn as 35 % in this replication; lead quality (+0.19) makes it 39.4 %,"
                + " rep skill (-0.0040) makes it 39.3 %. It advances on a draw below 0.39; it draws"
                + " 0.22 and advances.");
    assertThat(words(decided(Way.BACK, 0.38, 0.41, 0.4)))
        .endsWith("on a draw below 0.38 and goes back below 0.41; it draws 0.40 and goes back.");
    assertThat(words(decided(Way.LOST, 0.38, 0.41, 0.9)))
        .endsWith("it draws 0.90 and does not advance.");
  }

  @Test
  void aDrawNearTheLimitHasMoreDigits() {
    assertThat(words(decided(Way.FORWARDS, 0.39284, 0.39284, 0.3928)))
        .endsWith("on a draw below 0.39284; it draws 0.39280 and advances.");
  }

  @Test
  void aTimeOutBeforeTheDecisionIsTold() {
    assertThat(words(decided(Way.TIMED_OUT, 0.38, 0.38, 0.1)))
        .startsWith("The time-out comes before the buyer's decision, 6 days after the last work.")
        .endsWith("it draws 0.10, too late.");
  }

  @Test
  void aDealOfDayOneIsJudgedByItsAge() {
    Decided drawn = decided(Way.FORWARDS, 0.5, 0.5, 0.2);
    Decided aged =
        new Decided(
            drawn.at(),
            "Closing",
            drawn.at(),
            0.6,
            0.6,
            List.of(),
            0.6,
            true,
            0.51,
            0.51,
            0.2,
            Way.FORWARDS);
    assertThat(words(aged))
        .isEqualTo(
            "The stated chance to advance from Closing is 60 %. Given how long it has been there,"
                + " it advances on a draw below 0.51; it draws 0.20 and advances.");
  }

  @Test
  void aWaitTellsForWhomHowLongAndWhy() {
    assertThat(words(new Step.Waited(AT, Line.OWNER, "AE 3", 2, 1, 1, 0, 2.4, 0.5, End.DONE)))
        .isEqualTo(
            "It waits 2.4 hours (30 working minutes) for AE 3, at work on another lead; 2 others"
                + " wait already.");
    assertThat(words(new Step.Waited(AT, Line.OWNER, "AE 3", 0, 1, 0, 0, 62, 0, End.DONE)))
        .isEqualTo("It waits 2.6 days, all of it outside working hours, for AE 3.");
    assertThat(words(new Step.Waited(AT, Line.ROOM, "SDR", 14, 6, 2, 6, 80, 24, End.LEFT)))
        .isEqualTo(
            "It waits 3.3 days (24 working hours) for SDR with room for it (6 of 6 full); 14 others"
                + " wait already; in vain.");
    assertThat(words(new Step.Waited(AT, Line.FREE_REP, "AE", 1, 2, 2, 0, 1, 1, End.HORIZON)))
        .isEqualTo(
            "It waits 1 hour for a free AE (2 of 2 at work); 1 other waits already; the horizon"
                + " ends before.");
    assertThat(words(new Step.Waited(AT, Line.HELP, "SE", 0, 2, 2, 0, 0.05, 0.05, End.DONE)))
        .isEqualTo("It waits 3 minutes for help by SE (2 of 2 at work).");
  }

  @Test
  void aTouchTellsWhoWhatAndHowLong() {
    assertThat(words(new Step.Touched(AT, "AE 3", "demo", AT.plusMinutes(90), 1.5, End.DONE)))
        .isEqualTo("AE 3 works on it: demo, 1.5 working hours, until 11:42.");
    assertThat(words(new Step.Touched(AT, "AE 3", "demo", AT.plusDays(1), 8, End.LEFT)))
        .isEqualTo(
            "AE 3 works on it: demo, 8 working hours, until Thu 2027-02-04 10:12, when the lead"
                + " leaves and the work is cut off.");
    assertThat(words(new Step.Touched(AT, "AE 3", "demo", AT.plusDays(1), 8, End.HORIZON)))
        .endsWith("8 working hours, still at it when the horizon ends.");
  }

  @Test
  void theOtherStepsAreSentences() {
    assertThat(words(new Step.Opened(AT, "Closing", 23)))
        .isEqualTo("It enters Closing, where it stands on day one, 23 days later.");
    assertThat(words(new Step.Arrived(AT))).isEqualTo("It arrives.");
    assertThat(words(new Step.Entered(AT, "Closing"))).isEqualTo("It enters Closing.");
    assertThat(words(new Step.Owned(AT, "AE 3", 1)))
        .isEqualTo("AE 3 takes it on and owns 1 open lead now.");
    assertThat(words(new Step.Released(AT, "AE 3"))).isEqualTo("AE 3 hands it over.");
    assertThat(words(new Step.Lost(AT, "Closing", "price", false)))
        .isEqualTo("It is lost in Closing: price.");
    assertThat(words(new Step.Lost(AT, "Closing", "price", true)))
        .isEqualTo("It is lost in Closing: price. It will come back.");
    assertThat(words(new Step.Returned(AT, 90))).isEqualTo("It comes back after 90 days.");
    assertThat(words(new Step.Won(AT, "AE 3", 14231.55, 46)))
        .isEqualTo("It is won by AE 3: 14.2 k USD a year, after 46 days in all.");
    assertThat(words(new Step.Won(AT, "", 100, 1)))
        .isEqualTo("It is won: 100 USD a year, after 24 hours in all.");
    assertThat(words(new Step.Ended(AT, "Closing", 3)))
        .isEqualTo("The horizon ends; it has been in Closing for 3 days.");
    assertThat(words(new Step.Ended(AT, "", 3)))
        .isEqualTo("The horizon ends; it has been dormant for 3 days.");
  }

  @Test
  void aStoryIsToldInOrderAndFitsTheScreen() {
    LeadStory story =
        story(
            new Step.Arrived(AT),
            decided(Way.FORWARDS, 0.39, 0.39, 0.2),
            new Step.Won(AT, "", 9, 9));
    assertThat(StoryReport.text(story, WIDE).lines().toList().subList(0, 3))
        .containsExactly(
            "lead-203  replication 17",
            "  Source inbound, segment small, product core, worth 14.2 k USD a year; quality 0.63"
                + " (reference 0.50).",
            "  Wed 2027-02-03 10:12  It arrives.");
    assertThat(StoryReport.text(story, new TextStyle(72, false, false)).lines())
        .allMatch(line -> line.length() <= 72)
        // a number and its per cent stay together
        .noneMatch(line -> line.strip().startsWith("%"));
  }

  @Test
  void namesFromAFileCannotControlTheTerminal() {
    LeadStory story = story(new Step.Entered(AT, Fixtures.HOSTILE));
    assertThat(StoryReport.text(story, WIDE)).doesNotContain("\u001b").contains("<script>");
    assertThat(Document.parse(StoryReport.json(story), "a.json").problems()).isEmpty();
  }

  @Test
  void jsonHasEveryFigureAndTheSentence() {
    LeadStory story =
        story(
            new Step.Waited(AT, Line.HELP, "SE", 3, 2, 2, 0, 2.25, 1.25, End.DONE),
            decided(Way.BACK, 0.38, 0.41, 0.4));
    Document json = Document.parse(StoryReport.json(story), "a.json");
    assertThat(json.problems()).isEmpty();
    List<Node> steps = json.root().get("steps").items();
    assertThat(steps.get(0).get("at").text()).isEqualTo("2027-02-03T10:12:30.000");
    assertThat(steps.get(0).get("step").text()).isEqualTo("waited");
    assertThat(steps.get(0).get("before").text()).isEqualTo("3");
    assertThat(steps.get(0).get("hours").text()).isEqualTo("2.25");
    Node exit = steps.get(1);
    assertThat(exit.get("effects").items()).hasSize(2);
    assertThat(exit.get("effects").items().get(0).get("logOdds").text()).isEqualTo("0.1875");
    assertThat(exit.get("draw").text()).isEqualTo("0.4");
    assertThat(exit.get("way").text()).isEqualTo("back");
    assertThat(exit.get("text").text()).isEqualTo(words(story.steps().get(1)));
  }

  private static RepStory.Span span(int tookOn, int won) {
    return new RepStory.Span(
        LocalDate.of(2027, 1, 1),
        LocalDate.of(2027, 2, 1),
        Map.of("call", 30),
        62.04,
        160,
        tookOn,
        15,
        won,
        won * 24000.0,
        5);
  }

  @Test
  void aRepsStoryIsOneSentencePerSpan() {
    RepStory story =
        new RepStory(
            17,
            "AE 3",
            "AE",
            "USD",
            OptionalDouble.of(0.57),
            15,
            List.of(span(12, 2)),
            span(12, 2));
    assertThat(StoryReport.text(story, WIDE))
        .isEqualTo(
            """
            AE 3  AE · replication 17
              Owned 15 leads on day one. Skill adds +0.57 to the log-odds of every lead of this rep.
              2027-01-01 to 2027-01-31  30 touches (call 30) in 62.0 of 160 working hours (39 %); took on 12 leads, owned 15 at the end; won 2 (48 k USD), lost 5.
              In all  30 touches (call 30) in 62.0 of 160 working hours (39 %); took on 12 leads, owned 15 at the end; won 2 (48 k USD), lost 5.
            """);
    Document json = Document.parse(StoryReport.json(story), "a.json");
    assertThat(json.problems()).isEmpty();
    assertThat(json.root().get("spans").items().get(0).get("hours").text()).isEqualTo("62.04");
    assertThat(json.root().get("skillLogOdds").text()).isEqualTo("0.57");
  }

  @Test
  void aRepWhoOnlyHelpsIsToldSo() {
    RepStory story =
        new RepStory(
            17, "SE 1", "SE", "USD", OptionalDouble.empty(), 0, List.of(span(0, 0)), span(0, 0));
    assertThat(StoryReport.text(story, WIDE))
        .contains("Owned no leads, but helped with those of others.", "(39 %).")
        .doesNotContain("took on");
  }

  @Test
  void suggestionsSayWhatToWrite() {
    Suggestions suggestions =
        new Suggestions(
            17,
            5132,
            2,
            List.of(new Suggestions.Suggestion("lead-203", "the largest deal won")),
            List.of(new Suggestions.Suggestion("AE 3", "the most deals won: 12")));
    assertThat(StoryReport.text(suggestions, WIDE))
        .isEqualTo(
            """
            Replication 17  5,132 leads and 2 deals of the starting pipeline
              --lead lead-203  the largest deal won
              --rep "AE 3"     the most deals won: 12
            Add one of these, or another, to hear the story.
            """);
    assertThat(Document.parse(StoryReport.json(suggestions), "a.json").problems()).isEmpty();
  }
}
