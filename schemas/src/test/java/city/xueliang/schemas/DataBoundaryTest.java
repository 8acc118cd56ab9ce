package city.xueliang.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataBoundaryTest {
  static List<Schema> contracts() {
    return Contracts.ALL;
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyFieldOfAContractWasReviewed(Schema contract) throws IOException {
    assertThat(new DataBoundary(reviewedFields()).violationsOf(contract)).isEmpty();
  }

  @Test
  void aPlateNumberIsFound() throws IOException {
    assertThat(violationsWith("{\"name\":\"plateNumber\",\"type\":\"string\",\"doc\":\"x\"}"))
        .containsExactly("CameraEvent.plateNumber string is not on the reviewed list");
  }

  @Test
  void aPlateNumberIsFoundInANestedRecord() throws IOException {
    assertThat(
            violationsWith(
                """
                {"name":"region","doc":"x","type":["null",{"type":"record","name":"Region","fields":[
                  {"name":"plateNumber","type":"string","doc":"x"}]}]}"""))
        .containsExactly("Region.plateNumber string is not on the reviewed list");
  }

  @Test
  void aMapIsFoundUnderAReviewedName() throws IOException {
    assertThat(
            violationsWith(
                "{\"name\":\"count\",\"doc\":\"x\",\"type\":{\"type\":\"map\",\"values\":\"string\"}}"))
        .contains("CameraEvent.count is a map: a map can hold anything");
  }

  @Test
  void aReviewedNameWithAnotherTypeIsFound() throws IOException {
    assertThat(violationsWith("{\"name\":\"count\",\"type\":\"string\",\"doc\":\"x\"}"))
        .containsExactly("CameraEvent.count string is not on the reviewed list");
  }

  @Test
  void aFieldWithoutDocIsFound() throws IOException {
    assertThat(violationsWith("{\"name\":\"deviceId\",\"type\":\"string\"}"))
        .containsExactly("CameraEvent.deviceId has no doc");
  }

  private static List<String> violationsWith(String field) throws IOException {
    Schema planted =
        new Schema.Parser()
            .parse("{\"type\":\"record\",\"name\":\"CameraEvent\",\"fields\":[" + field + "]}");
    return new DataBoundary(reviewedFields()).violationsOf(planted);
  }

  private static Set<String> reviewedFields() throws IOException {
    try (InputStream list = DataBoundaryTest.class.getResourceAsStream("reviewed-fields.txt")) {
      return new HashSet<>(
          new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }
}
