/** Requests to the server's API; openapi.yaml says what there is. */
import {language} from './texts.js';

/** Why a request was not done. `reason` as in openapi.yaml, or OFFLINE; `message` is for the reader. */
export class ApiError extends Error {
  constructor(status, reason, message) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

/**
 * Asks for JSON, such as get('/api/history', {place: ['630105'], from: 0}); parameters that are null
 * or undefined are left out, arrays are repeated.
 *
 * @throws {ApiError}
 */
export const get = (path, parameters = {}, {signal} = {}) => request(withParameters(path, parameters), {signal});

/** Sends JSON; answers with the JSON that comes back, null if none does. @throws {ApiError} */
export const post = (path, body = {}) =>
  request(path, {method: 'POST', body: JSON.stringify(body), headers: {'Content-Type': 'application/json'}});

/** The path with its parameters, for links to files such as /api/history.csv. */
export function withParameters(path, parameters) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined) {
        search.append(name, one);
      }
    }
  }
  const words = search.toString();
  return words === '' ? path : `${path}?${words}`;
}

/** Leaves for the issuer's page, which comes back to this one. */
export function signIn() {
  location.assign(withParameters('/auth/sign-in', {return: location.pathname + location.search}));
}

async function request(path, options) {
  const answer = await send(path, options);
  if (answer.ok) {
    const body = await answer.text();
    return body === '' ? null : JSON.parse(body);
  }
  if (answer.status === 401) {
    signIn();
  }
  const error = await answer.json().catch(() => ({reason: 'UNAVAILABLE', message: `${answer.status} ${answer.statusText}`}));
  throw new ApiError(answer.status, error.reason, error.message);
}

async function send(path, options) {
  try {
    return await fetch(path, {...options, headers: {'Accept-Language': language(), ...options.headers}});
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new ApiError(0, 'OFFLINE', failure.message);
  }
}
