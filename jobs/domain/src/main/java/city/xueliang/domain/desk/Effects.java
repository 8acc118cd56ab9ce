package city.xueliang.domain.desk;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What of one alert others have taken notice of already. Mutable. */
final class Effects {
  private boolean isSounding;
  private boolean isHoldingBack;
  private boolean isExplaining;

  /** Whether the seats know of it and it wants work. */
  boolean isSounding() {
    return isSounding;
  }

  void sounding(boolean is) {
    isSounding = is;
  }

  /** Whether those of other rules that it may hold back have seen it sound. */
  boolean isHoldingBack() {
    return isHoldingBack;
  }

  void holdingBack(boolean is) {
    isHoldingBack = is;
  }

  /** Whether those of which it is the cause have seen it. */
  boolean isExplaining() {
    return isExplaining;
  }

  void explaining(boolean is) {
    isExplaining = is;
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(isSounding);
    out.writeBoolean(isHoldingBack);
    out.writeBoolean(isExplaining);
  }

  void read(DataInput in) throws IOException {
    isSounding = in.readBoolean();
    isHoldingBack = in.readBoolean();
    isExplaining = in.readBoolean();
  }

  void copyFrom(Effects other) {
    isSounding = other.isSounding;
    isHoldingBack = other.isHoldingBack;
    isExplaining = other.isExplaining;
  }
}
