import { act, DYNAMIC } from './actions.ts';
import { NativeError } from './native-error.ts';
import type { Params, Phone } from './phone.ts';
import { redacted } from './redacted.ts';
import type { NativeStorage, StorageRequest } from './storage.ts';

/** One call of the app, for tests. */
export interface SeenCall {
  action: string;
  params: Params;
  errorCode?: number;
  answer?: object;
}

/** Zalo's status bar is 24 dp high; native code gives device pixels. */
const STATUS_BAR = 24;

/** `window.ZaloJavaScriptInterface` and `ZJSBridge`: the two doors of the SDK into native code. */
export function installBridge(phone: Phone, storage: NativeStorage, calls: SeenCall[]): void {
  window.ZJSBridge = { setJSToken: () => {}, setZAccSession: () => {}, callCustomAction: () => {} };
  window.ZaloJavaScriptInterface = {
    jsCall(_jsToken, action, _accessToken, json, callback) {
      const params = json ? (JSON.parse(json) as Params) : {};
      const call: SeenCall = { action, params };
      calls.push(call);
      void answer(call).then((body) => reply(callback, body));
    },
    jsH5EventCallback: () => {},
    processActionMPDS: storage.process,
    checkCameraPermission: () => 'grant',
    getStatusBarHeight: () => STATUS_BAR * window.devicePixelRatio,
  };

  async function answer(call: SeenCall): Promise<object> {
    const { action, params } = call;
    const begun = performance.now();
    await new Promise((resolve) => setTimeout(resolve, phone.settings.now().latencyMs));
    const logged = { action, params: redacted(params) };
    const took = () => Math.round(performance.now() - begun);
    const silent = setTimeout(() => phone.simulator.log({ ...logged, durationMs: took() }), SILENT_AFTER_MS);
    try {
      const data =
        action === 'action.zbrowser.mpds' ? storage.run(params as StorageRequest) : await act(action, params, phone);
      call.answer = data;
      phone.simulator.log({ ...logged, answer: redacted(data), durationMs: took() });
      return bodyOf(action, { error_code: 0, error_message: '', data });
    } catch (error) {
      const { code, message } = nativeErrorOf(error);
      call.errorCode = code;
      phone.simulator.log({ ...logged, errorCode: code, durationMs: took() });
      return bodyOf(action, { error_code: code, error_message: message, data: {} });
    } finally {
      clearTimeout(silent);
    }
  }
}

/** After that the wire log says that native code keeps silent; a person who reads a dialog needs longer than that, too. */
const SILENT_AFTER_MS = 10_000;

function bodyOf(action: string, inner: { error_code: number; error_message: string; data: object }): object {
  if (!DYNAMIC.has(action)) return { ...inner, action };
  return { error_code: 0, error_message: '', action, data: JSON.stringify(inner) };
}

function nativeErrorOf(error: unknown): NativeError {
  if (error instanceof NativeError) return error;
  // Zalo's servers could not be reached: the phone is without network, or the simulator is gone.
  return new NativeError(-1, error instanceof Error ? error.message : String(error));
}

/** Android hands over source that yields a function, iOS the function. */
function reply(callback: unknown, body: object): void {
  // biome-ignore lint/security/noGlobalEval: the SDK's own protocol on Android.
  // biome-ignore lint/complexity/noCommaOperator: an indirect eval runs in the global scope, as native code does.
  const call: unknown = typeof callback === 'string' ? (0, eval)(callback) : callback;
  if (typeof call === 'function') call(body);
}
