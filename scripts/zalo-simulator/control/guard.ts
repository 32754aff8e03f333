import type { Call } from '../http.ts';

/**
 * The control API has no password, so only this machine may reach it: the Host header must name it (DNS rebinding), and a
 * page of another origin may not post to it.
 */
export function isLocal(call: Call): boolean {
  const { host, origin } = call.headers;
  if (!isLoopbackName(nameOf(host ?? ''))) return false;
  return origin === undefined || (URL.canParse(origin) && isLoopbackName(new URL(origin).hostname));
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '');
}

function isLoopbackName(name: string): boolean {
  // `*.localhost` always resolves to loopback in browsers (RFC 6761), so it cannot be rebound.
  return ['localhost', '127.0.0.1', '[::1]'].includes(name) || name.endsWith('.localhost');
}
