import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

function reads(name: string, html: string, ...lines: string[]): void {
  test(name, async () => {
    expect(await under.read(html)).toBe(lines.join('\n'));
  });
}

const row = (...cells: string[]) => `<tr>${cells.join('')}</tr>`;

describe('cells of several rows and columns', () => {
  reads(
    'a cell that goes on below keeps the others in their columns',
    `<table>${row('<th>Route', '<th>Dep', '<th>Arr')}${row('<td rowspan="3">A–B', '<td>08:00', '<td>09:00')}${row('<td>10:00', '<td>11:00')}${row('<td>12:00', '<td>13:00')}${row('<td>A–C', '<td colspan="2">no service')}${row('<td>A–D', '<td>1', '<td>2')}</table>`,
    'table',
    ' | Route | Dep | Arr |',
    ' | A–B | 08:00 | 09:00 |',
    ' | | 10:00 | 11:00 |',
    ' | | 12:00 | 13:00 |',
    ' | A–C | no service |',
    ' | A–D | 1 | 2 |',
  );
  reads(
    'heads of several columns and of several rows',
    `<table><thead>${row('<th rowspan="2">City', '<th colspan="2">2024', '<th colspan="2">2025')}${row('<th>Q1', '<th>Q2', '<th>Q1', '<th>Q2')}</thead><tbody>${row('<td rowspan="0">Oslo', '<td>1', '<td colspan="2" rowspan="2">2', '<td>4')}${row('<td>5', '<td>6')}</tbody><tbody>${row('<td>Rome', '<td>1', '<td>2', '<td>3', '<td>4')}</tbody></table>`,
    'table',
    ' | City | 2024 | | 2025 |',
    ' | | Q1 | Q2 | Q1 | Q2 |',
    ' | Oslo | 1 | 2 | | 4 |',
    ' | | 5 | | | 6 |',
    ' | Rome | 1 | 2 | 3 | 4 |',
  );
  reads(
    'cells with lines of their own know their columns, and a column that is not displayed has none',
    `<style>.no{display:none}</style><table>${row('<th>Day', '<th class="no">Id', '<th colspan="2">Work')}${row('<td rowspan="2">Mon', '<td class="no">1', '<td>a', '<td>b')}${row('<td class="no">2', '<td>c', '<td><p>d</p><p>e</p>')}${row('<td>Tue', '<td class="no">3', '<td>f', '<td>g')}</table>`,
    'table',
    ' | Day | Work |',
    ' | Mon | a | b |',
    ' row',
    '  cell c',
    '  cell (Work)',
    '   d',
    '   e',
    ' | Tue | f | g |',
  );
  test('a row that is read by itself', async () => {
    const html = `<table border="1">${row('<td rowspan="2">A', '<td>1')}<tr tabindex="0"><td>2</table>`;
    expect(await under.read(html)).toBe('table\n | A | 1 |\n row [ref_1] | | 2 |');
    expect(await under.call('read', { ref: 'ref_1', firstRef: 5 })).toMatchObject({ text: 'row [ref_1] | | 2 |' });
  });
});

describe('rows and cells that can be operated', () => {
  reads(
    'cells of a grid stand in one line with their refs',
    `<div role="grid" aria-label="G"><div role="row"><div role="columnheader" tabindex="0" aria-sort="ascending">Name</div><div role="columnheader" tabindex="-1">City</div></div>${[
      ['Ann', 'Oslo'],
      ['Bob', ''],
    ]
      .map(
        ([name, city]) =>
          `<div role="row" aria-selected="false"><div role="gridcell" tabindex="-1">${name}</div><div role="gridcell" tabindex="-1">${city}</div></div>`,
      )
      .join('')}</div>`,
    'grid "G"',
    ' | Name [ref_1] sorted ascending | City |',
    ' | Ann [ref_2] | Oslo [ref_3] |',
    ' | Bob [ref_4] | [ref_5] |',
  );
  reads(
    'a cell with a control in it, a state without a ref, a cell that is only named',
    '<div role="grid" aria-label="G"><div role="row" tabindex="0" aria-selected="true"><div role="gridcell" tabindex="-1"><input type="checkbox" aria-label="Pick"></div><div role="gridcell" aria-selected="true">Ann | Lee</div><div role="gridcell" title="Empty"></div></div></div>',
    'grid "G"',
    ' row [ref_1] selected | cell [ref_2] checkbox "Pick" [ref_3] | Ann \\| Lee (selected) | "Empty" |',
  );
  test('a grid of 20 rows is 21 lines, also where only what can be operated is asked for', async () => {
    const cells = (at: number) =>
      Array.from({ length: 6 }, (_, cell) => `<div role="gridcell" tabindex="-1">v${at}-${cell}</div>`).join('');
    const rows = Array.from({ length: 20 }, (_, at) => `<div role="row">${cells(at)}</div>`).join('');
    const text = await under.read(`<div role="grid" aria-label="G">${rows}</div>`);
    expect(text.split('\n')).toHaveLength(21);
    const operable = await under.call('read', { filter: 'interactive', firstRef: 500 });
    expect(operable.ok && operable.text.split('\n')[1]).toBe(
      '| v1-0 [ref_7] | v1-1 [ref_8] | v1-2 [ref_9] | v1-3 [ref_10] | v1-4 [ref_11] | v1-5 [ref_12] |',
    );
  });
});

describe('options in groups', () => {
  const SELECT =
    '<select aria-label="Start"><optgroup label="Monday"><option>09:00<option disabled>10:00</optgroup><optgroup label="Tuesday"><option>09:00<option value="t10">10:00</optgroup><optgroup label="Never" disabled><option>11:00</optgroup><option>Later</select>';

  test('are told with their groups, and which cannot be chosen', async () => {
    expect(await under.read(SELECT)).toBe(
      'combobox "Start" [ref_1] ="Monday / 09:00" of "Monday / 09:00", "Monday / 10:00" disabled, "Tuesday / 09:00", "Tuesday / 10:00", "Never / 11:00" disabled, "Later"',
    );
  });

  test('are chosen by them', async () => {
    await under.read(SELECT);
    expect(await under.call('setValue', 'ref_1', '09:00')).toMatchObject({
      ok: false,
      problem: 'bad-value',
      message: expect.stringContaining('Say which: "Monday / 09:00", "Tuesday / 09:00".'),
    });
    expect(await under.call('setValue', 'ref_1', 'Tuesday / 09:00')).toMatchObject({
      ok: true,
      shown: 'Tuesday / 09:00',
    });
    expect(await under.page.evaluate(() => document.querySelector('select')?.selectedIndex)).toBe(2);
    expect(await under.call('setValue', 'ref_1', 't10')).toMatchObject({ ok: true, shown: 'Tuesday / 10:00' });
    expect(await under.call('setValue', 'ref_1', 'later')).toMatchObject({ ok: true, shown: 'Later' });
    expect(await under.call('setValue', 'ref_1', '11:00')).toMatchObject({ ok: false, problem: 'disabled' });
  });
});
