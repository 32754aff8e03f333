import { describe, expect, it } from 'vitest';
import { fileTypeOf } from './file-type.ts';

const iso = (brand: string): Buffer => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, 'latin1');
const bytes = (...start: number[]): Buffer => Buffer.concat([Buffer.from(start), Buffer.alloc(32)]);
const ascii = (start: string): Buffer => Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(32)]);

describe('what a file is by its first bytes', () => {
  it.each([
    ['a voice message of Zalo', ascii('#!AMR\n'), 'audio/amr', 'amr'],
    ['wide-band AMR', ascii('#!AMR-WB\n'), 'audio/amr-wb', 'awb'],
    ['m4a', iso('M4A '), 'audio/mp4', 'm4a'],
    ['mp3 with a tag', ascii('ID3\x03'), 'audio/mpeg', 'mp3'],
    ['mp3 without one', bytes(0xff, 0xfb, 0x90, 0x64), 'audio/mpeg', 'mp3'],
    ['aac', bytes(0xff, 0xf1, 0x50, 0x80), 'audio/aac', 'aac'],
    ['ogg', ascii('OggS\0'), 'audio/ogg', 'ogg'],
    ['wav', ascii('RIFF\0\0\0\0WAVEfmt '), 'audio/wav', 'wav'],
    ['mp4', iso('isom'), 'video/mp4', 'mp4'],
    ['mp4 of a telephone', iso('mp42'), 'video/mp4', 'mp4'],
    ['mov', iso('qt  '), 'video/quicktime', 'mov'],
    ['3gp', iso('3gp5'), 'video/3gpp', '3gp'],
    ['webm', ascii('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm'), 'video/webm', 'webm'],
    ['pdf', ascii('%PDF-1.7'), 'application/pdf', 'pdf'],
    ['jpeg', bytes(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg', 'jpg'],
    ['png', ascii('\x89PNG\r\n\x1a\n'), 'image/png', 'png'],
    ['heic', iso('heic'), 'image/heic', 'heic'],
  ])('%s', (_, head, mediaType, extension) => {
    expect(fileTypeOf(head)).toMatchObject({ mediaType, extension });
  });

  it.each([
    ['iso2', 'audio/mp4'],
    ['3gp4', 'audio/3gpp'],
  ])('a container (%s) sent as a voice message holds sound', (brand, mediaType) => {
    expect(fileTypeOf(iso(brand), { sound: true })).toMatchObject({ nature: 'audio', mediaType });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['HTML', ascii('<!DOCTYPE html><script>')],
    ['SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['XML', ascii('<?xml version="1.0"?>')],
    ['a Windows program', ascii('MZ\x90\0\x03')],
    ['a Linux program', ascii('\x7fELF\x02\x01')],
    ['a macOS program', bytes(0xcf, 0xfa, 0xed, 0xfe)],
    ['a script', ascii('#!/bin/sh\nrm')],
    ['an archive', ascii('PK\x03\x04')],
    ['text in UTF-16', bytes(0xff, 0xfe, 0x3c, 0x00)],
    ['Matroska', ascii('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska')],
    ['an unknown brand', iso('crx ')],
  ])('%s is nothing to keep', (_, head) => {
    expect(fileTypeOf(head)).toBeNull();
  });
});
