package city.xueliang.flink.job;

import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Names the operators of a job. A uid is what a savepoint finds an operator's state by: it never
 * changes and is never used again.
 */
public final class Stations {
  private Stations() {}

  /** Gives an operator its uid, which is its name, too. */
  public static <T> SingleOutputStreamOperator<T> station(
      String uid, SingleOutputStreamOperator<T> operator) {
    return operator.uid(uid).name(uid);
  }

  /** Gives a sink its uid, which is its name, too. */
  public static <T> DataStreamSink<T> station(String uid, DataStreamSink<T> sink) {
    return sink.uid(uid).name(uid);
  }
}
