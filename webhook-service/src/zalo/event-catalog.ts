import type { AnonymousMessage, EchoKind } from './event-types.ts';

/** Names that carry a person's message to the OA (§1.7). */
export const USER_MESSAGE_NAMES: ReadonlySet<string> = new Set([
  'user_send_text',
  'user_send_image',
  'user_send_gif',
  'user_send_location',
  'user_send_link',
  'user_send_audio',
  'user_send_video',
  'user_send_sticker',
  'user_send_file',
  'user_send_business_card',
]);

/** Echoes of the OA's own messages to a person (§1.7). */
export const ECHO_KINDS: ReadonlyMap<string, EchoKind> = new Map([
  ['oa_send_text', 'text'],
  ['oa_send_image', 'image'],
  ['oa_send_gif', 'gif'],
  ['oa_send_list', 'list'],
  ['oa_send_file', 'file'],
  ['oa_send_sticker', 'sticker'],
  ['oa_send_template', 'template'],
]);

export const ANONYMOUS_KINDS: ReadonlyMap<string, AnonymousMessage['kind']> = new Map([
  ['anonymous_send_text', 'text'],
  ['anonymous_send_image', 'image'],
  ['anonymous_send_file', 'file'],
  ['anonymous_send_sticker', 'sticker'],
]);

/** True when Zalo documents the event but nothing here needs its content (§1.7, §1.11). */
export function isOtherKnownEvent(name: string): boolean {
  return OTHER_NAMES.has(name) || GROUP_MESSAGE.test(name);
}

/** Group messages come in as many kinds as 1:1 messages; the city's OA is not asked to follow groups. */
const GROUP_MESSAGE = /^(?:user|oa)_send_group_[a-z_]{1,40}$/;

const OTHER_NAMES: ReadonlySet<string> = new Set([
  'update_user_info',
  'oa_send_anonymous_text',
  'oa_send_anonymous_image',
  'oa_send_anonymous_file',
  'oa_send_anonymous_sticker',
  // Tags and the web widget.
  'add_user_to_tag',
  'remove_user_from_tag',
  'remove_tag',
  'widget_interaction_accepted',
  'widget_failed_to_sync_user_external_id',
  // "Consent" here is consent to be called.
  'oa_send_consent',
  'user_reply_consent',
  // Shop and extensions.
  'extension_purchased',
  'shop_has_order',
  // Groups; names differ between sources.
  'create_group',
  'user_join_group',
  'user_request_join_group',
  'accept_request_join_group',
  'react_request_join_group',
  'reject_request_join_group',
  'add_group_admin',
  'remove_group_admin',
  'update_group_info',
  'user_out_group',
  'user_leave_group',
  'delete_group',
  'disperse_group',
  // Templates (ZNS/ZBS).
  'change_oa_daily_quota',
  'change_oa_template_tags',
  'change_template_quota',
  'user_feedback',
  'user_click_response_button',
  'event_journey_time_out',
  'event_journey_acknowledged',
]);
