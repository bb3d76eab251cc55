/** Values for what is missing or wrong in a file, so that a mistake hides no other: what was meant where that can be told, else anything that fits. */
import type { z } from 'zod';
import { accepts, type Schema, shapeOf } from './schema-keys.ts';

/** In every text made up here: by it a complaint about something that nobody wrote is known. */
const MARK = '\ue000';
const ID_MARK = 'zz-stand-in-';
let made = 0;

export function isMadeUp(text: string): boolean {
  return text.includes(MARK) || text.includes(ID_MARK);
}

/** What the writer meant, as the schema takes it: `19:00` for `19：00`, a list for the one name in it. */
export function meantBy(written: unknown, source: string | undefined, schemas: readonly Schema[]): unknown {
  const plain = schemas.filter((schema) => !isTransformed(schema));
  return readingsOf(written, source).find((reading) => plain.some((schema) => accepts(schema, reading)));
}

/** What it takes is not what it gives: a reading of the one would be taken for the other. */
function isTransformed(schema: Schema): boolean {
  return (schema as z.core.$ZodTypes)._zod.def.type === 'pipe';
}

function readingsOf(written: unknown, source: string | undefined): unknown[] {
  if (typeof written === 'string')
    return [...textsLike(written), ...numbersIn(written), ...listsIn(written), ...mapsIn(written)];
  if (typeof written === 'number' || typeof written === 'boolean')
    return [source ?? String(written), [source ?? String(written)]];
  return written !== null && typeof written === 'object' && !Array.isArray(written) ? [[written]] : [];
}

/** The same without full-width characters, quotation marks and capitals; dates and hours with all their digits. */
function textsLike(written: string): string[] {
  const plain = written
    .normalize('NFKC')
    .trim()
    .replace(/^[“”‘’"'「」]+|[“”‘’"'「」]+$/g, '');
  return [
    plain,
    plain.toLowerCase(),
    plain.replaceAll(' ', ''),
    plain.toUpperCase().replaceAll(' ', ''),
    plain.replace(/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/, (_, year, month, day) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    ),
    plain.replace(/^(\d{1,2})[:.点时](\d{2})分?$/, (_, hour, minute) => `${hour.padStart(2, '0')}:${minute}`),
    plain.replace(/^(\d{1,2})[点时]整?$/, (_, hour) => `${hour.padStart(2, '0')}:00`),
  ];
}

function numbersIn(written: string): number[] {
  const plain = written.normalize('NFKC').trim();
  return /^\d+(?:\.\d+)?$/.test(plain) ? [Number(plain)] : [];
}

function listsIn(written: string): string[][] {
  const inner = written.replace(/^[【［「[]|[】］」\]]$/g, '');
  const parts = inner.split(/[，、；;,]/).map((part) => part.trim());
  // `2027-1-1`: every item as one of its likenesses, the same of all.
  const likenesses = parts.map(textsLike);
  return [parts, ...(likenesses[0] ?? []).map((_, at) => likenesses.map((texts) => texts[at] ?? ''))];
}

/** `各单位：[甲, 乙]`, all of it one text to YAML. */
function mapsIn(written: string): Record<string, unknown>[] {
  const [, key = '', value = ''] = /^([^:：]+)：\s*(.*)$/s.exec(written) ?? [];
  return key === '' ? [] : [{ [key]: value.startsWith('[') ? listsIn(value)[0] : value }];
}

/** What takes the place of something bad: an object keeps what is good in it. */
export function replacementOf(bad: unknown, schemas: readonly Schema[]): unknown {
  const isObject = bad !== null && typeof bad === 'object' && !Array.isArray(bad);
  const candidates = schemas.map((schema) =>
    isObject ? mendObject(bad as Record<string, unknown>, schema) : standIn(schema),
  );
  return candidates.find((candidate) => schemas.some((schema) => accepts(schema, candidate)));
}

/** Something the schema takes; undefined if nothing known fits. Texts differ from one another, so that none is there twice. */
function standIn(schema: Schema): unknown {
  made += 1;
  const plain = [`${MARK}${made}`, `${ID_MARK}${made}`, '2000-01-01', '24:00', '2000-01-01 00:00', made, true];
  const fitting = plain.find((value) => accepts(schema, value));
  if (fitting !== undefined) return fitting;
  return composed(schema).find((value) => accepts(schema, value));
}

function composed(schema: Schema): unknown[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'enum':
      return Object.values(def.entries);
    case 'literal':
      return [...def.values];
    case 'array':
      return [[], [standIn(def.element)]];
    case 'record':
      return [{}];
    case 'object':
      return [mendObject({}, schema)];
    case 'union':
      return def.options.map(standIn);
    case 'pipe':
      return [standIn(def.in)];
    case 'lazy':
      return [standIn(def.getter())];
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
      return [undefined, null, standIn(def.innerType)];
    default:
      return [];
  }
}

/** The object with what it needs: required keys filled in, and where that is not enough one optional key added or taken out. */
function mendObject(written: Readonly<Record<string, unknown>>, schema: Schema): Record<string, unknown> {
  const shape = Object.entries(shapeOf(schema));
  const filled = { ...written };
  for (const [key, inner] of shape) if (!accepts(inner, filled[key])) filled[key] = standIn(inner);
  if (accepts(schema, filled)) return filled;
  const added = shape.map(([key, inner]) => ({ ...filled, [key]: requiredOf(inner) }));
  const cut = shape.map(([key]) => Object.fromEntries(Object.entries(filled).filter(([name]) => name !== key)));
  return [...added, ...cut].find((candidate) => accepts(schema, candidate)) ?? filled;
}

/** A value even where none has to be. */
function requiredOf(schema: Schema): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'optional' || def.type === 'nullable' || def.type === 'default'
    ? requiredOf(def.innerType)
    : standIn(schema);
}
