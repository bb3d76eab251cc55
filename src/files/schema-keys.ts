/** What a schema says of a path: which keys it knows there, and what it would take for a value. */
import { z } from 'zod';
import type { FilePath } from '../domain/file-problem.ts';

export type Schema = z.core.$ZodType;

export function keysAt(schema: Schema, path: FilePath): string[] {
  return [...new Set(schemasAt(schema, path).flatMap((inner) => Object.keys(shapeOf(inner))))];
}

/** Every schema that a value at the path may be meant for: a union has several. */
export function schemasAt(schema: Schema, path: FilePath): Schema[] {
  return path.reduce<Schema[]>((schemas, key) => schemas.flatMap((inner) => step(inner, key)), unwrap(schema));
}

export function accepts(schema: Schema, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}

function step(schema: Schema, key: string | number): Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'array') return unwrap(def.element);
  if (def.type === 'record') return unwrap(def.valueType);
  if (def.type === 'pipe') return unwrap(def.in).flatMap((inner) => step(inner, key));
  const inner = shapeOf(schema)[key];
  return inner === undefined ? [] : unwrap(inner);
}

/** What stands under each key that may be written; a record of named keys says them by its key type. */
export function shapeOf(schema: Schema): Readonly<Record<string, Schema>> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'object') return def.shape;
  if (def.type === 'pipe') return shapeOf(def.in);
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
  if (def.type === 'lazy') return unwrap(def.getter());
  return [schema];
}
