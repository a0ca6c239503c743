import type { ResolvedSettings } from './settings.js';

/** What `format/link` needs to judge an address: where it starts from and where it may lead. */
export interface Rules {
  readonly base: string;
  readonly allowedOrigins: readonly string[];
}

/** The backend's addresses; several where sources are combined. */
function backends({ connection: { baseUrl } }: ResolvedSettings): readonly string[] {
  const named = typeof baseUrl === 'object' ? Object.values(baseUrl) : baseUrl === undefined ? [] : [baseUrl];
  return named.flatMap((url) => {
    try {
      return [new URL(url, document.baseURI).href];
    } catch {
      return [];
    }
  });
}

/** The rules for one kind of address: the host's list of origins, or the page's and the backend's. Relative ones start at a lone backend. */
function rulesFor(settings: ResolvedSettings, origins: readonly string[] | undefined): Rules {
  const urls = backends(settings);
  const base = (urls.length === 1 && urls[0]) || document.baseURI;
  return { base, allowedOrigins: origins ?? [location.origin, ...urls] };
}

/** Where a link from the data may lead (TH3). */
export function linkRules(settings: ResolvedSettings): Rules {
  return rulesFor(settings, settings.allowedLinkOrigins);
}

/** Where a picture from the data may come from (TH9). */
export function imageRules(settings: ResolvedSettings): Rules {
  return rulesFor(settings, settings.allowedImageOrigins);
}
