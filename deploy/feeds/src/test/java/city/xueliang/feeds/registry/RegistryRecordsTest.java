package city.xueliang.feeds.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.xueliang.schemas.PlaceLevel;
import org.junit.jupiter.api.Test;

class RegistryRecordsTest {

  @Test
  void aPlaceComesBackAsItWas() {
    assertThat(SmallCity.REGISTRY.places())
        .allSatisfy(
            place ->
                assertThat(RegistryRecords.toPlace(RegistryRecords.toRecord(place)))
                    .isEqualTo(place));
  }

  @Test
  void aDeviceComesBackAsItWas() {
    assertThat(SmallCity.REGISTRY.devices())
        .allSatisfy(
            device ->
                assertThat(RegistryRecords.toDevice(RegistryRecords.toRecord(device)))
                    .isEqualTo(device));
  }

  @Test
  void anOutlineIsLongitudesAndLatitudesInTurn() {
    assertThat(RegistryRecords.toRecord(SmallCity.GRID).getOutline().get(0).getCoordinates())
        .startsWith(101.7, 36.6, 101.8, 36.6);
  }

  @Test
  void aLevelOfANewerWriterIsRefused() {
    var record = RegistryRecords.toRecord(SmallCity.CITY);
    record.setLevel(PlaceLevel.UNKNOWN);
    assertThatIllegalArgumentException().isThrownBy(() -> RegistryRecords.toPlace(record));
  }
}
