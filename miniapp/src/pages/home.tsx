import { Navigate } from 'react-router-dom';
import { hasSeenWelcome } from '../features/first-contact/seen-welcome.ts';
import { Home } from '../features/home/home.tsx';

export function HomePage() {
  return hasSeenWelcome() ? <Home /> : <Navigate to="/welcome" replace />;
}
