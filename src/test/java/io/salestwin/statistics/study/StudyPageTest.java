package io.salestwin.statistics.study;

import static org.assertj.core.api.Assertions.assertThat;

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
    FAMILIES.forEach(
        (family, studies) -> {
          List<String> rows = StudyPage.rows(family);
          assertThat(rows).as(family).hasSameSizeAs(studies);
          for (int i = 0; i < rows.size(); i++) {
            String row = rows.get(i);
            String share =
                row.substring(row.lastIndexOf("| ", row.length() - 3) + 2, row.length() - 2);
            assertThat(row).isEqualTo(StudyPage.row(studies.get(i), share));
            double figure = Double.parseDouble(share.replace(" %", "")) / 100;
            assertThat(studies.get(i).bound().holds(figure)).as(row).isTrue();
          }
        });
  }
}
