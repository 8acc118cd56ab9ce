/** What operators ask to be alerted to. */
package city.xueliang.domain.rule;
