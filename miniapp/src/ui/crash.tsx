import { Component, type ReactNode } from 'react';
import { currentLanguage } from '../i18n/language.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { uiTexts } from './texts.ts';

/** A fault of ours must not be a white page: what was written is on the phone, and the app can be begun anew. */
export class Crash extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    const texts = uiTexts[currentLanguage()];
    return (
      <main style={{ padding: 'var(--space-2)' }}>
        <Notice kind="error" live>
          <p>{texts.trouble.unknown}</p>
          <Button look="secondary" onPress={() => window.location.reload()}>
            {texts.retry}
          </Button>
        </Notice>
      </main>
    );
  }
}
