package city.xueliang.placewatch.intake;

import city.xueliang.flink.state.BinaryTypeInfo;
import org.apache.flink.util.OutputTag;

/** The side output that every station has for records that it cannot take. */
public final class RejectedRecords {
  public static final OutputTag<Rejection> TAG =
      new OutputTag<>("rejected-records", BinaryTypeInfo.of(Rejection.class, new Rejection.Form()));

  private RejectedRecords() {}
}
