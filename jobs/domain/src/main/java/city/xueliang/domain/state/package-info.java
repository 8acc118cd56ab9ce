/** How values of the domain turn into bytes and back, without any engine's classes. */
package city.xueliang.domain.state;
