import { isIPv4, isIPv6 } from 'node:net';

/**
 * What an address is counted by: an IPv4 address by itself, IPv6 by its /64, of which one household or server has all
 * 2⁶⁴ addresses to itself.
 */
export function addressKey(address: string): string {
  const [plain = ''] = address.toLowerCase().split('%');
  const mapped = /^::ffff:(.+)$/.exec(plain)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    // The dotted form of the last two groups counts as two.
    const after = tail === '' ? 0 : tail.split(':').length + (tail.includes('.') ? 1 : 0);
    const zeros = 8 - groups.length - after;
    groups.push(...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...(tail === '' ? [] : tail.split(':')));
  }
  const network = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
