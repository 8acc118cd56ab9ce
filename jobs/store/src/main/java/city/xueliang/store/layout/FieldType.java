package city.xueliang.store.layout;

/** What a field's values are. */
public enum FieldType {
  /** 64 bits. */
  INTEGER,
  /** IEEE 754, double precision; always finite. */
  DECIMAL,
  BOOLEAN,
  /** Names and codes. */
  STRING
}
