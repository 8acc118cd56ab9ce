package city.xueliang.flink.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serial;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.apache.flink.util.StateMigrationException;
import org.junit.jupiter.api.Test;

class UpgradeOperatorTest {
  @Test
  void aReleaseGoesOnWithTheStateOfTheOneBeforeIt() throws Exception {
    OperatorSubtaskState savepoint = savepointOf(Note.Form.FIRST, "written by the first");

    try (Harness newest = new Harness(Note.Form.NEWEST, savepoint)) {
      newest.processElement("written by the newest", 1);
      newest.processElement("any", 2);

      assertThat(newest.extractOutputValues())
          .containsExactly(
              "written by the first, urgent false", "written by the newest, urgent true");
    }
  }

  @Test
  void aReleaseRefusesTheStateOfTheOneAfterIt() throws Exception {
    OperatorSubtaskState savepoint = savepointOf(Note.Form.NEWEST, "written by the newest");

    assertThatThrownBy(() -> new Harness(Note.Form.FIRST, savepoint).close())
        .hasRootCauseInstanceOf(StateMigrationException.class);
  }

  private static OperatorSubtaskState savepointOf(int release, String note) throws Exception {
    try (Harness operator = new Harness(release, OperatorSubtaskState.builder().build())) {
      operator.processElement(note, 0);
      return operator.snapshot(1, 1);
    }
  }

  /** Tells the note before the one that comes. */
  private static final class TellNoteBefore extends KeyedProcessFunction<String, String, String> {
    @Serial private static final long serialVersionUID = 1L;

    private final int release;
    private transient ValueState<Note> before;

    private TellNoteBefore(int release) {
      this.release = release;
    }

    @Override
    public void open(OpenContext context) {
      before =
          getRuntimeContext()
              .getState(
                  new ValueStateDescriptor<>(
                      "note", BinaryTypeInfo.of(Note.class, new Note.Form(release))));
    }

    @Override
    public void processElement(String text, Context context, Collector<String> out)
        throws Exception {
      Note note = before.value();
      if (note != null) {
        out.collect(note.text() + ", urgent " + note.urgent());
      }
      before.update(new Note(text, true));
    }
  }

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<String, String, String> {
    private Harness(int release, OperatorSubtaskState savepoint) throws Exception {
      super(
          new KeyedProcessOperator<>(new TellNoteBefore(release)), any -> "one key", Types.STRING);
      initializeState(savepoint);
      open();
    }
  }
}
