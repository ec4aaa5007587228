import type { CDPSession } from 'puppeteer';
import type { Judged } from './judged';

/** How a read of the whole page compares with what Chromium itself knows of the page. */
export interface OracleFigures {
  /** Visible elements that can be operated: by Chromium's accessibility tree, or because something listens to clicks. */
  operable: number;
  /** Those without a ref in the text: role, class of the miss, markup. */
  missed: string[];
  /** Visible elements of a role that is compared, and of how many role and name agree. */
  compared: number;
  /** Those that our tree leaves out: they count as disagreeing. */
  missing: number;
  roles_agree: number;
  names_agree: number;
  /** Disagreements by kind, for example `role link ≠ button`. */
  disagree: Record<string, number>;
}

const OPERABLE = new Set(
  'button link checkbox radio tab menuitem menuitemcheckbox menuitemradio option switch combobox textbox searchbox slider spinbutton treeitem listbox ComboBoxSelect ComboBoxMenuButton DisclosureTriangle PopUpButton Date DateTime InputTime ColorWell ToggleButton'.split(
    ' ',
  ),
);
const COMPARED = new Set([...OPERABLE, 'heading', 'image', 'dialog', 'navigation', 'main']);
const LISTENED = /^(click|mousedown|mouseup|pointerdown|pointerup|touchstart|dblclick)$/;

/** Chromium's words for roles that ours has other words for. */
const SAME_ROLE: Record<string, string> = {
  image: 'img',
  ComboBoxSelect: 'combobox',
  ComboBoxMenuButton: 'combobox',
  PopUpButton: 'button',
  ToggleButton: 'button',
  DisclosureTriangle: 'button',
  Date: 'date picker',
  DateTime: 'date picker',
  InputTime: 'time picker',
  ColorWell: 'color picker',
};

/** Judges the last whole read in the page's isolated world. */
export async function judge(session: CDPSession, executionContextId: number): Promise<OracleFigures> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const said = new Map<number, { role: string; name: string }>();
  for (const { ignored, role, name, backendDOMNodeId } of nodes) {
    if (!ignored && backendDOMNodeId !== undefined && COMPARED.has(String(role?.value)))
      said.set(backendDOMNodeId, { role: String(role?.value), name: String(name?.value ?? '') });
  }
  const listening = await listenedNodes(session);
  const ids = [...new Set([...said.keys(), ...listening])];
  const judged = await judgeNodes(session, executionContextId, ids);
  const figures: OracleFigures = {
    operable: 0,
    missed: [],
    compared: 0,
    missing: 0,
    roles_agree: 0,
    names_agree: 0,
    disagree: {},
  };
  for (const [id, seen] of judged) {
    const known = said.get(id);
    // What listens on the whole document listens for all of it, and is no control.
    if (/^<(html|body)\b/.test(seen.html)) continue;
    if (seen.visible && (listening.has(id) || (known && OPERABLE.has(known.role)))) {
      figures.operable++;
      if (!seen.ref) figures.missed.push(`${known?.role ?? 'listener'}, ${seen.place}: ${seen.html}`);
    }
    if (known && seen.role !== undefined) compare(figures, known, seen.role, seen.name ?? '');
    else if (known && seen.visible) leftOut(figures, known, seen);
  }
  return figures;
}

/** What we have no line for, by what it is and where it is in ours: a picture without a name says nothing, for one. */
function leftOut(figures: OracleFigures, { role, name }: { role: string; name: string }, { place }: Judged): void {
  figures.compared++;
  figures.missing++;
  count(figures, `missing in ours: ${SAME_ROLE[role] ?? role}${name === '' ? ' without a name' : ''}, ${place}`);
}

function compare(figures: OracleFigures, known: { role: string; name: string }, role: string, name: string): void {
  const wanted = SAME_ROLE[known.role] ?? known.role;
  figures.compared++;
  if (wanted === role) figures.roles_agree++;
  else count(figures, `role ${wanted} ≠ ${role}`);
  if (plain(known.name) === plain(name)) figures.names_agree++;
  else
    count(
      figures,
      `name of ${wanted}${name === '' ? ' (ours has none)' : known.name === '' ? ' (theirs has none)' : ''}`,
    );
}

function count(figures: OracleFigures, kind: string): void {
  figures.disagree[kind] = (figures.disagree[kind] ?? 0) + 1;
}

/** White space and case of names are not what is compared: styles change both. */
function plain(name: string): string {
  return name.replace(/[\s\u200b\u00ad]+/g, '').toLowerCase();
}

async function listenedNodes(session: CDPSession): Promise<Set<number>> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'document' });
  if (result.objectId === undefined) return new Set();
  const { listeners } = await session.send('DOMDebugger.getEventListeners', {
    objectId: result.objectId,
    depth: -1,
    pierce: true,
  });
  return new Set(
    listeners.flatMap(({ type, backendNodeId }) => (LISTENED.test(type) && backendNodeId ? [backendNodeId] : [])),
  );
}

const BATCH = 200;

async function judgeNodes(
  session: CDPSession,
  executionContextId: number,
  ids: readonly number[],
): Promise<Map<number, Judged>> {
  const judged = new Map<number, Judged>();
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    const objects = await Promise.all(
      batch.map((backendNodeId) =>
        session
          .send('DOM.resolveNode', { backendNodeId, executionContextId })
          .then(({ object }) => object.objectId)
          .catch(() => undefined),
      ),
    );
    const known = batch.flatMap((id, index) => {
      const objectId = objects[index];
      return objectId === undefined ? [] : [{ id, objectId }];
    });
    const { result } = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: 'function (...nodes) { return offstageBench.judge(nodes) }',
      arguments: known.map(({ objectId }) => ({ objectId })),
      executionContextId,
      returnByValue: true,
    });
    const answers = result.value as (Judged | null)[];
    known.forEach(({ id }, index) => {
      const answer = answers[index];
      if (answer) judged.set(id, answer);
    });
  }
  return judged;
}
