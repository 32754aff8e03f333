import type { Phone } from './phone.ts';

/** What the phone around the frame does to the app: back, out of sight, a link while it is open. */
export function followPane({ pane, settings, events, shell }: Phone): void {
  pane.onMessage((message) => {
    switch (message.type) {
      case 'settings':
        return settings.change(message.settings);
      case 'back':
        if (canGoBack()) history.back();
        else pane.tell({ type: 'close' });
        return;
      case 'paused':
        return events.emit('h5.event.paused');
      case 'resumed':
        return events.emit('h5.event.resumed');
      case 'webviewClosed':
        return events.emit('h5.event.webview.close');
      case 'open':
        // The SDK makes `path` of it; the app reads that and goes there (§6.3).
        return events.emit('h5.event.open.mp', { url: `https://h5.zdn.vn/zapps/${shell.appId}${message.path}` });
    }
  });
}

/** The history of a frame is part of the page's; only the Navigation API knows what belongs to the frame. */
function canGoBack(): boolean {
  const { navigation } = window as { navigation?: { canGoBack: boolean } };
  return navigation?.canGoBack ?? history.length > 1;
}
