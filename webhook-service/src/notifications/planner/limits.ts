/** Hours, windows and prices the planner goes by, each with its source. */
import { MINUTE_MS } from '../../deadlines/calendar-day.ts';

const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Consultation messages are free within 48 h of the last interaction, at any hour (§3.5). */
export const FREE_WINDOW_MS = 48 * HOUR_MS;
/** And are taken for money until seven days after it (§3.5); later ones are refused with -230. */
export const PAID_WINDOW_MS = 7 * DAY_MS;
/** A template by UID wants an interaction within a year (§3.9). */
export const UID_WINDOW_MS = 365 * DAY_MS;
/** `[community]` Mini App notifications reach whom opened it within seven days (§7.4). */
export const MINIAPP_WINDOW_MS = 7 * DAY_MS;
/** The call takes its time, and clocks differ: a window counts as closed this much earlier. */
export const SAFETY_MARGIN_MS = 2 * MINUTE_MS;

/** Đồng, VAT included, for a consultation message that is not free (§3.5). */
export const PAID_CHAT_DONG = 55;

/** Who wrote so lately holds the phone in their hand: what answers them does not wait for the morning (domain-hanoi §6.2 rule 9). */
export const JUST_WROTE_MS = 15 * MINUTE_MS;

/** The way we prefer is worth a short rest; for a longer one the next way is taken. */
export const SHORT_REST_MS = 15 * MINUTE_MS;

/** Our own limits: the contract names none, and who is rung too often takes the permission back. */
export const MINIAPP_PER_REPORT_AND_DAY = 1;
export const MINIAPP_PER_PERSON_AND_DAY = 3;
