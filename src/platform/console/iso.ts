/** Instants as other programs write them: ISO 8601 with an offset. */
import type { EpochMs } from '../../domain/model.ts';

const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d\d:\d\d)$/;

/** Null for anything that names no instant: no offset, or a day or time that does not exist. */
export function parseInstant(text: string): EpochMs | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset = 'Z'] = match;
  const fields = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const wallMs = Date.UTC(fields[0], fields[1] - 1, ...(fields.slice(2) as [number, number, number, number]));
  const read = new Date(wallMs);
  const back = [
    read.getUTCFullYear(),
    read.getUTCMonth() + 1,
    read.getUTCDate(),
    read.getUTCHours(),
    read.getUTCMinutes(),
    read.getUTCSeconds(),
  ];
  if (back.some((field, index) => field !== fields[index])) return null;
  const offsetMs = readOffset(offset);
  return offsetMs === null ? null : wallMs + Number(fraction.padEnd(3, '0')) - offsetMs;
}

function readOffset(offset: string): number | null {
  if (offset === 'Z') return 0;
  const [hours, minutes] = offset.slice(1).split(':').map(Number) as [number, number];
  if (hours > 14 || minutes > 59) return null;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
