import { describe, expect, it } from 'vitest';
import { closedApp, type MiniAppEvent, next } from './state.ts';

const stateAfter = (...events: MiniAppEvent[]) => events.reduce(next, closedApp);

describe('the Mini App on the phone', () => {
  it('starts anew in a frame of its own each time', () => {
    const again = stateAfter({ type: 'start', path: '/report' }, { type: 'close' }, { type: 'start', path: '/' });
    expect(again).toMatchObject({ shown: 'open', start: { path: '/', count: 2 } });
  });

  it('goes behind the chat without ending, and takes its open question away', () => {
    const hidden = stateAfter(
      { type: 'start', path: '/' },
      { type: 'ask', id: 1, what: 'qr' },
      { type: 'chat', message: 'Mã 123' },
    );
    expect(hidden).toMatchObject({ shown: 'hidden', question: null, start: { count: 1 } });
    expect(next(hidden, { type: 'show' })).toMatchObject({ shown: 'open', start: { count: 1 } });
  });

  it('leaves nothing of an app that was closed', () => {
    const closed = stateAfter(
      { type: 'start', path: '/' },
      { type: 'toast', text: 'Đã lưu' },
      { type: 'leave', how: 'phone', to: '1022' },
      { type: 'close' },
    );
    expect(closed).toEqual({ ...closedApp, start: { path: '/', count: 1 } });
  });
});
