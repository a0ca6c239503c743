import { expect } from '@open-wc/testing';

/** Asks from within a page of its own that may not connect anywhere, and tells what the error was. */
function askFromStrictPage(): Promise<unknown> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html>
    <meta http-equiv="Content-Security-Policy" content="connect-src 'none'">
    <script type="module">
      import { Http } from '${location.origin}/src/rest/http.ts';
      new Http().get(new URL('${location.origin}/customers/ada?from=2026-01-01'), { signal: new AbortController().signal })
        .catch(({ kind, details }) => parent.postMessage({ kind, details }));
    </script>`;
  return new Promise((resolve) => {
    addEventListener('message', ({ source, data }) => {
      if (source !== frame.contentWindow) return;
      frame.remove();
      resolve(data);
    });
    document.body.append(frame);
  });
}

describe("the page's own policy", () => {
  it('that keeps a request from leaving is named, since no retry will mend it (HP6)', async () => {
    expect(await askFromStrictPage()).to.deep.equal({ kind: 'config', details: { reason: 'page-policy' } });
  });
});
