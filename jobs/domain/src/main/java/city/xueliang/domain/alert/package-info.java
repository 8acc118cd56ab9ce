/** What was noticed, and the alerts that come of it. */
package city.xueliang.domain.alert;
