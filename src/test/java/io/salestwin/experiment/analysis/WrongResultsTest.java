package io.salestwin.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Problem;
import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.analysis.Analysis.Advice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that tell nothing, or that are wrong: what is said is never a figure, nor "wait". */
class WrongResultsTest {

  private static final String SCENARIO =
      """
      name: One stage
      start: 2027-01-01
      horizon: 4 quarters
      begin: {empty: true}
      products: {core: {value: 10k}}
      sources: {inbound: {arrivals: {perMonth: 100}}}
      roles: {AE: {headcount: 8, hoursPerWeek: 38}}
      stages: [{name: Sell, owner: AE, work: [{effort: 30 min}], advance: 30%}]
      """;

  private static final String PLAN =
      """
      name: T
      scenario: s.yaml
      hypothesis: H
      treatment: {stages.Sell.advance: +5pp}
      metric: {name: won in time, measure: conversion, within: 30 days, baseline: 30%}
      effect: +10pp
      icc: 0.01
      volume: 100
      atMost: 6 months
      """;

  private static final String LATE = "2027-12-01";

  @TempDir private Path folder;

  @Test
  void anArmWithoutARepIsNotWaitedForAndNotTrusted() throws IOException {
    String csv = "rep,arm,assigned,won\n" + "A,control,2027-01-05,1\nB,control,2027-11-20,0\n";
    Analysis found = analysis("rep", csv, LATE);
    assertThat(found.decision().advice()).isEqualTo(Advice.DO_NOT_TRUST);
    assertThat(found.decision().sentence())
        .contains("2 reps under control and 0 treated", "Give the results of both arms");
  }

  @Test
  void oneRepInAnArmIsNeverComputable() throws IOException {
    String csv =
        "rep,arm,assigned,won\n"
            + "A,control,2027-01-05,1\nA,control,2027-03-01,0\n"
            + "B,treatment,2027-01-05,0\nB,treatment,2027-03-01,1\n";
    // some are young, and the plan goes on for months: but no other rep will ever come
    Analysis found = analysis("rep", csv, "2027-03-10");
    assertThat(found.primary().young()).isPositive();
    assertThat(found.decision().advice()).isEqualTo(Advice.NOT_COMPUTABLE);
    assertThat(found.decision().sentence()).contains("an arm has a single rep");
    assertThat(found.waiting().until()).isEmpty();
  }

  @Test
  void whatDoesNotVaryIsNotWaitedForAfterTheEnd() throws IOException {
    String csv =
        "lead,arm,assigned,won\n"
            + "1,control,2027-01-05,0\n2,control,2027-01-05,0\n3,control,2027-11-20,0\n"
            + "4,treatment,2027-01-05,0\n5,treatment,2027-01-05,0\n6,treatment,2027-11-20,0\n";
    Analysis found = analysis("lead", csv, LATE);
    assertThat(found.primary().isComputable()).isFalse();
    assertThat(found.decision().advice()).isEqualTo(Advice.NOT_COMPUTABLE);
    // on the way there it may still vary
    Analysis before = analysis("lead", csv.replace("2027-11-20", "2027-02-01"), "2027-02-10");
    assertThat(before.decision().advice()).isEqualTo(Advice.RUN_ON);
  }

  @Test
  void looksStandInTheOrderOfTheirDays() throws IOException {
    String early = "2027-03-01,control,178,50\n2027-03-01,treatment,178,70\n";
    String late = "2027-09-01,control,356,107\n2027-09-01,treatment,356,143\n";
    String head = "look,arm,n,conversions\n";
    Analysis ordered = analysis("lead", head + early + late, LATE);
    Analysis turned = analysis("lead", head + late + early, LATE);
    assertThat(turned.looks()).isEqualTo(ordered.looks()).hasSize(2);
    assertThat(turned.decision()).isEqualTo(ordered.decision());
  }

  @Test
  void sumsThatCannotBeAreNamedWithTheirLines() throws IOException {
    String csv =
        """
        look,metric,arm,n,conversions
        2027-03-01,won in time,control,178,50
        2027-09-01,won in time,control,100,40
        2027-09-01,won in time,control,200,60
        2027-09-01,won in tme,treatment,100,40
        2027-09-01,won in time,treatment,100,140
        """;
    assertThat(
            Results.parse(csv, "r.csv", file("lead").plan().orElseThrow(), Optional.empty())
                .problems()
                .stream()
                .map(Problem::toString))
        .anyMatch(p -> p.contains("r.csv:3") && p.contains("fewer units than at the look before"))
        .anyMatch(p -> p.contains("r.csv:4") && p.contains("two rows of one arm at one look"))
        .anyMatch(p -> p.contains("r.csv:5") && p.contains("did you mean \"won in time\"?"))
        .anyMatch(p -> p.contains("r.csv:6") && p.contains("140 events of 100 units"))
        .hasSize(4);
  }

  @Test
  void aUnitThatStandsTwiceIsNamed() throws IOException {
    String csv = "lead,rep,arm,won\n1,A,control,1\n2,B,treatment,0\n1,A,control,1\n";
    assertThat(
            Results.parse(csv, "r.csv", file("rep").plan().orElseThrow(), Optional.empty())
                .problems())
        .singleElement()
        .asString()
        .contains("r.csv:4", "the unit \"1\" is there twice");
  }

  private ExperimentFile file(String unit) throws IOException {
    Files.writeString(folder.resolve("s.yaml"), SCENARIO);
    Path path = folder.resolve("e.yaml");
    Files.writeString(path, PLAN + "unit: " + unit + "\n");
    ExperimentFile read = ExperimentFile.read(path, List.of());
    assertThat(read.problems()).filteredOn(Problem::isError).isEmpty();
    return read;
  }

  private Analysis analysis(String unit, String csv, String asOf) throws IOException {
    ExperimentFile file = file(unit);
    Results results =
        Results.parse(csv, "r.csv", file.plan().orElseThrow(), Optional.of(LocalDate.parse(asOf)));
    assertThat(results.problems()).isEmpty();
    return Analysis.of(file, results, List.of(), 1, 2);
  }
}
