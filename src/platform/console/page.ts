/** The web page's files, read once at the start; a request can name one of them and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

export function loadPage(folder = new URL('./page/', import.meta.url)): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)];
    if (type) files.set(name, { type, body: readFileSync(new URL(name, folder)) });
  }
  if (!files.has('index.html'))
    throw new Error(`控制台页面缺少 index.html（${folder.pathname}），请先运行 npm run build。`);
  return files;
}
