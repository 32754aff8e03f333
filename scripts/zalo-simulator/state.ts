import { inventedCitizens } from './citizens.ts';
import type { ChatMessage, SimSettings, ZbsTemplate, ZnsRefusal } from './control-api.ts';
import type { Standings } from './miniapp/phone-api.ts';
import type { QueuedDelivery } from './webhook/deliveries.ts';

/** One citizen as the platform knows them; the page sees less (`Citizen`). */
export interface CitizenRecord {
  id: string;
  idByApp: string;
  name: string;
  phone: string;
  followed: boolean;
  blocked: boolean;
  banned: boolean;
  /** `user_click_chatnow` was sent; it comes once (§1.7). */
  tappedChat: boolean;
  notifyAllowed: boolean;
  znsRefusal: ZnsRefusal | null;
  oaAdmin: boolean;
  lastInteractionAt: number | null;
  tags: string[];
  sharedInfo: { name: string; phone: string; address: string; ward: string; city: string } | null;
}

export interface StoredMessage extends ChatMessage {
  /** Sent by an `oa.query.hide` button: not shown in the chat (§3.3). */
  hidden?: boolean;
  links?: { title: string; url: string; thumb: string; description: string }[];
  /** By phone: the number or its hash, as the sender named it (§1.11). */
  recipient?: string;
}

export interface Attachment {
  id: string;
  kind: 'image' | 'gif' | 'file';
  mediaId: string;
  fileName: string;
  size: number;
  checksum: string;
  uploadedAt: number;
}

export interface TokenPair {
  access: string;
  refresh: string;
  issuedAt: number;
  /** Set when the refresh token was used: from then on both halves are dead (§2.2). */
  usedAt: number | null;
  /** The OA cancelled the grant. */
  revoked: boolean;
}

export interface ConsentCode {
  code: string;
  challenge: string;
  issuedAt: number;
  used: boolean;
}

export interface UserToken {
  token: string;
  citizenId: string;
  userInfo: boolean;
  issuedAt: number;
  /** An hour unless a phone was told to be quicker. */
  lifeMs?: number;
}

export interface UserCode {
  code: string;
  citizenId: string;
  issuedAt: number;
  used: boolean;
  data: { number: string } | { provider: string; latitude: string; longitude: string; timestamp: string };
}

/** What Zalo on one person's phone remembers of the Mini App. */
export interface PhoneRecord {
  /** Only what is not a fact about the citizen elsewhere: following and notices are. */
  standings: Standings;
  /** `nativeStorage`. */
  storage: Record<string, string>;
  /** Codes of log-ins and refresh tokens that were not used yet (§6.1: single use). */
  logins: { code: string; verifier: string }[];
  refreshTokens: string[];
}

/** Everything that survives a restart (one JSON document). */
export interface SimData {
  version: 1;
  offsetMs: number;
  /** §1.1: without a grant of the OA no event is sent. */
  granted: boolean;
  settings: SimSettings;
  quotaTotals: { sub: number; purchase: number };
  citizens: CitizenRecord[];
  messages: StoredMessage[];
  attachments: Attachment[];
  /** Photos and files somebody chose, by the id they were given. */
  photos: Record<string, string>;
  tags: string[];
  templates: ZbsTemplate[];
  /** Templates by phone and notifications, counted by Vietnamese day and by what they are counted for. */
  sentByDay: Record<string, number>;
  anonymous: { anonymousId: string; conversationId: string }[];
  uploadsByMonth: Record<string, number>;
  pairs: TokenPair[];
  codes: ConsentCode[];
  userTokens: UserToken[];
  userCodes: UserCode[];
  /** By citizen; made when somebody first opens the Mini App. */
  phones: Record<string, PhoneRecord>;
  deliveries: QueuedDelivery[];
}

export function initialData(settings: SimSettings): SimData {
  return {
    version: 1,
    offsetMs: 0,
    granted: true,
    settings,
    quotaTotals: { sub: settings.subQuota, purchase: settings.purchaseQuota },
    citizens: inventedCitizens(),
    messages: [],
    attachments: [],
    photos: {},
    tags: [],
    templates: [],
    sentByDay: {},
    anonymous: [],
    uploadsByMonth: {},
    pairs: [],
    codes: [],
    userTokens: [],
    userCodes: [],
    phones: {},
    deliveries: [],
  };
}

/** The data plus the look-ups a busy simulator needs; all writes to citizens and messages go through it. */
export interface Store {
  data: SimData;
  citizen(id: unknown): CitizenRecord | undefined;
  addCitizen(citizen: CitizenRecord): void;
  message(id: string): StoredMessage | undefined;
  messagesOf(citizenId: string): StoredMessage[];
  addMessage(message: StoredMessage): void;
  replace(data: SimData): void;
}

export function createStore(initial: SimData): Store {
  let citizens = new Map<string, CitizenRecord>();
  let byId = new Map<string, StoredMessage>();
  let byCitizen = new Map<string, StoredMessage[]>();

  function index(message: StoredMessage): void {
    byId.set(message.id, message);
    const list = byCitizen.get(message.citizenId);
    if (list) list.push(message);
    else byCitizen.set(message.citizenId, [message]);
  }

  const store: Store = {
    data: initial,
    citizen: (id) => (typeof id === 'string' ? citizens.get(id) : undefined),
    addCitizen(citizen) {
      store.data.citizens.push(citizen);
      citizens.set(citizen.id, citizen);
    },
    message: (id) => byId.get(id),
    messagesOf: (citizenId) => byCitizen.get(citizenId) ?? [],
    addMessage(message) {
      store.data.messages.push(message);
      index(message);
    },
    replace(data) {
      store.data = data;
      citizens = new Map(data.citizens.map((citizen) => [citizen.id, citizen]));
      byId = new Map();
      byCitizen = new Map();
      data.messages.forEach(index);
    },
  };
  store.replace(initial);
  return store;
}
