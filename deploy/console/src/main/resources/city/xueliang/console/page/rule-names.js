/** Names of the rules in force, since alerts carry ids only. */
import {get} from './api.js';
import {nameOf} from './texts.js';
import {Topics} from './topics.js';

const topics = new Topics();
let byId = new Map();

/** Calls the listener whenever names have been loaded; gives how to stop. */
export const onRuleNames = listener => topics.subscribe('rules', listener);

export async function loadRuleNames() {
  const {rules} = await get('/api/rules');
  byId = new Map(rules.map(rule => [rule.id, rule]));
  topics.tell('rules');
}

/** Its name in the reader's language; the id of a rule that is no longer in force. */
export const ruleName = id => (byId.has(id) ? nameOf(byId.get(id)) : id);
