import { isIP } from 'node:net';

/** How a URL may be fetched. */
export interface Allowed {
  url: URL;
  /** True when the operator named exactly this origin, so it may lie in a private network (the simulator does). */
  mayBePrivate: boolean;
}

/**
 * Checks an address against ZALO_MEDIA_HOSTS (§1.8). An entry is `*.zdn.vn` (any sub-domain, over https on its usual
 * port), `cdn.example.vn` (this host alone, likewise), or an origin such as `http://127.0.0.1:4100`, then exactly that.
 * Null when it is not allowed. The URL that was checked is the one to use: parsing it twice invites two readings.
 */
export function allowedUrl(address: string, entries: readonly string[], base?: URL): Allowed | null {
  if (!URL.canParse(address, base?.href)) return null;
  const url = new URL(address, base);
  // Credentials only ever serve to make a host look like another one.
  if (url.username !== '' || url.password !== '') return null;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  for (const entry of entries) {
    const allowed = matches(url, entry.trim().toLowerCase());
    if (allowed !== null) return { url, ...allowed };
  }
  return null;
}

function matches(url: URL, entry: string): { mayBePrivate: boolean } | null {
  if (entry.includes('://')) {
    return URL.canParse(entry) && new URL(entry).origin === url.origin ? { mayBePrivate: true } : null;
  }
  if (url.protocol !== 'https:' || url.port !== '') return null;
  if (entry.startsWith('*.')) {
    // The URL parser has already lower-cased, decoded and turned into ASCII; a trailing dot stays and does not match.
    const suffix = entry.slice(1);
    return suffix.length > 1 && url.hostname.endsWith(suffix) && url.hostname.length > suffix.length
      ? { mayBePrivate: false }
      : null;
  }
  return entry !== '' && url.hostname === entry ? { mayBePrivate: isIP(entry) !== 0 } : null;
}
