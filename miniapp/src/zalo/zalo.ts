/** What the app needs of Zalo. The only importer of zmp-sdk stands behind this interface; pages never see the SDK. */

export type Scope = 'userInfo' | 'userLocation' | 'userPhonenumber';

export interface ZaloProfile {
  /** Empty without the person's consent. */
  name: string;
  avatar: string;
  followsOa: boolean;
}

export interface Zalo {
  /** False outside Zalo: then only what a browser can do works, and the app says where to open it. */
  readonly isInside: boolean;
  /** Proves to our server who this is; no dialog. @throws ZaloError */
  accessToken(): Promise<string>;
  /** Which permissions were given before. Never asks. */
  granted(): Promise<Partial<Record<Scope, boolean>>>;
  /** Asks for name and avatar; call only behind a screen that says why. @throws ZaloError */
  profile(options: { ask: boolean }): Promise<ZaloProfile>;
  /** A code only our server can turn into a position; single use, two minutes. Asks the person. @throws ZaloError */
  locationCode(): Promise<string>;
  /** A code only our server can turn into a phone number. Asks the person. @throws ZaloError */
  phoneCode(): Promise<string>;
  /** Asks the person to follow the OA. @throws ZaloError */
  followOa(oaId: string): Promise<void>;
  /** Asks to be allowed to send notifications of the Mini App. @throws ZaloError */
  allowNotifications(): Promise<void>;
  /** Opens the OA's chat with words in the input box; the person decides to send. @throws ZaloError */
  openChat(oaId: string, message?: string): Promise<void>;
  /**
   * Zalo's own picker, which uploads each photo to `uploadUrl` itself. @returns what the upload server answered, as text.
   * @throws ZaloError
   */
  pickPhotos(options: { uploadUrl: string; most: number; mostBytes: number }): Promise<string>;
  /** Zalo's share sheet for a page of this app. False when the person closed it. @throws ZaloError */
  share(page: { title: string; description: string; path: string; thumbnail: string }): Promise<boolean>;
  /** Dials; the person presses call. */
  call(phoneNumber: string): Promise<void>;
  /** Opens a page outside the app. */
  openPage(url: string): Promise<void>;
  /** Zalo's page with this app's permissions, for those who said "do not ask again". */
  openPermissions(): Promise<void>;
  /** Called with the path when the app is opened again by a link while it is running, and when it comes back to the front. */
  onReturn(listener: (path: string | null) => void): () => void;
  /** Theme of the phone's Zalo. */
  theme(): 'light' | 'dark' | null;
  close(): Promise<void>;
}
