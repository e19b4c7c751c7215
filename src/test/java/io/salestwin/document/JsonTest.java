package io.salestwin.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void valuesKeepTheirOrder() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", 1L);
    map.put("a", Arrays.asList(0.1, null, true, "x\"\n"));
    map.put("e", List.of());
    map.put("n", Node.parse("{p: 26%, q: 0.50}", "x").value());
    assertThat(Json.compact(map))
        .isEqualTo(
            "{\"z\":1,\"a\":[0.1,null,true,\"x\\\"\\n\"],\"e\":[],"
                + "\"n\":{\"p\":\"26%\",\"q\":0.50}}");
    assertThat(Json.write(map))
        .startsWith("{\n  \"z\": 1,\n  \"a\": [\n    0.1,\n")
        .endsWith("}\n");
  }

  @Test
  void doublesHaveTheFewestDigits() {
    assertThat(Json.number(0.1)).isEqualTo("0.1");
    assertThat(Json.number(2.0E-3)).isEqualTo("0.002");
    assertThat(Json.number(2e23)).isEqualTo("2.0E23");
    assertThat(Json.number(1e10)).isEqualTo("1.0E10");
    assertThat(Json.number(Double.MIN_VALUE)).isEqualTo("4.9E-324");
    assertThat(Json.number(12)).isEqualTo("12.0");
  }

  @Test
  void whatJsonDoesNotHaveIsAMistakeOfTheProgram() {
    assertThatThrownBy(() -> Json.write(List.of(1.0, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("$[1] is NaN");
    assertThatThrownBy(() -> Json.number(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.write(Map.of("a", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no stable JSON form");
    assertThatThrownBy(() -> Json.write(1.5f)).isInstanceOf(IllegalArgumentException.class);
  }
}
