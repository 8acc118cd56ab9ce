package city.xueliang.console.access;

import java.util.Set;

/** What a seat is there for. All of them see the pages of their places. */
public enum Role {
  VIEWER,
  DISPATCHER,
  ANALYST,
  OPERATOR;

  public Set<Permission> permissions() {
    return switch (this) {
      case VIEWER -> Set.of();
      case DISPATCHER -> Set.of(Permission.ACT);
      case ANALYST -> Set.of(Permission.EXPORT);
      case OPERATOR -> Set.of(Permission.ACT, Permission.SILENCE, Permission.EXPORT);
    };
  }

  public boolean may(Permission permission) {
    return permissions().contains(permission);
  }
}
