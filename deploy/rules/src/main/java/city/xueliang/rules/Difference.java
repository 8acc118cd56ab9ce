package city.xueliang.rules;

import city.xueliang.domain.rule.EntryKeys;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.domain.rule.RulebookChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How files differ from what is in force. */
record Difference(List<Entry> entries) {

  /** What becomes of one key. */
  enum Kind {
    ADDED,
    CHANGED,
    REMOVED,
    UNCHANGED
  }

  /**
   * One key.
   *
   * @param before removal if nothing was in force
   * @param after with its next version if it changes
   */
  record Entry(Kind kind, RulebookChange before, RulebookChange after) {
    String key() {
      return after.key();
    }

    /** The keys of the content that differ: {@code limit: 25 -> 20}. */
    List<String> changedKeys() {
      Map<String, String> old = EntryKeys.of(before);
      Map<String, String> now = EntryKeys.of(after);
      Set<String> all = new LinkedHashSet<>(now.keySet());
      all.addAll(old.keySet());
      return all.stream()
          .filter(path -> !Objects.equals(old.get(path), now.get(path)))
          .map(
              path ->
                  path + ": " + old.getOrDefault(path, "-") + " → " + now.getOrDefault(path, "-"))
          .toList();
    }
  }

  /**
   * @param prunes whether what is in force, but not in the files, is to be removed
   */
  static Difference of(Rulebook files, LaidDown laidDown, boolean prunes) {
    Rulebook inForce = laidDown.inForce();
    List<Entry> entries = new ArrayList<>();
    for (RulebookChange wanted : files.entries().values()) {
      RulebookChange before =
          inForce.entries().getOrDefault(wanted.key(), RulebookChange.removal(wanted.key()));
      if (before.isRemoval()) {
        entries.add(new Entry(Kind.ADDED, before, next(wanted, laidDown)));
      } else if (before.saysTheSameAs(wanted)) {
        entries.add(new Entry(Kind.UNCHANGED, before, before));
      } else {
        entries.add(new Entry(Kind.CHANGED, before, next(wanted, laidDown)));
      }
    }
    if (prunes) {
      inForce.entries().values().stream()
          .filter(entry -> !files.entries().containsKey(entry.key()))
          .sorted(Comparator.comparing(RulebookChange::key))
          .forEach(
              gone ->
                  entries.add(new Entry(Kind.REMOVED, gone, RulebookChange.removal(gone.key()))));
    }
    return new Difference(entries);
  }

  static RulebookChange next(RulebookChange wanted, LaidDown laidDown) {
    return wanted.withVersion(laidDown.nextVersion(wanted.key()));
  }

  long count(Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  /** What has to be published. */
  List<RulebookChange> changes() {
    return entries.stream()
        .filter(entry -> entry.kind() != Kind.UNCHANGED)
        .map(Entry::after)
        .toList();
  }

  /** Tells the user all of it. */
  void tell(RulesCommand command) {
    for (Entry entry : entries) {
      switch (entry.kind()) {
        case ADDED -> command.tell("diff.added", entry.key(), entry.after().contentVersion());
        case REMOVED -> command.tell("diff.removed", entry.key());
        case CHANGED -> {
          command.tell(
              "diff.changed",
              entry.key(),
              entry.before().contentVersion(),
              entry.after().contentVersion());
          entry.changedKeys().forEach(change -> command.line("    " + change));
        }
        case UNCHANGED -> {}
      }
    }
    command.tell(
        "diff.sum",
        count(Kind.ADDED),
        count(Kind.CHANGED),
        count(Kind.REMOVED),
        count(Kind.UNCHANGED));
  }
}
