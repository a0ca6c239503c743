// A small web site for the tests of what is built: its pages, `cdn/` as it is published, and the mocked backend, on as many origins as asked.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getResponse } from 'msw';

const { createHandlers } = await import(pathToFileURL(join(process.cwd(), 'dist/mocks/index.js')).href);

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** Noon of the mocks' last day and the documented customer. */
export const CUSTOMER = '1111113001034507';

/**
 * @typedef {object} Page
 * @property {string} [html]
 * @property {string} [file] a file of the repository instead
 * @property {string} [body] with `type`: anything else
 * @property {string} [type]
 * @property {Record<string, string>} [headers]
 */

/**
 * @typedef {object} Site
 * @property {string} origin
 * @property {string[]} asked method and path of what the backend was asked
 * @property {import('node:http').IncomingHttpHeaders[]} heads headers of the same
 * @property {(pages: Record<string, Page>) => void} serve adds pages
 * @property {() => Promise<void>} close
 */

/**
 * @param {Record<string, Page>} [pages] by path
 * @param {{scenario?: () => string, allow?: string, folders?: Record<string, string>}} [options] `allow`: an origin that may ask the backend
 * @returns {Promise<Site>}
 */
export async function startSite(pages = {}, { scenario = () => 'normal', allow, folders = {} } = {}) {
  const handlers = createHandlers({ scenario });
  /** @type {Record<string, Page>} */
  const held = { '/favicon.ico': { body: '', type: 'image/x-icon' }, ...pages };
  /** @type {Record<string, string>} path prefix → folder */
  const served = { '/cdn/': 'cdn', ...folders };
  /** @type {string[]} */
  const asked = [];
  /** @type {import('node:http').IncomingHttpHeaders[]} */
  const heads = [];
  let origin = '';

  /** @param {import('node:http').IncomingMessage} request */
  async function answer(request) {
    const url = new URL(request.url ?? '/', origin);
    const page = held[url.pathname];
    if (page) {
      const content = page.html ?? page.body ?? readFileSync(page.file ?? '');
      const type = page.type ?? types[/** @type {keyof typeof types} */ (extname(page.file ?? 'page.html'))];
      return { status: 200, headers: { 'content-type': type, ...page.headers }, body: content };
    }
    for (const [prefix, folder] of Object.entries(served)) {
      const path = normalize(join(folder, url.pathname.slice(prefix.length)));
      if (url.pathname.startsWith(prefix) && path.startsWith(normalize(folder)) && existsSync(path)) {
        const type = types[/** @type {keyof typeof types} */ (extname(path))];
        return { status: 200, headers: { 'content-type': type, 'access-control-allow-origin': '*' }, body: readFileSync(path) };
      }
    }
    if (!url.pathname.startsWith('/api/')) return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'not here' };
    const cors = allow && {
      'access-control-allow-origin': allow,
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-allow-methods': 'GET, POST, PUT',
    };
    if (request.method === 'OPTIONS') return { status: 204, headers: { ...cors }, body: '' };
    if (!url.pathname.endsWith('.svg')) {
      asked.push(`${request.method} ${url.pathname}`);
      heads.push(request.headers);
    }
    /** @type {Buffer[]} */
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    const body = pieces.length ? Buffer.concat(pieces) : undefined;
    const asking = new Request(url, {
      method: request.method ?? 'GET',
      headers: /** @type {Record<string, string>} */ (request.headers),
      ...(body && { body }),
    });
    const response = (await getResponse(handlers, asking)) ?? new Response('', { status: 404 });
    return { status: response.status, headers: { ...Object.fromEntries(response.headers), ...cors }, body: Buffer.from(await response.arrayBuffer()) };
  }

  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      (error) => response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error)),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    origin,
    asked,
    heads,
    serve: (more) => void Object.assign(held, more),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
