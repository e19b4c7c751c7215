package io.salestwin.statistics.study;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page shows every study as it is, with a figure inside its bounds; without running them. */
class StudyPageTest {

  static final Map<String, List<Study>> FAMILIES =
      Map.of(
          "proportions", ProportionStudiesTest.studies(),
          "means", MeanStudiesTest.studies(),
          "ranks", RankStudiesTest.studies(),
          "selection", SelectionStudiesTest.studies(),
          "clusters", ClusterStudiesTest.studies(),
          "survival", SurvivalStudiesTest.studies(),
          "sequential", SequentialStudiesTest.studies());

  @Test
  void showsEveryStudyWithAFigureInsideItsBounds() {
    FAMILIES.forEach(StudyPage::checkFigures);
  }
}
