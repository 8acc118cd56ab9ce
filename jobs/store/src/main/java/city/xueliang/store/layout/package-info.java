/** What the store's rows look like: for those who write them and those who read them. */
package city.xueliang.store.layout;
