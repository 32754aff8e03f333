import 'zmp-ui/zaui.css';
import './styles/zaui.css';
import './styles/app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { currentLanguage } from './i18n/language.ts';
import { applyAppearance } from './preferences/appearance.ts';

// On Zalo the page around us is not ours: its language and viewport are set from here.
document.documentElement.lang = currentLanguage();
applyAppearance();

const mount = document.getElementById('app');
if (mount) createRoot(mount).render(<App />);
