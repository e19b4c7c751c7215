package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Little's law without any tolerance: the area under the number in a place is the sum of the stays
 * there, those still going on at the end included (Stidham, 1974: it holds on every sample path).
 */
class LittlesLawTest {

  @Test
  void leadsInAStageAndOpenLeadsOfARoleAreTheSumsOfTheirStays() {
    SalesModel model = busy("{warmUp: 90 days}").model();
    Replication replication = new Replication(model, 4);
    for (int r = 0; r < 10; r++) {
      Witness witness = new Witness(model, true);
      replication.observe(witness);
      replication.play(r);
      assertThat(witness.steps()).isGreaterThan(5000);
      witness.holdsTheAreasOf(replication.ledger());
    }
  }

  @Test
  void whatAStageHoldsIsQueueWorkAndBuyersTimeAndWhoWaitsIsTheQueues() {
    SalesModel model = busy("{empty: true}").model();
    Replication replication = new Replication(model, 4);
    Set<Long> inStages = new TreeSet<>();
    replication.observe(
        (step, timeMs, entity, stage, rep) -> {
          switch (step) {
            case ENTERED -> inStages.add(entity);
            case ADVANCED, REGRESSED, LOST, DORMANT -> inStages.remove(entity);
            default -> {}
          }
        });
    replication.play(0);
    Leads leads = replication.leads;
    long queues = 0;
    long whole = 0;
    for (int stage = 0; stage < model.stageCount(); stage++) {
      queues += Witness.sum(replication.ledger(), Fact.QUEUE_MS, stage);
      whole += Witness.sum(replication.ledger(), Fact.QUEUE_MS, stage);
      whole += Witness.sum(replication.ledger(), Fact.WORK_MS, stage);
      whole += Witness.sum(replication.ledger(), Fact.BUYER_MS, stage);
    }
    List<Long> seen = new ArrayList<>();
    for (int lead = 0; lead < leads.capacity(); lead++) {
      if (inStages.contains(leads.entity(lead))) {
        seen.add(leads.entity(lead));
        queues += leads.queueMs(lead);
        queues += leads.queued(lead) ? model.endMs() - leads.queuedAt(lead) : 0;
        whole += model.endMs() - leads.enteredAt(lead);
      }
    }
    assertThat(seen).hasSameSizeAs(inStages).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    long waiting = 0;
    for (int role = 0; role < model.roleCount(); role++) {
      waiting += Witness.sum(replication.ledger(), Fact.WAITING_AREA, role);
    }
    assertThat(waiting).isEqualTo(queues).isPositive();
    long area = 0;
    for (int stage = 0; stage < model.stageCount(); stage++) {
      area += Witness.sum(replication.ledger(), Fact.STAGE_AREA, stage);
    }
    assertThat(area).isEqualTo(whole);
  }

  private static Story busy(String begin) {
    return new Story()
        .with("horizon", "52 weeks")
        .with("begin", begin)
        .with("calendar", "{hoursPerDay: 8}")
        .with("sources", "{in: {arrivals: {perMonth: 150}}}")
        .role("SDR", "headcount: 2, openLeads: 30")
        .role("AE", "headcount: 3")
        .role("SE", "headcount: 1")
        .stage(
            "name: Talk, owner: SDR, advance: 50%, patience: {exponential: {mean: 20 days}},"
                + " work: [{effort: {exponential: {mean: 1 hour}}, times: 3, every: 1 day,"
                + " stop: 30%}],"
                + " delay: {lognormal: {mean: 4 days, cv: 1}},"
                + " recycle: {share: 30%, after: 20 days}")
        .stage(
            "name: Deal, owner: AE, advance: 40%, timeOut: 40 days,"
                + " work: [{effort: 2 hours}, {effort: 1 hour, role: SE}],"
                + " delay: {lognormal: {mean: 15 days, cv: 1}},"
                + " regress: {to: Talk, probability: 10%}");
  }
}
