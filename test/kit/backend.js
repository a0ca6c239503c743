// A backend on an origin of its own that answers byte by byte as a test says: what mocks in a page hide or cannot do.
import { createServer } from 'node:http';

/**
 * @typedef {object} Asked
 * @property {string} method
 * @property {URL} url
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {number} at in milliseconds
 * @property {Promise<'answered' | 'aborted'>} end how it went for the server
 */

/**
 * @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, earlier: number) => void | Promise<void>} Answer
 */

/**
 * @typedef {object} Backend
 * @property {string} origin
 * @property {Asked[]} asked without the questions browsers ask before (CORS)
 * @property {(answer: Answer) => void} answers from now on; what was asked is forgotten
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} [allow] an origin that may ask; nobody unless told
 * @returns {Promise<Backend>}
 */
export async function startBackend(allow) {
  /** @type {Answer} */
  let answer = (_, response) => void response.writeHead(404).end();
  /** @type {Asked[]} */
  const asked = [];
  const server = createServer((request, response) => {
    if (allow) response.setHeader('access-control-allow-origin', allow);
    if (request.method === 'OPTIONS') {
      response.writeHead(204, allow && { 'access-control-allow-headers': 'authorization, content-type' }).end();
      return;
    }
    const earlier = asked.length;
    asked.push({
      method: request.method ?? '',
      url: new URL(request.url ?? '/', origin),
      headers: request.headers,
      at: performance.now(),
      end: new Promise((resolve) => response.on('close', () => resolve(response.writableFinished ? 'answered' : 'aborted'))),
    });
    void answer(request, response, earlier);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    origin,
    asked,
    answers: (next) => {
      answer = next;
      asked.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
