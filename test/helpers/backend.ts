import type { AnswerName } from './answers.js';

/** Root of the backend that these answers seem to come from. */
export const BACKEND = 'https://backend.example.test/api';

const paths: readonly (readonly [pattern: RegExp, name: AnswerName])[] = [
  [/\/customers\/search$/, 'search'],
  [/\/attribute-settings$/, 'attributeSettings'],
  [/\/customers\/[^/]+$/, 'profile'],
  [/\/customers\/[^/]+\/(metrics|impact|activity|events|campaigns|predictions)$/, 'metrics'],
  [/\/messages\/[^/]+\/proof$/, 'proof'],
  [/\/fields\/[^/]+$/, 'field'],
];

/** Which answer a request is for. */
export function nameOf(pathname: string): AnswerName | undefined {
  for (const [pattern, name] of paths) {
    const match = pattern.exec(pathname);
    if (match) return (match[1] as AnswerName | undefined) ?? name;
  }
  return undefined;
}

/** A transport that gives these answers as JSON, and keeps what was asked. */
export interface Backend {
  readonly fetch: typeof fetch;
  readonly requests: readonly Request[];
}

/** `answers` is asked with the id of the customer in the path, `undefined` where there is none. */
export function backendOf(answers: (customerId: string | undefined) => Readonly<Record<AnswerName, object>>): Backend {
  const requests: Request[] = [];
  return {
    requests,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request.clone());
      const { pathname } = new URL(request.url);
      const name = nameOf(pathname);
      if (!name) return new Response(null, { status: 404 });
      const id = /\/customers\/([^/]+)/.exec(pathname)?.[1];
      return new Response(JSON.stringify(answers(id === undefined ? undefined : decodeURIComponent(id))[name]), {
        headers: { 'content-type': 'application/json' },
      });
    },
  };
}
