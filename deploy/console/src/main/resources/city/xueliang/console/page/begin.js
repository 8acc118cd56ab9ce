/** All that has to be known before a page can be shown. */
import {live} from './live.js';
import {loadPlaces} from './places.js';
import {loadRuleNames} from './rule-names.js';
import {loadSession} from './session.js';

/** @throws {ApiError} */
export const begin = () => Promise.all([loadSession(), loadPlaces(), loadRuleNames(), live.start()]);
