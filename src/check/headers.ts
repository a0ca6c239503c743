/** What an answer's headers lack: `wrong` keeps something from working or from being safe, `notes` are worth a look. */
export interface HeaderFindings {
  readonly wrong: readonly string[];
  readonly notes: readonly string[];
}

/** What the elements read of an answer from another origin, which browsers hide unless it is exposed (F21). */
const READ = ['Retry-After', 'X-Request-Id'];

/**
 * The headers of one answer.
 *
 * @param origin The page's, where it is another than the backend's.
 * @param hasEtag Whether the answer is one that is saved again.
 */
export function headerFindings({ headers, ok }: Response, origin: string | undefined, hasEtag: boolean): HeaderFindings {
  const wrong: string[] = [];
  const notes: string[] = [];
  if (ok && !/^application\/(?:[\w.-]+\+)?json\b/i.test(headers.get('Content-Type') ?? '')) {
    notes.push('Content-Type is not application/json');
  }
  // Personal data must not stay in a cache that outlives the session (PR9).
  if (ok && !listOf(headers, 'Cache-Control').includes('no-store')) wrong.push('Cache-Control: no-store is missing, so the answer may stay on a disk');
  if (hasEtag && ok && !headers.has('ETag')) notes.push('no ETag: of two people who save at once, the second overwrites the first');
  if (origin !== undefined) {
    if (!allows(headers, origin)) wrong.push(refusalOf(origin));
    const exposed = listOf(headers, 'Access-Control-Expose-Headers');
    const hidden = [...READ, ...(hasEtag ? ['ETag'] : [])].filter((name) => !exposed.includes('*') && !exposed.includes(name.toLowerCase()));
    if (hidden.length > 0) notes.push(`CORS: Access-Control-Expose-Headers lacks ${hidden.join(', ')}`);
  }
  return { wrong, notes };
}

/** What a browser would refuse to send after this answer to its preflight. */
export function preflightFindings({ headers, ok }: Response, origin: string, method: string, sent: readonly string[]): readonly string[] {
  if (!ok) return ['CORS: the preflight (OPTIONS) is not answered with a 2xx status'];
  // In the same words as of the answer itself, so that it is told once.
  if (!allows(headers, origin)) return [refusalOf(origin)];
  const methods = listOf(headers, 'Access-Control-Allow-Methods');
  const allowed = listOf(headers, 'Access-Control-Allow-Headers');
  // The star stands for all but Authorization.
  const refused = sent.filter((name) => !allowed.includes(name) && (name === 'authorization' || !allowed.includes('*')));
  return [
    ...(/^(?:GET|POST)$/.test(method) || methods.includes(method.toLowerCase()) || methods.includes('*')
      ? []
      : [`CORS: Access-Control-Allow-Methods lacks ${method}`]),
    ...(refused.length > 0 ? [`CORS: Access-Control-Allow-Headers lacks ${refused.join(', ')}`] : []),
  ];
}

function refusalOf(origin: string): string {
  return `CORS: Access-Control-Allow-Origin does not allow ${origin}`;
}

function allows(headers: Headers, origin: string): boolean {
  return ['*', origin].includes(headers.get('Access-Control-Allow-Origin')?.trim() ?? '');
}

function listOf(headers: Headers, name: string): readonly string[] {
  return (headers.get(name) ?? '').split(',').map((one) => one.trim().toLowerCase());
}
