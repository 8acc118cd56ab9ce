/** Texts for people, in the languages that they read. */
package city.xueliang.domain.text;
