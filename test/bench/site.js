// Serves what the bench needs from memory, each answer held back like a network of that latency would.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = /** @type {Record<string, string>} */ ({ '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css' });

/** A certificate nobody trusts, made anew; browsers speak HTTP/2 only with one. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'c360-bench-'));
  try {
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
    if (!key || !cert) return undefined;
    const options = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost', '-keyout', key, '-out', cert];
    execFileSync('openssl', options, { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {object} Site
 * @property {string} origin
 * @property {string} protocol
 * @property {Map<string, {type: string, body: string | Buffer | (() => string | Promise<string>)}>} files
 * @property {(milliseconds: number) => void} setLatency
 * @property {() => void} close
 */

/** For pages of any other origin, whatever they send. @param {import('node:http').IncomingMessage} request */
const openToAll = ({ headers }) => ({
  'access-control-allow-origin': '*',
  'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
  'timing-allow-origin': '*',
});

/**
 * @param {Site['files']} [files] what another site serves, to be served from a second origin
 * @returns {Promise<Site>}
 */
export async function startSite(files = new Map()) {
  /** @type {Map<string, Buffer>} */
  const packed = new Map();
  let latency = 0;

  /** @param {string} path @returns {Promise<{type: string, body: Buffer} | undefined>} */
  async function find(path) {
    const held = files.get(path);
    const type = held?.type ?? types[extname(path)] ?? 'application/json';
    const known = packed.get(path);
    if (known) return { type, body: known };
    const local = normalize(path.slice(1));
    const content = held
      ? typeof held.body === 'function'
        ? await held.body()
        : held.body
      : local.startsWith('cdn') && existsSync(local)
        ? readFileSync(local)
        : undefined;
    if (content === undefined) return undefined;
    const body = gzipSync(content);
    packed.set(path, body);
    return { type, body };
  }

  /** @type {import('node:http').RequestListener} */
  const answer = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    // Packed before the clock starts: a real server has that done.
    void find(pathname).then((found) => {
      setTimeout(() => {
        if (request.method === 'OPTIONS') return response.writeHead(204, openToAll(request)).end();
        if (!found) return response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
        const etag = `"${createHash('sha1').update(found.body).digest('base64')}"`;
        // Files of code never change under their name; whether data is still true is asked each time.
        const cache = { etag, 'cache-control': found.type === types['.js'] ? 'public, max-age=31536000, immutable' : 'no-cache' };
        if (request.headers['if-none-match'] === etag) return response.writeHead(304, { ...cache, ...openToAll(request) }).end();
        const type = { 'content-type': `${found.type}; charset=utf-8`, 'content-encoding': 'gzip' };
        response.writeHead(200, { ...type, ...cache, ...openToAll(request) }).end(found.body);
      }, latency);
    });
  };

  const secrets = certificate();
  const server = secrets ? createSecureServer({ ...secrets, allowHTTP1: true }, /** @type {never} */ (answer)) : createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `${secrets ? 'https' : 'http'}://localhost:${port}`,
    protocol: secrets ? 'HTTP/2' : 'HTTP/1.1',
    files,
    setLatency: (milliseconds) => (latency = milliseconds),
    close: () => void server.close(),
  };
}
