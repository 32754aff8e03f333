/**
 * Zalo's native side, played inside the page that the simulator makes of a build (`../shell-html.ts`): the real zmp-sdk runs on
 * it unchanged. A classic script, so that it is there before the first module of the app.
 */
import { dressUp } from './appearance.ts';
import { installBridge, type SeenCall } from './bridge.ts';
import { nativeEvents } from './events.ts';
import { followPane } from './follow-pane.ts';
import { introduce } from './introduce.ts';
import { installNetwork } from './network.ts';
import { findPane } from './pane.ts';
import { createPeople } from './permission.ts';
import { openSettings } from './settings.ts';
import { parameterOnce, readShell } from './shell.ts';
import { simPhoneOf } from './sim-phone.ts';
import { connectSimulator } from './simulator.ts';
import { openStorage } from './storage.ts';

const shell = readShell();
const citizenId = parameterOnce('citizen', 'sim.citizen') ?? shell.citizenId;
const settings = openSettings();
const pane = findPane();
const simulator = connectSimulator(citizenId);
const events = nativeEvents();
const people = createPeople({ settings, pane, simulator });
const phone = { shell, settings, pane, people, simulator, events };
const calls: SeenCall[] = [];

window.APP_ID = shell.appId;
window.zAppID = shell.zaloAppId;
// As for a build that is not published (§7.6); the SDK copies both into links that are shared.
window.APP_ENV = 'TESTING';
window.APP_VERSION = shell.version;
window.APP_CONFIG = shell.appConfig;
window.phanAnhApi = shell.serviceUrl;

dressUp(settings);
installBridge(phone, openStorage({ shell, citizenId, settings, simulator }), calls);
installNetwork(phone);
followPane(phone);
introduce(phone);
window.simPhone = simPhoneOf(phone, citizenId, calls);
