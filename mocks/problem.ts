import { HttpResponse } from 'msw';

/** An RFC 9457 answer; `type` ends in the name the contract gives meaning to, e.g. `not-enabled`. */
export function problem(status: number, name: string, headers: Readonly<Record<string, string>> = {}): Response {
  return HttpResponse.json(
    { type: `https://example.test/problems/${name}`, title: name.replaceAll('-', ' '), status },
    { status, headers: { 'content-type': 'application/problem+json', 'x-request-id': `mock-${status}-${name}`, ...headers } },
  );
}
