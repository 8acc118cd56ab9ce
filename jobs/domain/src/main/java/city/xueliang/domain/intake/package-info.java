/** How many records came in, what became of them, and how far behind they were read. */
package city.xueliang.domain.intake;
