/** What all routes share: the request's seat and language, and how mistakes are answered. */
package city.xueliang.console.http;
