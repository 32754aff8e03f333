import { ControlFault } from '../answers.ts';
import { citizenView, stranger } from '../citizens.ts';
import type { Sim } from '../context.ts';
import type { CitizenAct, ConsoleAct, ZbsAct } from '../control-api.ts';
import { type Call, jsonBody, sendBytes, sendJson } from '../http.ts';
import { issuePair, revokeGrant } from '../identity/tokens.ts';
import { mintGraphTokens } from '../identity/user-tokens.ts';
import { PHONE_ROUTES } from '../miniapp/phone.ts';
import { mergeSettings } from '../settings.ts';
import type { CitizenRecord } from '../state.ts';
import { isFilled, isObject, type JsonObject } from '../values.ts';
import { consoleCheck, permissionRevoked } from '../webhook/events.ts';
import { readTemplates } from '../zbs-templates.ts';
import { anonymousMessage } from './anonymous.ts';
import { actAsCitizen } from './citizen-acts.ts';
import { actAtConsole } from './console-acts.ts';
import { keepFile } from './files.ts';
import { wardOutlines } from './geometry.ts';
import { keepPhoto } from './photos.ts';
import { resetAll } from './reset.ts';
import { actOnTemplates } from './zbs-acts.ts';

type Answer = JsonObject | object;
type Handler = (sim: Sim, call: Call, id: string) => Answer | Promise<Answer>;

/** The routes of `control-api.ts`; `:id` is the one variable part. */
const ROUTES: Record<string, Handler> = {
  'GET /_sim/state': (sim) => sim.state(),
  'GET /_sim/citizens/:id/messages': (sim, _call, id) => ({ messages: visibleMessages(sim, citizenOf(sim, id)) }),
  'GET /_sim/wire': (sim, call) => ({ entries: sim.wire.after(Number(call.query.get('after') ?? 0)) }),
  'POST /_sim/citizens': addCitizen,
  'POST /_sim/citizens/:id/act': (sim, call, id) => {
    const messages = actAsCitizen(sim, citizenOf(sim, id), bodyOf(call) as unknown as CitizenAct);
    return { messages: messages.map(sim.messageView) };
  },
  'POST /_sim/citizens/:id/graph-token': (sim, call, id) => mintGraphTokens(sim, citizenOf(sim, id), bodyOf(call)),
  'POST /_sim/console/:id/act': (sim, call, id) => {
    const sent = actAtConsole(sim, citizenOf(sim, id), bodyOf(call) as unknown as ConsoleAct);
    const messages = sent.map(sim.messageView);
    return { message: messages[0], messages };
  },
  'POST /_sim/photos': (sim, call) => keepPhoto(sim, call.body),
  'POST /_sim/anonymous': (sim, call) => anonymousMessage(sim, bodyOf(call)),
  'POST /_sim/files': (sim, call) => keepFile(sim, call.body, call.query.get('name')),
  'POST /_sim/zbs': (sim, call) => actOnTemplates(sim, bodyOf(call) as unknown as ZbsAct),
  'POST /_sim/templates': setTemplates,
  /** Light enough to be asked all the time. */
  'GET /_sim/clock': (sim) => ({ now: sim.clock.now(), offsetMs: sim.clock.offsetMs() }),
  'POST /_sim/clock': moveClock,
  'POST /_sim/settings': changeSettings,
  'POST /_sim/webhook/send': sendWebhook,
  'POST /_sim/webhook/check': async (sim) => statusOnly(await sim.webhook.sendRaw(JSON.stringify(consoleCheck(sim)))),
  'POST /_sim/webhook/redeliver': redeliver,
  'POST /_sim/webhook/resubscribe': (sim) => {
    sim.store.data.settings.webhook.subscribed = true;
    sim.changed();
    return sim.state();
  },
  'POST /_sim/first-token': (sim) => {
    const { refresh, access } = issuePair(sim);
    return { refresh_token: refresh, access_token: access };
  },
  'POST /_sim/revoke': revoke,
  'POST /_sim/reset': resetAll,
  ...phoneRoutes(),
};

export async function answerControl(sim: Sim, call: Call): Promise<void> {
  try {
    if (call.method === 'GET' && call.path === '/_sim/stream') return sim.stream.open(call.response);
    if (call.method === 'GET' && call.path === '/_sim/geometry') return answerGeometry(sim, call);
    const { pattern, id } = patternOf(call.path);
    const handler = ROUTES[`${call.method} ${pattern}`];
    if (!handler) throw new ControlFault(404, `Không có lệnh ${call.method} ${call.path}`);
    sendJson(call.response, 200, await handler(sim, call, id), { 'Cache-Control': 'no-store' });
  } catch (error) {
    if (!(error instanceof ControlFault)) throw error;
    sendJson(call.response, error.status, { error: error.message });
  }
}

function patternOf(path: string): { pattern: string; id: string } {
  const match = /^\/_sim\/(citizens|console|phone)\/([^/]+)\/([a-z-]+)$/.exec(path);
  if (!match) return { pattern: path, id: '' };
  return { pattern: `/_sim/${match[1]}/:id/${match[3]}`, id: match[2] ?? '' };
}

/** Each phone belongs to a citizen; the routes are those of `miniapp/phone-api.ts`. */
function phoneRoutes(): Record<string, Handler> {
  return Object.fromEntries(
    Object.entries(PHONE_ROUTES).map(([route, handle]) => {
      const [method, name] = route.split(' ');
      const handler: Handler = (sim, call, id) => handle(sim, citizenOf(sim, id), method === 'GET' ? {} : bodyOf(call));
      return [`${method} /_sim/phone/:id/${name}`, handler];
    }),
  );
}

function citizenOf(sim: Sim, id: string): CitizenRecord {
  const citizen = sim.store.citizen(id);
  if (!citizen) throw new ControlFault(404, 'Không có người dân này');
  return citizen;
}

function bodyOf(call: Call): JsonObject {
  const body = jsonBody(call);
  if (!body) throw new ControlFault(400, 'Thân yêu cầu phải là JSON');
  return body;
}

function visibleMessages(sim: Sim, citizen: CitizenRecord) {
  return sim.store
    .messagesOf(citizen.id)
    .filter((message) => !message.hidden)
    .map(sim.messageView);
}

function addCitizen(sim: Sim, call: Call): Answer {
  const { name } = bodyOf(call);
  if (!isFilled(name)) throw new ControlFault(400, 'Thiếu tên người dân');
  const citizen = stranger(name.trim().normalize('NFC'));
  sim.store.addCitizen(citizen);
  sim.changed();
  return citizenView(sim.store, citizen);
}

function setTemplates(sim: Sim, call: Call): Answer {
  const templates = readTemplates(bodyOf(call).templates);
  sim.store.data.templates = templates;
  sim.changed();
  return { templates };
}

/** Silently, the tokens are dead and nobody says so: what a lost answer to a refresh leaves behind (§2.2). */
function revoke(sim: Sim, call: Call): Answer {
  if (bodyOf(call).silent !== true) void sim.webhook.emit(permissionRevoked(sim));
  revokeGrant(sim);
  return sim.state();
}

/** Moving the clock also releases deliveries whose time has come. */
function moveClock(sim: Sim, call: Call): Answer {
  const { advanceMs, reset } = bodyOf(call);
  if (reset === true) sim.clock.reset();
  else if (typeof advanceMs === 'number' && Number.isFinite(advanceMs)) sim.clock.advance(advanceMs);
  else throw new ControlFault(400, 'Cần advanceMs là số mili giây, hoặc reset: true');
  sim.webhook.releaseDue();
  sim.changed();
  return sim.state();
}

function changeSettings(sim: Sim, call: Call): Answer {
  const { data } = sim.store;
  const patch = bodyOf(call);
  const wrong = mergeSettings(data.settings, patch);
  if (wrong) throw new ControlFault(400, `Giá trị của “${wrong}” không hợp lệ`);
  if ('subQuota' in patch) data.quotaTotals.sub = data.settings.subQuota;
  if ('purchaseQuota' in patch) data.quotaTotals.purchase = data.settings.purchaseQuota;
  sim.changed();
  return sim.state();
}

/** `body` may be a string: then these very bytes are signed and sent. */
async function sendWebhook(sim: Sim, call: Call): Promise<Answer> {
  const { body, headers } = bodyOf(call);
  if (body === undefined) throw new ControlFault(400, 'Thiếu body');
  const raw = typeof body === 'string' ? body : JSON.stringify(body);
  const overrides: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(isObject(headers) ? headers : {})) {
    overrides[name] = value === null ? null : String(value);
  }
  return statusOnly(await sim.webhook.sendRaw(raw, overrides));
}

async function redeliver(sim: Sim, call: Call): Promise<Answer> {
  const sent = sim.wire.sent(Number(bodyOf(call).seq));
  if (!sent) throw new ControlFault(404, 'Mục này không phải một sự kiện webhook còn lưu');
  return statusOnly(await sim.webhook.redeliver(sent));
}

function statusOnly({ status }: { status: unknown }): Answer {
  return { status };
}

async function answerGeometry(sim: Sim, call: Call): Promise<void> {
  const outlines = await wardOutlines(sim.config.wardBoundaries);
  if (outlines === undefined) return sendJson(call.response, 404, { error: 'Không có ranh giới phường, xã' });
  sendBytes(call.response, 200, outlines, 'application/geo+json; charset=utf-8');
}
