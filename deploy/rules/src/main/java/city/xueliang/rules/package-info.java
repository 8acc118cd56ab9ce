/** The command that checks, compares, publishes and takes back rules, policies and silences. */
package city.xueliang.rules;
