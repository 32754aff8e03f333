import { type RefObject, useEffect, useReducer, useRef } from 'react';
import { CHANNEL, type FromHost, type Reply, type Sent, type ToHost } from '../../../../miniapp/protocol.ts';
import { usePhoneSettings } from './settings-store.ts';
import { closedApp, type MiniAppState, next } from './state.ts';

export interface MiniAppPhone {
  state: MiniAppState;
  frame: RefObject<HTMLIFrameElement>;
  /** A menu entry, a link, a notice: starts the app, or tells the running one (§7.6). */
  open(path: string): void;
  /** Back to the app that was minimised, where it stood. */
  show(): void;
  hide(): void;
  close(): void;
  back(): void;
  reload(): void;
  answer(reply: Reply): void;
  /** Closes whatever the phone itself laid over the app. */
  stay(): void;
  openPermissions(): void;
}

/** The app's frame and the phone around it: `miniapp/protocol.ts`. */
export function useMiniApp({ onChat }: { onChat: (message: string) => void }): MiniAppPhone {
  const [state, dispatch] = useReducer(next, closedApp);
  const frame = useRef<HTMLIFrameElement>(null);
  const settings = usePhoneSettings();
  const chat = useRef(onChat);
  chat.current = onChat;

  useEffect(() => {
    const listen = ({ source, origin, data }: MessageEvent<Partial<Sent<FromHost>> | null>) => {
      if (source !== frame.current?.contentWindow || origin !== location.origin || data?.channel !== CHANNEL) return;
      const message = data as Sent<FromHost>;
      if (message.type === 'chat' || message.type === 'minimize') tell(frame, { type: 'paused' });
      if (message.type === 'chat') chat.current(message.message);
      dispatch(message);
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, []);

  useEffect(() => {
    tell(frame, { type: 'settings', settings });
  }, [settings]);

  // An app learns these once, when it starts.
  const { os, zaloVersion, theme, language } = settings;
  const dress = [os, zaloVersion, theme, language].join();
  const worn = useRef(dress);
  useEffect(() => {
    if (worn.current !== dress) frame.current?.contentWindow?.location.reload();
    worn.current = dress;
  }, [dress]);

  useEffect(() => {
    if (!state.toast) return;
    const timer = setTimeout(() => dispatch({ type: 'toastGone' }), TOAST_MS);
    return () => clearTimeout(timer);
  }, [state.toast]);

  const show = () => {
    if (state.shown === 'hidden') tell(frame, { type: 'resumed' });
    dispatch({ type: 'show' });
  };
  return {
    state,
    frame,
    show,
    open: (path) => {
      if (state.shown === 'closed') return dispatch({ type: 'start', path });
      show();
      tell(frame, { type: 'open', path });
    },
    hide: () => {
      tell(frame, { type: 'paused' });
      dispatch({ type: 'minimize' });
    },
    close: () => dispatch({ type: 'close' }),
    back: () => tell(frame, { type: 'back' }),
    reload: () => frame.current?.contentWindow?.location.reload(),
    answer: (reply) => {
      if (state.question) tell(frame, { type: 'answer', id: state.question.id, ...reply });
      dispatch({ type: 'answered' });
      frame.current?.focus();
    },
    stay: () => {
      if (state.leave?.how === 'web') tell(frame, { type: 'webviewClosed' });
      dispatch({ type: 'stayed' });
      frame.current?.focus();
    },
    openPermissions: () => dispatch({ type: 'permissions' }),
  };
}

const TOAST_MS = 3000;

function tell(frame: RefObject<HTMLIFrameElement>, message: ToHost): void {
  const sent: Sent<ToHost> = { ...message, channel: CHANNEL };
  frame.current?.contentWindow?.postMessage(sent, location.origin);
}
