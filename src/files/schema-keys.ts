/** Which keys a schema knows at a path: for saying what was meant. */
import type { z } from 'zod';
import type { FilePath } from '../domain/file-problem.ts';

type Schema = z.core.$ZodType;

export function keysAt(schema: z.ZodType, path: FilePath): string[] {
  const reached = path.reduce<Schema[]>((schemas, key) => schemas.flatMap((inner) => step(inner, key)), unwrap(schema));
  return [...new Set(reached.flatMap((inner) => Object.keys(shapeOf(inner))))];
}

function step(schema: Schema, key: string | number): Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'array') return unwrap(def.element);
  if (def.type === 'record') return unwrap(def.valueType);
  const inner = shapeOf(schema)[key];
  return inner === undefined ? [] : unwrap(inner);
}

/** What stands under each key that may be written; a record of named keys says them by its key type. */
function shapeOf(schema: Schema): Readonly<Record<string, Schema>> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'object') return def.shape;
  if (def.type !== 'record') return {};
  const keys = (def.keyType as z.core.$ZodTypes)._zod.def;
  return keys.type === 'enum' ? Object.fromEntries(Object.keys(keys.entries).map((key) => [key, def.valueType])) : {};
}

/** Optional, nullable and default say nothing about keys; a union knows those of all its branches. */
function unwrap(schema: Schema): Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'nullable') return unwrap(def.innerType);
  if (def.type === 'default' || def.type === 'prefault') return unwrap(def.innerType);
  if (def.type === 'union') return def.options.flatMap(unwrap);
  return [schema];
}
