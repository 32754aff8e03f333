import type { SimPhone } from './sim-phone.ts';

/** What Zalo's native side puts into the window (§6.1, and the SDK's own calls), and what the SDK leaves there. */
declare global {
  interface Window {
    APP_ID: string;
    zAppID: string;
    zTheme: string;
    zLanguage: string;
    APP_ENV: string;
    APP_VERSION: string;
    APP_CONFIG: unknown;
    /** Read by our app on this machine only. */
    phanAnhApi: string;
    ZaloJavaScriptInterface: NativeInterface;
    ZJSBridge: Record<string, (...args: never[]) => void>;
    /** Installed by the SDK: where native code reports events. */
    zaloJSV2?: { zalo_h5_event_handler(id: string, name: string, data: string): void };
    /** For tests. */
    simPhone: SimPhone;
  }
}

export interface NativeInterface {
  jsCall(jsToken: string, action: string, accessToken: string, params: string, callback: unknown): void;
  jsH5EventCallback(id: string, name: string): void;
  processActionMPDS(json: string): string;
  checkCameraPermission(): string;
  getStatusBarHeight(): number;
}
