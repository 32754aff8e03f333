import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/700.css';
import '../../../../webhook-service/src/public/design/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/chat.css';
import './styles/phone.css';
import './styles/console.css';
import './styles/wire.css';
import './styles/controls.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connect } from './sim/store.ts';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');
connect();
createRoot(place).render(<App />);
