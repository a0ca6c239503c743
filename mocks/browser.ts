import { setupWorker } from 'msw/browser';
import { createHandlers, type MockOptions } from './handlers.js';

/** Puts the mocked backend behind this page with a service worker, which must lie at `workerUrl`; gives a function that takes it away. */
export async function startMocks({ workerUrl = '/mockServiceWorker.js', ...options }: MockOptions & { readonly workerUrl?: string } = {}): Promise<() => void> {
  const worker = setupWorker(...createHandlers(options));
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url: workerUrl } });
  return () => worker.stop();
}
