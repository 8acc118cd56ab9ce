/** Which element shows which path. */

/**
 * Pages by the first part of their path: the module /page/<name>.js defines the element <name>. A page
 * reads its parameters from the router, and follows onRoute.
 */
const PAGES = {
  wall: 'wall-page',
  alerts: 'wall-page',
  history: 'history-page',
  coverage: 'coverage-page',
  'alarm-health': 'alarm-health-page',
  rules: 'rules-page',
};

/** Name of the element that shows this route; undefined if there is no such page. */
export const pageOf = ({page}) => PAGES[page];

/** Loads its module, unless it is there; a page that is never opened costs nothing. */
export const loadPage = name => import(`./${name}.js`);
