/** Drawings of places for a screen: outlines, or a hexagon for each grid where there are none. */
package city.xueliang.console.drawing;
