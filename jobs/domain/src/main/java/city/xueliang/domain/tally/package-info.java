/** What is counted and measured per place and window. */
package city.xueliang.domain.tally;
