/** The SDK talks to native code only where the host's name contains this (§6.1). */
export const ON_ZALO = /h5\.zdn\.vn/;

/** A name of this machine that browsers resolve by themselves (RFC 6761) and that the SDK takes for Zalo's. */
export function zaloName(host: string | undefined): string {
  return `h5.zdn.vn.localhost${/:\d+$/.exec(host ?? '')?.[0] ?? ''}`;
}
