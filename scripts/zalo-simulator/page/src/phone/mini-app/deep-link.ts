/** Path and parameters that `https://zalo.me/s/<id>/…` opens in the Mini App (§7.6); undefined for any other address. */
export function miniAppPath(address: string, miniAppId: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, pathname, search } = new URL(address);
  const root = `/s/${miniAppId}`;
  if (protocol !== 'https:' || hostname !== 'zalo.me') return undefined;
  if (pathname !== root && !pathname.startsWith(`${root}/`)) return undefined;
  return `${pathname.slice(root.length) || '/'}${search}`;
}
