/** State as JSON text for snapshots: Maps and Sets survive, everything else must be plain data. */

const mapTag = '$map';
const setTag = '$set';

export function writeState(state: unknown): string {
  return JSON.stringify(pack(state));
}

/** A walk of our own: a replacer is called for every key and takes several times as long. Untouched parts are not copied. */
function pack(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Map) return { [mapTag]: Array.from(value, ([key, item]) => [key, pack(item)]) };
  if (value instanceof Set) return { [setTag]: [...value] };
  if (Array.isArray(value)) return value.map(pack);
  const object = value as Record<string, unknown>;
  let packed = object;
  for (const key in object) {
    const item = object[key];
    const kept = pack(item);
    if (kept === item) continue;
    if (packed === object) packed = { ...object };
    packed[key] = kept;
  }
  return packed;
}

export function readState<S>(text: string): S {
  return revive(JSON.parse(text)) as S;
}

/** A walk of our own: JSON.parse's reviver takes several times as long on a large campaign. */
function revive(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i]);
    return value;
  }
  const object = value as Record<string, unknown>;
  if (mapTag in object) {
    const map = new Map<unknown, unknown>();
    for (const [key, item] of object[mapTag] as [unknown, unknown][]) map.set(key, revive(item));
    return map;
  }
  if (setTag in object) return new Set(object[setTag] as unknown[]);
  for (const key in object) object[key] = revive(object[key]);
  return object;
}
