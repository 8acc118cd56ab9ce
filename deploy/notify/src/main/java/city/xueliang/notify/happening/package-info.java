/** What happened to an alert from one of its revisions to the next. */
package city.xueliang.notify.happening;
