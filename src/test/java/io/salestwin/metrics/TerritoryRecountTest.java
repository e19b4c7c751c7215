package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.metrics.Played.Stretch;
import io.salestwin.metrics.Recorder.Lead;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figures by territory, counted again: a lead's value tells where it lies. */
class TerritoryRecountTest {

  private static final List<String> NAMES = List.of("east", "west", "south");

  /** A deal of the product is worth 1,000, and so many times as much by territory. */
  private static final long[] CENTS = {100_000, 300_000, 700_000};

  private static Played play(int number) {
    return new Played(
        Rich.with(
            "products={core: {value: 1000}}",
            "segments={all: {mix: 100%}}",
            "competitors={Acme: {share: 30%}}",
            "stages.Qualification.advance=38%",
            "territories={east: {share: 50%}, west: {share: 30%, value: x3}, south: {share: 20%,"
                + " value: x7, opens: 2027-02-10}}",
            "roles.AE.territories={east: 3, west: 2, south: 1}",
            "roles.AE.territoryRule=first"),
        20270101,
        number);
  }

  @Test
  void whatEachTerritoryBringsIsWhatWasSeenOfItsLeads() {
    for (int number = 0; number < 3; number++) {
      Played play = play(number);
      for (int t = -1; t < NAMES.size(); t++) {
        count(play, t, play.horizon());
      }
      play.periods().forEach(period -> count(play, -1, period));
      assertThat(play.figure("won_by_territory.south")).isPositive();
    }
  }

  private static void count(Played play, int territory, Stretch stretch) {
    String name = "_by_territory" + (territory < 0 ? "" : "." + NAMES.get(territory));
    String end = name + stretch.suffix();
    Predicate<Lead> here = l -> territory < 0 || l.valueCents == CENTS[territory];
    double leads =
        play.seen.arrivals.stream().filter(a -> stretch.has(a.at()) && here.test(a.lead())).count();
    List<Lead> ended = all(play).filter(here).filter(l -> stretch.has(l.ended)).toList();
    double won = ended.stream().filter(l -> l.won).count();
    double lost = ended.stream().filter(l -> !l.won && l.opportunity != Recorder.OPEN).count();
    play.is("leads" + end, leads);
    play.is(
        "opportunities" + end,
        all(play).filter(here).filter(l -> stretch.has(l.opportunity)).count());
    play.is("won" + end, won);
    play.is(
        "bookings" + end,
        ended.stream().filter(l -> l.won).mapToLong(l -> l.valueCents).sum() / 100.0);
    play.is("win_rate" + end, won / (won + lost));
  }

  private static Stream<Lead> all(Played play) {
    return play.seen.leads.values().stream();
  }
}
