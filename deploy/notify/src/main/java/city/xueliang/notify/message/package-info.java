/** What people read of an alert, in their language. */
package city.xueliang.notify.message;
