import type { PermissionName } from '../phone-settings.ts';
import { notApproved } from './native-error.ts';
import type { Action } from './phone.ts';

const SCOPES: Record<string, PermissionName> = {
  'scope.userInfo': 'userInfo',
  'scope.userLocation': 'location',
  'scope.userPhonenumber': 'phone',
};

/** What needs the person's consent (§6.3). Place and number never reach the web view: it gets a code for its server. */
export const PERMISSION_ACTIONS: Record<string, Action> = {
  'action.mp.user.authorize': async ({ scopes }, phone) => {
    const wanted = Array.isArray(scopes) ? scopes.map(String) : ['scope.userInfo'];
    const permissions = wanted.map((scope) => SCOPES[scope]);
    if (permissions.some((permission) => permission === undefined)) throw notApproved();
    const { approved } = phone.settings.now();
    if (permissions.includes('location') && !approved.includes('getLocation')) throw notApproved();
    if (permissions.includes('phone') && !approved.includes('getPhoneNumber')) throw notApproved();
    await phone.people.permit(permissions.filter((permission) => permission !== undefined));
    return Object.fromEntries(wanted.map((scope) => [scope, true]));
  },
  'action.get.location': async (_params, phone) => {
    await phone.people.permit(['location']);
    return phone.simulator.locationCode(phone.settings.now().location);
  },
  'action.mp.get.number': async (_params, phone) => {
    await phone.people.permit(['phone']);
    return phone.simulator.phoneCode();
  },
  'action.mp.send.notification': async (_params, phone) => {
    await phone.people.permit(['notification']);
    return { allow: true };
  },
  'action.ma.menu.permission': (_params, phone) => {
    phone.pane.tell({ type: 'permissions' });
    return {};
  },
};
