export { Welcome as WelcomePage } from '../features/first-contact/welcome.tsx';
