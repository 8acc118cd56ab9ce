package city.xueliang.flink.state;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serial;

/** A value whose second release has a field more than its first. */
record Note(String text, boolean urgent) {
  /** Its bytes as of some release; each reads those of the releases before it, too. */
  public static class Form implements BinaryForm<Note> {
    static final int FIRST = 1;
    static final int NEWEST = 2;

    @Serial private static final long serialVersionUID = 1L;

    private final int release;

    public Form() {
      this(NEWEST);
    }

    Form(int release) {
      this.release = release;
    }

    @Override
    public int version() {
      return release;
    }

    @Override
    public void write(Note note, DataOutput out) throws IOException {
      out.writeUTF(note.text);
      if (release > FIRST) {
        out.writeBoolean(note.urgent);
      }
    }

    @Override
    public Note read(DataInput in, int version) throws IOException {
      return new Note(in.readUTF(), version > FIRST && in.readBoolean());
    }

    @Override
    public Note copy(Note note) {
      return new Note(note.text, note.urgent);
    }
  }

  /** Another form of the same value. */
  public static final class OtherForm extends Form {
    @Serial private static final long serialVersionUID = 1L;
  }
}
