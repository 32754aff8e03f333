import { type Fields, fieldsOf, idOf, numberOf, textOf, urlOf } from './event-fields.ts';
import type { Picture, SentFile } from './event-types.ts';

/** `message.attachments` in the shapes of §1.8; elements without the part that makes them useful are left out. */
export interface Attachments {
  pictures: Picture[];
  files: SentFile[];
  links: { url: string; description: string; thumbnailUrl: string | null }[];
  /** Address of the first attachment of any type. */
  firstUrl: string | null;
  location: { latitude: number; longitude: number } | null;
}

/** Reads the attachments of a message, whichever event it came in. */
export function attachmentsOf(message: Fields): Attachments {
  const found: Attachments = { pictures: [], files: [], links: [], firstUrl: null, location: null };
  const list = Array.isArray(message.attachments) ? message.attachments.slice(0, MOST_ATTACHMENTS) : [];
  for (const item of list) addAttachment(found, fieldsOf(item));
  // One community page shows the place directly under the message (sample index, user_send_location).
  found.location ??= coordinatesOf(message.location);
  return found;
}

/** Zalo sends one; a list message has five (§3.2). */
const MOST_ATTACHMENTS = 20;

function addAttachment(found: Attachments, attachment: Fields): void {
  const payload = fieldsOf(attachment.payload);
  const url = urlOf(payload.url);
  found.firstUrl ??= url;
  if (attachment.type === 'location') found.location ??= coordinatesOf(payload.coordinates);
  if (url === null) return;
  const thumbnailUrl = urlOf(payload.thumbnail);
  if (attachment.type === 'image' || attachment.type === 'gif') found.pictures.push({ url, thumbnailUrl });
  if (attachment.type === 'file') found.files.push(fileOf(url, payload));
  if (attachment.type === 'link' || attachment.type === 'video') {
    found.links.push({ url, description: textOf(payload.description), thumbnailUrl });
  }
}

function fileOf(url: string, payload: Fields): SentFile {
  const sizeBytes = numberOf(payload.size);
  return {
    url,
    name: textOf(payload.name),
    sizeBytes: sizeBytes !== null && sizeBytes >= 0 ? sizeBytes : null,
    extension: idOf(payload.type)?.toLowerCase() ?? '',
  };
}

/** A place on earth from `{latitude, longitude}` as strings or numbers (§1.8), or null. */
export function coordinatesOf(value: unknown): Attachments['location'] {
  const fields = fieldsOf(value);
  const latitude = numberOf(fields.latitude);
  const longitude = numberOf(fields.longitude);
  if (latitude === null || longitude === null) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
