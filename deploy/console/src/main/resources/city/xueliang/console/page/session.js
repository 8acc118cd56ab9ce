/** The seat that sits here. */
import {get} from './api.js';

/**
 * As in openapi.yaml: seat, role, permissions, roots, timeZone, demo. Filled before anything is shown.
 *
 * @type {{seat: string, role: string, permissions: string[], roots: string[], timeZone: string, demo: boolean}}
 */
export const session = {seat: '', role: 'VIEWER', permissions: [], roots: [], timeZone: 'Asia/Shanghai', demo: false};

export async function loadSession() {
  Object.assign(session, await get('/api/session'));
}

/** @param {'ACT'|'SILENCE'|'EXPORT'} permission */
export const may = permission => session.permissions.includes(permission);
