import type { Phone } from './phone.ts';

/** The frame as `app-config.json` wants it (§8), until the app itself changes it. */
export function introduce({ shell, pane }: Phone): void {
  const app = recordOf(recordOf(shell.appConfig).app);
  const { statusBar, headerColor, textColor } = app;
  pane.tell({ type: 'started' });
  pane.tell({ type: 'title', text: shell.title });
  pane.tell({
    type: 'header',
    hidden: app.actionBarHidden === true,
    statusBar: statusBar === 'hidden' || statusBar === 'transparent' ? statusBar : 'normal',
    color: typeof headerColor === 'string' ? headerColor : '',
    textColor: typeof textColor === 'string' ? textColor : '',
  });
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
