/**
 * Reading of the YAML files that people write: every value knows its line, and every mistake is
 * collected instead of stopping at the first.
 */
package city.xueliang.domain.config;
