import type { Sim } from '../context.ts';
import { describeRequest } from '../describe-call.ts';
import { type Call, redirect, sendBytes } from '../http.ts';
import { isHttpUrl } from '../values.ts';
import { issueCode } from './tokens.ts';

const ERRORS: Record<string, string> = {
  '-14002': 'Invalid appId',
  '-14003': 'Invalid redirect uri',
};

/**
 * `/v4/oa/permission`: GET shows the page on which an OA administrator approves, POST is that approval (§2.1).
 * Other parameters than the four documented ones are ignored.
 */
export function answerConsent(sim: Sim, call: Call): void {
  const asked = call.method === 'POST' ? new URLSearchParams(call.body.toString('utf8')) : call.query;
  const fault = faultOf(sim, asked);
  if (fault) {
    note(sim, call, fault);
    redirect(call.response, `${sim.config.publicUrl}/v4/oa/permission/error?error_code=${fault.code}`);
    return;
  }
  note(sim, call);
  if (call.method === 'POST') approve(sim, call, asked);
  else sendBytes(call.response, 200, consentPage(sim, asked), 'text/html; charset=utf-8');
}

export function answerConsentError(call: Call): void {
  const code = call.query.get('error_code') ?? '';
  const text = Object.hasOwn(ERRORS, code) ? ERRORS[code] : 'Lỗi không rõ';
  sendBytes(
    call.response,
    200,
    page(`<h1>Không cấp quyền được</h1><p>${escapeHtml(code)} ${text}</p>`),
    'text/html; charset=utf-8',
  );
}

interface ConsentFault {
  code: number;
  explanation: string;
}

function faultOf(sim: Sim, asked: URLSearchParams): ConsentFault | undefined {
  if (asked.get('app_id') !== sim.config.appId || sim.store.data.settings.appStatus === 'inactive') {
    return { code: -14002, explanation: 'app_id không đúng hoặc ứng dụng chưa hoạt động (§2.1, §11.1).' };
  }
  const callback = asked.get('redirect_uri');
  const saved = sim.config.callbackUrl;
  // §2.1: byte for byte, because exact or prefix match is undocumented.
  if (!isHttpUrl(callback) || (saved !== undefined && callback !== saved)) {
    return { code: -14003, explanation: 'redirect_uri khác địa chỉ đã lưu trong trang quản lý (§2.1, §11.1).' };
  }
  return undefined;
}

function approve(sim: Sim, call: Call, asked: URLSearchParams): void {
  const { code } = issueCode(sim, asked.get('code_challenge') ?? '');
  const target = new URL(asked.get('redirect_uri') ?? '');
  target.searchParams.set('code', code);
  target.searchParams.set('oa_id', sim.config.oaId);
  const state = asked.get('state');
  if (state !== null) target.searchParams.set('state', state);
  redirect(call.response, target.href);
}

function consentPage(sim: Sim, asked: URLSearchParams): string {
  const fields = ['app_id', 'redirect_uri', 'code_challenge', 'state'].flatMap((name) => {
    const value = asked.get(name);
    return value === null ? [] : [`<input type="hidden" name="${name}" value="${escapeHtml(value)}">`];
  });
  return page(`<h1>Cấp quyền cho ứng dụng</h1>
<p>Ứng dụng <b>${escapeHtml(sim.config.appId)}</b> xin quyền quản lý Official Account <b>${escapeHtml(sim.config.oaName)}</b>.</p>
<form method="post" action="/v4/oa/permission">${fields.join('')}<button>Cho phép</button></form>`);
}

function page(body: string): string {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Zalo giả lập</title>
<style>body{font:16px/1.6 system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.5rem}</style>
<body>${body}</body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function note(sim: Sim, call: Call, fault?: ConsentFault): void {
  sim.wire.add({
    direction: 'api',
    title: `${call.method} ${call.path}`,
    status: fault || call.method === 'POST' ? 302 : 200,
    durationMs: 0,
    request: describeRequest(call),
    ...(fault ? { errorCode: fault.code, explanation: fault.explanation } : {}),
  });
}
