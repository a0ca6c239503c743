import { setupWorker } from 'msw/browser';
import { createHandlers, type MockOptions } from './handlers.js';

/** The mocked backend behind a page. */
export interface RunningMocks {
  /** Behaves otherwise from now on, forgetting what was asked and saved before. */
  use(options: MockOptions): void;
  /** Takes the mocked backend away. */
  stop(): void;
}

/** Puts the mocked backend behind this page with a service worker, which must lie at `workerUrl`. */
export async function startMocks({
  workerUrl = '/mockServiceWorker.js',
  ...options
}: MockOptions & { readonly workerUrl?: string } = {}): Promise<RunningMocks> {
  const worker = setupWorker(...createHandlers(options));
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url: workerUrl } });
  return {
    use: (changed) => worker.resetHandlers(...createHandlers(changed)),
    stop: () => worker.stop(),
  };
}
