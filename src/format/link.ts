/** Where an address may lead. */
export interface LinkRules {
  /** What a relative address is relative to. */
  readonly base: string;
  /** Origins a link or image may go to, as the host set them or the page's and the backend's; compared exactly. */
  readonly allowedOrigins: readonly string[];
}

const LONGEST = 2048;
/** Control, space, formatting and bidi characters, lone surrogates and backslashes: a parser drops or turns them, so that what is judged is not what is read. */
const disguise = /[\p{C}\p{Z}\\]/u;
const bareAddress = /^[\p{L}\p{N}.!$'*+=_~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}$/u;
const bareNumber = /^\+?[\d().-]{1,32}$/;

/**
 * Judges an address from the data (TH3, X2, X3): gives the one that may stand in `href`, or `undefined`, and then it is shown as text.
 * `https` and `http` only to allowed origins and without user info, `mailto` and `tel` only with a bare address.
 */
export function allowedLink(url: unknown, rules: LinkRules): string | undefined {
  if (!isPlain(url)) return undefined;
  const scheme = /^(mailto|tel):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme) {
    const rest = url.slice(scheme.length + 1);
    return (scheme === 'tel' ? bareNumber : bareAddress).test(rest) ? `${scheme}:${rest}` : undefined;
  }
  return allowedPage(url, rules);
}

/** Judges the address of a picture or of a page in a frame (TH9, X4): the web only, allowed origins only, never `data:`. */
export function allowedImage(url: unknown, rules: LinkRules): string | undefined {
  return isPlain(url) ? allowedPage(url, rules) : undefined;
}

/** The link that writes to an e-mail address, when it is one. */
export function mailLink(address: string): string | undefined {
  return isPlain(address) && bareAddress.test(address) ? `mailto:${address}` : undefined;
}

/** The link that calls a number, when it is one; spaces are for reading only. */
export function phoneLink(number: string): string | undefined {
  if (number.length > LONGEST) return undefined;
  const digits = number.replace(/[\s\u00a0]/g, '');
  return bareNumber.test(digits) && /\d{3}/.test(digits) ? `tel:${digits}` : undefined;
}

function isPlain(url: unknown): url is string {
  return typeof url === 'string' && url !== '' && url.length <= LONGEST && !disguise.test(url);
}

function allowedPage(url: string, { base, allowedOrigins }: LinkRules): string | undefined {
  const target = parse(url, base);
  if (!target || (target.protocol !== 'https:' && target.protocol !== 'http:') || target.username || target.password) return undefined;
  return allowedOrigins.some((origin) => parse(origin)?.origin === target.origin) ? target.href : undefined;
}

function parse(url: string, base?: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}
