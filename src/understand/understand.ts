/** A message becomes an utterance: what it orders, hands in, and reports. */
import type { Material } from '../domain/campaign/definition.ts';
import type { ReadingContext } from '../domain/reading.ts';
import type { Command, MaterialSaid, Utterance } from '../domain/utterance.ts';
import { plainWords, readCommand } from './commands/command.ts';
import { type Attachment, placeAttachment, readMaterials } from './commands/materials.ts';
import { readReceipt } from './commands/receipt.ts';
import { read } from './reading/read.ts';

export interface Message {
  readonly text: string;
  readonly quoted: string | null;
  readonly attachments: readonly Attachment[];
}

/** What the speaker is in the middle of; null parts where there is nothing to fill. */
export interface Expectation {
  readonly returnId: string;
  readonly context: ReadingContext;
  readonly materials: readonly Material[];
  /** Materials not handed in yet. */
  readonly owed: readonly Material[];
}

export function understand(message: Message, expectation: Expectation | null): Utterance {
  const text = message.text.trim();
  const command = orderIn(message, text, expectation);
  if (command && message.attachments.length === 0) return only(command);
  const { orders, words } = splitOrder(text);
  const receipt = readReceipt(words);
  if (!expectation)
    return { ...only(orders ?? (receipt ? { name: 'receipt' } : null)), unplaced: message.attachments.map(nameOf) };
  const { said, rest } = readMaterials(words, expectation.returnId, expectation.materials);
  const { placed, unplaced } = placeAll(message, expectation);
  const materials = [...placed, ...said];
  const reading = readReply(message, rest, expectation, materials.length > 0);
  const talksOnly = reading === null || (reading.reading.intent === 'none' && reading.reading.values.length === 0);
  if (receipt && talksOnly && materials.length === 0) return { ...only({ name: 'receipt' }), unplaced };
  return { command: orders, receipt, materials, unplaced, reading };
}

function only(command: Command | null): Utterance {
  return { command, receipt: false, materials: [], unplaced: [], reading: null };
}

function nameOf({ name }: Attachment): string {
  return name;
}

/** An order, unless the words answer the question that stands open ("确认" to "确认吗"). */
function orderIn({ quoted, attachments }: Message, text: string, expectation: Expectation | null): Command | null {
  // The bot's name and nothing else.
  if (text === '' && quoted === null && attachments.length === 0) return { name: 'greeting' };
  // A quotation has no author: its figures may be anybody's.
  if (text === '' && quoted !== null && attachments.length === 0) return { name: 'quotation' };
  const command = readCommand(text);
  if (command) return command;
  const asked = expectation?.context.question ?? null;
  return asked === null && plainWords(text) === '确认' ? { name: 'confirm' } : null;
}

/** "…，其余为0，确认提交": the order at the end, and what stands before it. */
function splitOrder(text: string): { readonly orders: Command | null; readonly words: string } {
  const match = /^([\s\S]+?)[，,。；;\s]+([^，,。；;\s]{2,8}[。!！]?)$/.exec(text);
  const last = match?.[2] ? readCommand(match[2]) : null;
  return last?.name === 'confirm' ? { orders: last, words: match?.[1] ?? text } : { orders: null, words: text };
}

function placeAll(
  { attachments }: Message,
  { returnId, materials, owed }: Expectation,
): { readonly placed: readonly MaterialSaid[]; readonly unplaced: readonly string[] } {
  const found = attachments.map((attachment) => ({
    attachment,
    said: placeAttachment(attachment, returnId, materials, owed),
  }));
  return {
    placed: found.flatMap(({ said }) => said ?? []),
    unplaced: found.flatMap(({ attachment, said }) => (said ? [] : [attachment.name])),
  };
}

function readReply(
  message: Message,
  rest: string,
  { returnId, context }: Expectation,
  handedIn: boolean,
): Utterance['reading'] {
  if (rest.trim() === '' && (handedIn || message.attachments.length > 0 || message.quoted === null)) return null;
  const text = message.quoted === null ? rest : `「${message.quoted}」\n- - -\n${rest}`;
  return { returnId, reading: read(text, context) };
}
