/** Pages that may ask. */
const origins = new Set(['https://crm.example.com']);

/** For Express and Connect: `app.use('/api/c360', allowPages)`; with plain Node: `allowPages(request, response, () => answer(request, response))`. */
export function allowPages(request, response, next) {
  const { origin } = request.headers;
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Vary', 'Origin');
  if (origins.has(origin)) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, If-Match');
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT');
    response.setHeader('Access-Control-Expose-Headers', 'ETag, Retry-After, X-Request-Id');
    response.setHeader('Access-Control-Max-Age', '600');
  }
  if (request.method === 'OPTIONS') response.writeHead(204).end();
  else next();
}
