/**
 * The command centre's page and its server. What it shows comes from the topics and the store; what
 * seats do goes to the topics. It knows nothing of the jobs.
 */
package city.xueliang.console;
