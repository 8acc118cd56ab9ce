/**
 * What the store knows of a measure, place by place and window by window, on the page and as files:
 * {@link city.xueliang.console.history.QuestionReader} reads what is asked, {@link
 * city.xueliang.console.history.HistoryReader} makes the {@link
 * city.xueliang.console.history.History}, of which the page, CSV and Excel are made.
 */
package city.xueliang.console.history;
