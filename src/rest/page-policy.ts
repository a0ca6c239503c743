/**
 * Notices when the page's own Content Security Policy keeps a request from leaving (HP6): to `fetch` that looks like
 * any other refusal, but no retry will mend it. Ends with the signal as well, since a host's own `fetch` may never do so.
 */
export function watchPagePolicy(url: URL, signal: AbortSignal): { readonly blocked: () => Promise<boolean>; readonly stop: () => void } {
  const page = globalThis.document;
  let blocked = false;
  const onViolation = ({ disposition, effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (disposition === 'enforce' && effectiveDirective === 'connect-src' && url.href.startsWith(blockedURI)) blocked = true;
  };
  page?.addEventListener('securitypolicyviolation', onViolation, { signal });
  return {
    // The event is a task of its own, which may come after the rejection.
    blocked: () => new Promise((resolve) => setTimeout(() => resolve(blocked))),
    stop: () => page?.removeEventListener('securitypolicyviolation', onViolation),
  };
}
