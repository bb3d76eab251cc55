/** How figures were read, for whoever asks why: what was found, the best two readings of each figure, and by how much the first won. */
import type { Form } from '../domain/form.ts';
import type { Element } from '../understand/reading/elements.ts';
import type { Option } from '../understand/reading/grounds.ts';
import type { Traced } from '../understand/reading/scope.ts';
import type { Outcome } from '../understand/reading/together.ts';

/** Rows of a figure that are shown. */
const SHOWN = 3;

export function explained({ text, elements, outcomes }: Traced, form: Form): string {
  const found = elements.map((element) => `${named(element)}「${text.slice(element.start, element.end)}」`);
  return [`found: ${found.join(' ')}`, ...outcomes.flatMap((outcome) => linesOf(outcome, text, form))].join('\n');
}

function named(element: Element): string {
  if (element.type === 'figure') return element.role;
  return element.type === 'word' ? element.kind : element.type;
}

function linesOf({ spot, option, margin, options }: Outcome, text: string, form: Form): string[] {
  const said = text.slice(spot.figure.start, spot.figure.end);
  const words = [...spot.lead, spot.trail].map(({ start, end }) => text.slice(start, end)).filter(Boolean);
  const stem = spot.stem ? ` (as before: ${text.slice(spot.stem.start, spot.stem.end)})` : '';
  const taken = option === null ? 'no row' : rowNamed(option, form);
  return [
    `“${said}” by ${words.join(' … ') || 'nothing'}${stem}: ${taken}, margin ${margin.toFixed(2)}`,
    ...options.slice(0, SHOWN).map((one) => `  ${one.score.toFixed(2)} ${rowNamed(one, form)}: ${groundsOf(one)}`),
  ];
}

function rowNamed({ row }: Option, form: Form): string {
  const found = form.rows[row];
  return found ? `${found.no} ${found.label}` : '?';
}

function groundsOf({ grounds }: Option): string {
  return grounds.map(({ rule, weight }) => `${rule} ${weight.toFixed(2)}`).join(', ');
}
