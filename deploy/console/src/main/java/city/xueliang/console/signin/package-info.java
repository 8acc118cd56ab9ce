/** How a request is found to be a seat's: the demo seat, a browser's session or a bearer token. */
package city.xueliang.console.signin;
