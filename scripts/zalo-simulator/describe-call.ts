import type { Call } from './http.ts';
import { tryParseJson } from './values.ts';

const SHOWN_HEADERS = [
  'access_token',
  'secret_key',
  'appsecret_proof',
  'code',
  'content-type',
  'x-api-key',
  'x-user-id',
  'x-miniapp-id',
];

/** A request as the wire log shows it, before redaction: first line, the headers that matter, the body readable. */
export function describeRequest(call: Call): string {
  const query = call.query.size > 0 ? `?${decodeURIComponent(call.query.toString().replaceAll('+', ' '))}` : '';
  const headers = SHOWN_HEADERS.flatMap((name) =>
    call.headers[name] === undefined ? [] : [`${name}: ${call.headers[name]}`],
  );
  return [`${call.method} ${call.path}${query}`, ...headers, '', describeBody(call)].join('\n').trimEnd();
}

function describeBody(call: Call): string {
  if (call.body.length === 0) return '';
  const type = call.headers['content-type'] ?? '';
  if (/multipart|image\//.test(type)) return `(${call.body.length} byte)`;
  const text = call.body.toString('utf8');
  const parsed = tryParseJson(text);
  return parsed === undefined ? text : JSON.stringify(parsed, null, 2);
}
