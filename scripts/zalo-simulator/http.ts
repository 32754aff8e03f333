import type { IncomingMessage, ServerResponse } from 'node:http';
import { asObject, type JsonObject, tryParseJson } from './values.ts';

/** One request with its body read; what every host of the simulator is given. */
export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Buffer;
  request: IncomingMessage;
  response: ServerResponse;
}

/** Above every documented upload limit, so that an oversized upload is refused by its own rule (§3.6) and not by the transport. */
const MAX_BODY = 24 * 1024 * 1024;

export async function readCall(request: IncomingMessage, response: ServerResponse): Promise<Call> {
  const url = new URL(request.url ?? '/', 'http://simulator');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: Buffer.concat(chunks),
    request,
    response,
  };
}

export function jsonBody(call: Call): JsonObject | undefined {
  const parsed = tryParseJson(call.body.toString('utf8'));
  return parsed === undefined || parsed === null || typeof parsed !== 'object' ? undefined : asObject(parsed);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json;charset=utf-8',
    'Content-Length': String(Buffer.byteLength(text)),
    ...headers,
  });
  response.end(text);
}

export function sendBytes(response: ServerResponse, status: number, bytes: Buffer | string, contentType: string): void {
  response.writeHead(status, { 'Content-Type': contentType, 'X-Content-Type-Options': 'nosniff' });
  response.end(bytes);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { Location: location });
  response.end();
}
