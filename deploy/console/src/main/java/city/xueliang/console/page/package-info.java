/** What a browser loads before it asks for data: the page's files, its texts and its libraries. */
package city.xueliang.console.page;
