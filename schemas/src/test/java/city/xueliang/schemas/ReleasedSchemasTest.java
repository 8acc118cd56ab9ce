package city.xueliang.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.schemas.ReleasedSchemas.Release;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {
  static List<Schema> contracts() {
    return Contracts.ALL;
  }

  static List<Release> releases() {
    return ReleasedSchemas.all();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theNewestReleaseOfAContractIsTheContract(Schema contract) {
    assertThat(releasesOf(contract)).isNotEmpty();
    assertThat(releasesOf(contract).get(releasesOf(contract).size() - 1).schema())
        .as("a changed contract is released under its next number")
        .isEqualTo(contract);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyReleaseReadsEveryOther(Schema contract) {
    for (Release reader : releasesOf(contract)) {
      for (Release writer : releasesOf(contract)) {
        assertThat(compatibility(reader.schema(), writer.schema()))
            .as("%s reads %s", reader.name(), writer.name())
            .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void aReleasedFileNeverChanges(Release release) {
    assertThat("%016x".formatted(release.fingerprint())).isEqualTo(release.indexedFingerprint());
  }

  @Test
  void aFieldWithoutDefaultIsFoundIncompatible() {
    Schema before =
        new Schema.Parser()
            .parse(
                """
        {"type":"record","name":"Reading","fields":[{"name":"value","type":"double"}]}""");
    Schema after =
        new Schema.Parser()
            .parse(
                """
        {"type":"record","name":"Reading","fields":[
          {"name":"value","type":"double"},{"name":"unit","type":"string"}]}""");
    assertThat(compatibility(after, before)).isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
  }

  private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }

  private static List<Release> releasesOf(Schema contract) {
    return ReleasedSchemas.all().stream()
        .filter(release -> release.schema().getFullName().equals(contract.getFullName()))
        .toList();
  }
}
