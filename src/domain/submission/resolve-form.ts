/** The table as written → its rows numbered from the top, headings spread over their sub-rows. */
import { type FilePath, type FileProblem, problem, repeated } from '../file-problem.ts';
import type { Form, FormRow } from '../form.ts';
import type { FormWritten } from './section.ts';

type RowWritten = FormWritten['rows'][number];

interface FlatRow {
  readonly row: Omit<RowWritten, 'rows'>;
  /** The printed position a row without its own 序号 takes: sub-rows share their heading's. */
  readonly position: number;
  readonly path: FilePath;
}

export function resolveForm(
  written: FormWritten,
  defaultId: string,
  path: FilePath,
): { readonly form: Form; readonly problems: FileProblem[] } {
  const flat = written.rows.flatMap((row, index) => flatten(row, index, [...path, 'rows', index]));
  const printsSeq = written.columns.includes('序号');
  const rows = flat.map(({ row, position }, index): FormRow => {
    const seq = row.seq === undefined && printsSeq ? String(position) : (row.seq ?? null);
    return {
      no: index + 1,
      seq,
      label: row.label ?? '',
      measure: row.measure,
      kind: row.kind ?? (row.measure === '万元' || row.measure === '元' ? 'decimal' : 'integer'),
      group: row.group ?? null,
      aliases: row.aliases,
    };
  });
  const { title, headerLines, footerLines, columns } = written;
  const form = {
    id: written.id ?? defaultId,
    title,
    headerLines,
    footerLines,
    columns,
    hasRemark: columns.includes('备注'),
    rows,
  };
  return { form, problems: [...misnumbered(flat), ...sameRows(flat)] };
}

function flatten(row: RowWritten, index: number, path: FilePath): FlatRow[] {
  const { rows, ...heading } = row;
  if (rows === undefined) return [{ row: heading, position: index + 1, path }];
  return rows.map((sub, at) => ({
    row: { ...sub, seq: sub.seq ?? heading.seq, group: heading.group },
    position: index + 1,
    path: [...path, 'rows', at],
  }));
}

/** `no` is how people call a row in chat, counted from the top; written down it must agree with the position. */
function misnumbered(flat: readonly FlatRow[]): FileProblem[] {
  return flat.flatMap(({ row, path }, index) =>
    row.no === undefined || row.no === index + 1
      ? []
      : [
          problem(
            [...path, 'no'],
            `这是从上往下第 ${index + 1} 行，no 应写 ${index + 1}（也可以不写），现在是 ${row.no}`,
          ),
        ],
  );
}

function sameRows(flat: readonly FlatRow[]): FileProblem[] {
  return repeated(
    flat,
    ({ row }) => `${row.group ?? ''}\n${row.label}`,
    ({ row, path }) => problem([...path, 'label'], `“${row.label}”这一行前面已经有了`),
  );
}
