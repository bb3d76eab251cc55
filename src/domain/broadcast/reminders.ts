/** Who has not signed is asked again: one message per group, whatever it is they have not signed for. */
import type { Send } from '../ledger.ts';
import type { ReceiptAsked } from '../receipts.ts';
import * as say from '../replies/broadcast.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation } from '../situation.ts';
import { planKey } from './receipts.ts';
import type { ReceiptPurpose } from './state.ts';

/** One message per group that names and mentions those without a receipt. */
export function receiptReminders(situation: Situation, asked: readonly ReceiptAsked[]): Send[] {
  return situation.groups.map((group) => receiptReminder(situation, group.id, asked));
}

function receiptReminder(situation: Situation, chat: string, asked: readonly ReceiptAsked[]): Send {
  const units = [...new Set(asked.flatMap((one) => one.units))];
  return {
    to: { kind: 'chat', chat },
    text: say.receiptReminder(
      asked.flatMap((one) => unsigned(situation, one)),
      situation.botName,
    ),
    mentions: situation.directory.contactsOf(units),
    purpose: { kind: 'remind-receipt', units, asked },
    waits: true,
  };
}

function unsigned(situation: Situation, { key, units }: ReceiptAsked): say.Unsigned[] {
  const { directory, house } = situation;
  return house
    .receipts(situation)
    .filter((one) => one.key === key)
    .map(({ title, total }) => ({
      title,
      count: units.length,
      names: units.length * 2 > total ? null : unitList(directory, units, units.length),
    }));
}

/** Those who signed meanwhile are left out; null if all have. Older entries speak of the plan alone. */
export function renewReminder(situation: Situation, send: Send, { units, asked }: ReceiptPurpose): Send | null {
  const before = asked ?? [{ key: planKey, units }];
  const all = new Map(situation.house.receipts(situation).map(({ key, waiting }) => [key, waiting]));
  const left = before
    .map((one) => ({ ...one, units: one.units.filter((unit) => all.get(one.key)?.has(unit)) }))
    .filter((one) => one.units.length > 0);
  if (left.length === 0) return null;
  const same = left.length === before.length && left.every((one, at) => one.units.length === before[at]?.units.length);
  return same ? send : receiptReminder(situation, send.to.kind === 'chat' ? send.to.chat : '', left);
}
