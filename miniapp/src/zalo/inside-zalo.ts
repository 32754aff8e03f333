import type { Scope, Zalo } from './zalo.ts';
import { ZaloError, zaloErrorOf } from './zalo-error.ts';

type Sdk = typeof import('./sdk.ts');

/** Zalo answers within moments, or not at all: several functions never settle when the host is silent (seen). */
const QUICK_MS = 8_000;
/** With a dialog in front of the person. */
const ASKING_MS = 60_000;
/** Choosing photos, and sending them over a bad network. */
const PICKING_MS = 10 * 60_000;

/** Zalo's functions through the real SDK, with time-outs of our own and one kind of error. */
export function insideZalo(): Zalo {
  // Importing the SDK signs in by itself, so it is imported when first needed, and once.
  let loading: Promise<Sdk> | null = null;
  const sdk = () => {
    loading ??= import('./sdk.ts').catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  const call = <T>(api: string, work: (sdk: Sdk) => Promise<T>, within = QUICK_MS): Promise<T> =>
    settled(api, within, sdk().then(work));
  // Two quick taps are one question.
  const asking = new Map<string, Promise<unknown>>();
  const ask = <T>(api: string, work: (sdk: Sdk) => Promise<T>): Promise<T> => {
    const asked = asking.get(api) as Promise<T> | undefined;
    if (asked) return asked;
    const question = call(api, work, ASKING_MS).finally(() => asking.delete(api));
    asking.set(api, question);
    return question;
  };

  return {
    isInside: true,
    accessToken: async () => {
      const token = await call('getAccessToken', ({ getAccessToken }) => getAccessToken());
      if (!token) throw new ZaloError('unauthorized', { api: 'getAccessToken' });
      return token;
    },
    granted: async () => {
      const { authSetting } = await call('getSetting', ({ getSetting }) => getSetting());
      const given = authSetting as Record<string, boolean | undefined>;
      const scopes: Scope[] = ['userInfo', 'userLocation', 'userPhonenumber'];
      return Object.fromEntries(
        scopes.flatMap((scope) => {
          const value = given[`scope.${scope}`];
          return value === undefined ? [] : [[scope, value] as const];
        }),
      );
    },
    profile: async ({ ask: autoRequestPermission }) => {
      const get = ({ getUserInfo }: Sdk) => getUserInfo({ autoRequestPermission });
      const { userInfo } = await (autoRequestPermission ? ask('getUserInfo', get) : call('getUserInfo', get));
      return { name: userInfo.name ?? '', avatar: userInfo.avatar ?? '', followsOa: userInfo.followedOA === true };
    },
    locationCode: () => ask('getLocation', async ({ getLocation }) => codeOf(await getLocation({}), 'getLocation')),
    phoneCode: () =>
      ask('getPhoneNumber', async ({ getPhoneNumber }) => codeOf(await getPhoneNumber({}), 'getPhoneNumber')),
    followOa: (id) => ask('followOA', ({ followOA }) => followOA({ id })),
    allowNotifications: () =>
      ask('requestSendNotification', ({ requestSendNotification }) => requestSendNotification({})),
    openChat: (id, message) =>
      call('openChat', ({ openChat }) => openChat({ type: 'oa', id, ...(message && { message }) }), ASKING_MS),
    pickPhotos: async ({ uploadUrl, most, mostBytes }) => {
      const pick = ({ openMediaPicker }: Sdk) =>
        openMediaPicker({
          type: 'photo',
          serverUploadUrl: uploadUrl,
          maxSelectItem: most,
          // Left out, Zalo refuses anything over one megabyte (§6.3).
          maxItemSize: mostBytes,
          // A cropped photo is no evidence, and the person should not be led into a crop screen.
          editView: { enable: false },
          compressLevel: 1,
        });
      const { data } = await call('openMediaPicker', pick, PICKING_MS);
      return typeof data === 'string' ? data : JSON.stringify(data);
    },
    share: async ({ title, description, path, thumbnail }) => {
      const data = { title: cut(title, 100), description: cut(description, 400), path, thumbnail };
      const { status } = await call(
        'openShareSheet',
        ({ openShareSheet }) => openShareSheet({ type: 'zmp_deep_link', data }),
        ASKING_MS,
      );
      return status !== 0;
    },
    call: (phoneNumber) => call('openPhone', ({ openPhone }) => openPhone({ phoneNumber })),
    openPage: (url) => call('openWebview', ({ openWebview }) => openWebview({ url }), ASKING_MS),
    openPermissions: () =>
      call('openPermissionSetting', ({ openPermissionSetting }) => openPermissionSetting(), ASKING_MS),
    onReturn: (listener) => {
      const resumed = () => listener(null);
      const opened = (data: { path?: unknown } | undefined) =>
        listener(typeof data?.path === 'string' ? data.path : null);
      // `addListener` overflows the stack in this version of the SDK; `on` does not (seen).
      const ready = sdk().then(({ events, EventName }) => {
        events.on(EventName.AppResumed, resumed);
        events.on(EventName.OpenApp, opened);
        return () => {
          events.off(EventName.AppResumed, resumed);
          events.off(EventName.OpenApp, opened);
        };
      });
      ready.catch(() => {});
      return () => void ready.then((stop) => stop()).catch(() => {});
    },
    theme: () => ((globalThis as { zTheme?: unknown }).zTheme === 'dark' ? 'dark' : 'light'),
    close: () => call('closeApp', ({ closeApp }) => closeApp({})),
  };
}

/** Settles as `work` does, or with `timeout`; every failure becomes a ZaloError. */
async function settled<T>(api: string, within: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ZaloError('timeout', { api })), within);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw zaloErrorOf(error, api);
  } finally {
    clearTimeout(timer);
  }
}

/** Positions and numbers never reach the app, only a code for our server does (§6.3). */
function codeOf(answer: { token?: string }, api: string): string {
  if (!answer.token) throw new ZaloError('failed', { api });
  return answer.token;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
