/** The command that tells people of alerts over webhooks, the robots of chat groups, and mail. */
package city.xueliang.notify;
