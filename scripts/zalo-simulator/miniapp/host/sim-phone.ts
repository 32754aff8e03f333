import type { PermissionAnswer, PermissionName, PhoneSettings } from '../phone-settings.ts';
import type { SeenCall } from './bridge.ts';
import type { Phone } from './phone.ts';

/** `window.simPhone`: what a test that opens the app by itself holds in its hand. */
export interface SimPhone {
  readonly settings: PhoneSettings;
  readonly citizenId: string;
  /** Every call to native code, oldest first. */
  readonly calls: readonly SeenCall[];
  change(patch: unknown): void;
  /** An event of native code, such as `h5.event.paused`. */
  emit(name: string, data?: unknown): void;
  /** The next answer to this question, once. */
  answer(permission: PermissionName, answer: PermissionAnswer): void;
}

export function simPhoneOf(phone: Phone, citizenId: string, calls: readonly SeenCall[]): SimPhone {
  return {
    get settings() {
      return phone.settings.now();
    },
    citizenId,
    calls,
    change: phone.settings.change,
    emit: phone.events.emit,
    answer: phone.people.answerNext,
  };
}
