import type { AddressInfo } from 'node:net';
import { citizenView, stranger } from './citizens.ts';
import { createClock } from './clock.ts';
import type { Sim, SimConfig } from './context.ts';
import { createPushStream } from './control/push-stream.ts';
import type { ChatMessage, SimSettings, SimState } from './control-api.ts';
import { type DaggerCodes, DEFAULT_DAGGER_CODES } from './dagger-codes.ts';
import { createMediaStore } from './media/media-store.ts';
import { createRateLimiter } from './oa/rate-limit.ts';
import { OFFICIALS } from './officials.ts';
import { createServer } from './server.ts';
import { type DeepPartial, defaultSettings, mergeSettings, type Receivers, receiversOf } from './settings.ts';
import { createStore, initialData, type SimData, type StoredMessage } from './state.ts';
import { createStateFile } from './state-file.ts';
import { createWebhookSender } from './webhook/sender.ts';
import { createWireLog } from './wire-log.ts';
import { readTemplates } from './zbs-templates.ts';

export interface SimulatorOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  appId: string;
  appSecret: string;
  oaId: string;
  oaSecret: string;
  oaName?: string;
  miniAppId?: string;
  /** Open API key of the Mini App: its `X-Api-Key` and its webhook signature (§0.2); without one every call is -102. */
  miniAppApiKey?: string;
  /** The OA callback saved in the console; without it any http(s) address is accepted (§2.1). */
  callbackUrl?: string;
  webhookUrl: string;
  /** Mini App webhook (§7.5); by default `miniapp` beside the OA's. */
  miniappWebhookUrl?: string;
  /** Origin in media addresses; its own by default. */
  publicUrl?: string;
  /** JSON file that keeps chats, tokens and citizens over a restart; pictures go to `<file>.media/`. */
  stateFile?: string;
  /** GeoJSON of the wards, served simplified at `/_sim/geometry`. */
  wardBoundaries?: string;
  /** Folder of the built page, served at `/`. */
  pageDir?: string;
  /** Folder of the built Mini App; opened at `/zapps/<miniAppId>/` on `h5.zdn.vn.localhost` (§6.1). */
  miniappDir?: string;
  /** Real time, for tests; the simulated clock is this plus its offset. */
  now?: () => number;
  settings?: DeepPartial<SimSettings>;
  daggerCodes?: Partial<DaggerCodes>;
}

export interface Simulator {
  url: string;
  port: number;
  state(): SimState;
  /** Resolves when every event has had its first attempt. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** A strict stand-in for every Zalo host the service talks to, on one origin. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { host = '127.0.0.1', stateFile, settings = {} } = options;
  const file = createStateFile(stateFile, () => ({ ...sim.store.data, offsetMs: sim.clock.offsetMs() }));
  const saved = file.load();
  const data = startData(saved, receiversOf(options.webhookUrl, options.miniappWebhookUrl));
  const wrong = mergeSettings(data.settings, settings);
  if (wrong) throw new Error(`Simulator setting does not fit: ${wrong}`);
  if (!saved) data.quotaTotals = { sub: data.settings.subQuota, purchase: data.settings.purchaseQuota };

  const config: SimConfig = configOf(options);
  const store = createStore(data);
  const clock = createClock(options.now ?? Date.now, data.offsetMs);
  const stream = createPushStream(() => sim.state());
  const changed = () => {
    file.touch();
    stream.stateChanged();
  };
  const secrets = [options.appSecret, options.oaSecret, options.miniAppApiKey ?? ''];
  const wire = createWireLog(clock, secrets, (entry) => stream.push({ type: 'wire', entry }));
  const absolute = (address: string) => (address.startsWith('/') ? config.publicUrl + address : address);
  const messageView = (message: StoredMessage) => viewOf(message, absolute);

  const sim: Sim = {
    config,
    store,
    clock,
    wire,
    stream,
    changed,
    saveNow: file.flush,
    absolute,
    messageView,
    dagger: { ...DEFAULT_DAGGER_CODES, ...options.daggerCodes },
    media: createMediaStore(stateFile === undefined ? undefined : `${stateFile}.media`),
    rate: createRateLimiter(clock),
    webhook: createWebhookSender({ config, store, clock, wire, changed }),
    messageChanged(message) {
      if (!message.hidden) stream.push({ type: 'message', message: messageView(message) });
      changed();
    },
    state: () => ({
      now: clock.now(),
      offsetMs: clock.offsetMs(),
      appId: config.appId,
      oa: { id: config.oaId, name: config.oaName },
      ...(config.miniAppId === undefined ? {} : { miniAppId: config.miniAppId }),
      citizens: store.data.citizens.map((citizen) => citizenView(store, citizen)),
      officials: [...OFFICIALS],
      tags: [...store.data.tags],
      templates: structuredClone(store.data.templates),
      granted: store.data.granted,
      settings: structuredClone(store.data.settings),
      pendingDeliveries: store.data.deliveries.length,
      hasGeometry: config.wardBoundaries !== undefined,
      hasMiniApp: config.miniAppId !== undefined && config.miniappDir !== undefined,
    }),
  };

  const server = createServer(() => sim);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  config.publicUrl = (options.publicUrl ?? url).replace(/\/$/, '');
  sim.webhook.resume();

  return {
    url,
    port,
    state: sim.state,
    idle: sim.webhook.idle,
    async close() {
      stream.close();
      await sim.webhook.close();
      file.flush();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** A saved state may be of an older build: what it lacks starts as new. The webhook addresses are always this start's. */
function startData(saved: SimData | undefined, receivers: Receivers): SimData {
  const defaults = defaultSettings(receivers);
  if (!saved) return initialData(defaults);
  const webhook = { ...defaults.webhook, ...saved.settings.webhook, url: receivers.webhookUrl };
  const zns = { ...defaults.zns, ...saved.settings.zns };
  const miniapp = { ...defaults.miniapp, ...saved.settings.miniapp, webhookUrl: receivers.miniappWebhookUrl };
  const settings = { ...defaults, ...saved.settings, webhook, zns, miniapp };
  const citizens = saved.citizens.map((citizen) => ({ ...stranger(citizen.name), ...citizen }));
  const templates = readTemplates(saved.templates);
  return { ...initialData(defaults), ...saved, settings, citizens, templates };
}

function configOf(options: SimulatorOptions): SimConfig {
  const {
    appId,
    appSecret,
    oaId,
    oaSecret,
    miniAppId,
    miniAppApiKey,
    callbackUrl,
    wardBoundaries,
    pageDir,
    miniappDir,
  } = options;
  return {
    appId,
    appSecret,
    oaId,
    oaSecret,
    oaName: options.oaName ?? 'OA giả lập',
    publicUrl: options.publicUrl ?? '',
    ...(miniAppId === undefined ? {} : { miniAppId }),
    ...(miniAppApiKey === undefined ? {} : { miniAppApiKey }),
    ...(callbackUrl === undefined ? {} : { callbackUrl }),
    ...(wardBoundaries === undefined ? {} : { wardBoundaries }),
    ...(pageDir === undefined ? {} : { pageDir }),
    ...(miniappDir === undefined ? {} : { miniappDir }),
  };
}

/** Internal fields stay inside; media addresses get their origin. */
function viewOf(message: StoredMessage, absolute: (address: string) => string): ChatMessage {
  const { hidden: _hidden, links: _links, recipient: _recipient, ...view } = message;
  return {
    ...view,
    ...(view.imageUrl === undefined ? {} : { imageUrl: absolute(view.imageUrl) }),
    ...(view.thumbnailUrl === undefined ? {} : { thumbnailUrl: absolute(view.thumbnailUrl) }),
    ...(view.file === undefined ? {} : { file: { ...view.file, url: absolute(view.file.url) } }),
  };
}
