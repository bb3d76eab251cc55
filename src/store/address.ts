/** What may be written as the address of a store: `DATABASE_URL`, or `database` in the configuration. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const EXAMPLES =
  'file:./data/duban.db（单机文件）、mongodb://主机:27017/duban（MongoDB）或 memory:（只在内存，重启即失）';

const SCHEMES = ['memory:', 'file:', 'mongodb:', 'mongodb+srv:'] as const;

type Scheme = (typeof SCHEMES)[number];

/** The kind of store the address means; null if there is none of it. */
export function schemeOf(address: string): Scheme | null {
  const written = writtenScheme(address);
  return SCHEMES.find((scheme) => scheme === written) ?? null;
}

/** What is wrong with the address, and what to write; null if a store may be looked for there. Never repeats it: it may hold a password. */
export function faultOfAddress(address: string): string | null {
  const scheme = schemeOf(address);
  if (scheme === null) {
    const written = writtenScheme(address);
    return `数据库地址${written === undefined ? '缺少开头的类型' : `不认识 ${written}`}，请写成 ${EXAMPLES}`;
  }
  if (scheme !== 'file:') return null;
  const path = writtenPath(address);
  if (path === null) return '数据库地址的 file:// 后面要写绝对路径，例如 file:///var/lib/duban/duban.db';
  return /(?:^|\/)\.{0,2}$/.test(path) ? '数据库地址的 file: 后面要写文件名，例如 file:./data/duban.db' : null;
}

/** `file:data/x.db` and `file:./data/x.db` are relative to where the program runs, `file:/x.db` and `file:///x.db` absolute. */
export function fileOf(address: string): string {
  return resolve(writtenPath(address) ?? '');
}

function writtenScheme(address: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0].toLowerCase();
}

function writtenPath(address: string): string | null {
  if (!address.startsWith('file://')) return address.slice('file:'.length);
  try {
    return fileURLToPath(address);
  } catch {
    return null;
  }
}
