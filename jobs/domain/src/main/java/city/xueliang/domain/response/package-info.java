/**
 * How alerts are answered: what places see of them and how soon they are worked, and whether seats
 * are told more than they can work.
 */
package city.xueliang.domain.response;
