/** A real browser for tests of pages. */
package city.xueliang.testing.browser;
