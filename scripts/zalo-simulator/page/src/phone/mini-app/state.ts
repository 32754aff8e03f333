import type { FromHost, Question } from '../../../../miniapp/protocol.ts';

/** Of one type of message what it says. */
type Told<Type extends FromHost['type']> = Omit<Extract<FromHost, { type: Type }>, 'type'>;

export interface MiniAppState {
  /** `hidden`: minimised behind the chat, still running. */
  shown: 'closed' | 'open' | 'hidden';
  /** Where this start began; every start has a frame of its own. */
  start: { path: string; count: number };
  question: ({ id: number } & Question) | null;
  title: string;
  header: Told<'header'>;
  toast: { text: string; count: number } | null;
  /** What the app wanted to open outside itself. */
  leave: Told<'leave'> | null;
  permissions: boolean;
}

export type MiniAppEvent =
  | { type: 'start'; path: string }
  | { type: 'show' }
  | { type: 'answered' }
  | { type: 'stayed' }
  | { type: 'toastGone' }
  | FromHost;

const bareHeader: MiniAppState['header'] = { hidden: true, statusBar: 'normal', color: '', textColor: '' };

export const closedApp: MiniAppState = {
  shown: 'closed',
  start: { path: '/', count: 0 },
  question: null,
  title: '',
  header: bareHeader,
  toast: null,
  leave: null,
  permissions: false,
};

/** What the phone shows after each thing that happened; what must also be done is in `use-mini-app.ts`. */
export function next(state: MiniAppState, event: MiniAppEvent): MiniAppState {
  switch (event.type) {
    case 'start':
      return { ...closedApp, shown: 'open', start: { path: event.path, count: state.start.count + 1 } };
    case 'show':
      return { ...state, shown: 'open' };
    case 'minimize':
    case 'chat':
      return { ...state, shown: 'hidden', question: null };
    case 'close':
      return { ...closedApp, start: state.start };
    case 'started':
      return { ...state, question: null, leave: null, toast: null };
    case 'ask':
      return { ...state, question: event };
    case 'answered':
      return { ...state, question: null };
    case 'title':
      return { ...state, title: event.text };
    case 'header':
      return { ...state, header: event };
    case 'toast':
      return { ...state, toast: { text: event.text, count: (state.toast?.count ?? 0) + 1 } };
    case 'toastGone':
      return { ...state, toast: null };
    case 'leave':
      return { ...state, leave: event };
    case 'permissions':
      return { ...state, permissions: true };
    case 'stayed':
      return { ...state, leave: null, permissions: false };
  }
}
