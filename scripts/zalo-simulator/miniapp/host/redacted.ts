/** Without tokens, and without the query of addresses: an upload's permission stands there (§6.3). For the log. */
export function redacted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value === 'string') return value.replace(/^(https?:\/\/[^?#]*)\?.*$/s, '$1?…').slice(0, 300);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, SECRET.test(key) ? '«ẩn»' : redacted(inner)]),
  );
}

const SECRET = /token|jwt|cookies|verifier|base64/i;
