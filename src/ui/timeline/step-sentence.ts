import type { Messages } from '../messages/en';
import type { StepVerb } from '../messages/shapes';
import type { CallStep } from './steps';

const TEXT_LENGTH = 34;

/** Members of the toolset whose sentence needs nothing of the input. */
const PLAIN: Record<string, StepVerb> = {
  new_tab: 'newTab',
  list_tabs: 'listTabs',
  switch_tab: 'switchTab',
  close_tab: 'closeTab',
  screenshot: 'look',
  zoom: 'look',
  left_click_drag: 'drag',
  scroll: 'scroll',
  read_console: 'console',
  read_network: 'requests',
  javascript_exec: 'script',
  update_plan: 'plan',
  finish: 'finish',
};

const POINTING: Record<string, StepVerb> = {
  left_click: 'click',
  right_click: 'click',
  middle_click: 'click',
  double_click: 'click',
  triple_click: 'click',
  left_mouse_down: 'click',
  left_mouse_up: 'click',
  hover: 'hover',
  mouse_move: 'hover',
  scroll_to: 'scroll',
};

/** A step of the timeline as one sentence: what it does while it runs, what it did, or that it did not work. */
export function stepSentence(step: CallStep, t: Messages): string {
  const { verb, what } = subjectOf(step, t);
  const words = t.steps[verb];
  if (!step.finished) return `${words.doing(what)}…`;
  if (step.finished.isError) return t.failedStep(words.doing(what));
  const status = step.finished.detail.httpStatus;
  return status !== undefined && status >= 400 ? `${words.done(what)}: ${t.httpStatus(status)}` : words.done(what);
}

function subjectOf({ tool, input, finished }: CallStep, t: Messages): { verb: StepVerb; what: string } {
  const detail = finished?.detail ?? {};
  const plain = PLAIN[tool];
  if (plain) return { verb: plain, what: '' };
  const pointing = POINTING[tool];
  const target = targetName(detail.target, t);
  if (pointing) return { verb: pointing, what: target };
  switch (tool) {
    case 'navigate': {
      const url = textOf(input.url);
      if (url === 'back' || url === 'forward' || url === 'reload') return { verb: url, what: '' };
      return { verb: 'open', what: siteOf(detail.url ?? url) };
    }
    case 'read_page':
    case 'get_page_text':
      return { verb: 'read', what: detail.title ? t.quoted(short(detail.title)) : siteOf(detail.url ?? '') };
    case 'find':
      return { verb: 'find', what: t.quoted(short(textOf(input.query))) };
    case 'type':
      return { verb: 'type', what: t.quoted(short(textOf(input.text))) };
    case 'key':
    case 'hold_key':
      return { verb: 'press', what: short(textOf(input.text)) };
    case 'form_input':
      if (typeof input.value === 'boolean') return { verb: input.value ? 'tick' : 'untick', what: target };
      return { verb: 'fill', what: target };
    case 'wait':
      return { verb: 'wait', what: t.seconds(Number(input.duration) || 0) };
    case 'file_upload':
      return { verb: 'upload', what: onlyFile(input, t) };
    case 'ask_user':
      return { verb: 'ask', what: t.quoted(short(textOf(input.question))) };
    default:
      return { verb: 'other', what: tool };
  }
}

/** `button "Send"` → “Send”; an element without a name keeps its role. */
function targetName(target: string | undefined, t: Messages): string {
  const name = /"(.*)"/s.exec(target ?? '')?.[1]?.trim();
  return name ? t.quoted(short(name)) : (target ?? '').replace(/\s*""\s*$/, '');
}

/** The name of a single file; empty for several, and for attachments that the call knows by id only. */
function onlyFile({ paths, document_ids }: CallStep['input'], t: Messages): string {
  const files = [paths, document_ids].flatMap((given) => (Array.isArray(given) ? given : []));
  const [path] = Array.isArray(paths) ? paths : [];
  return typeof path === 'string' && files.length === 1 ? t.quoted(short(path.replace(/^.*[\\/]/, ''))) : '';
}

/** The host, and the path when it says something. Query and hash stay in the raw call. */
export function siteOf(address: string): string {
  if (!/^https?:/i.test(address)) return short(address);
  if (!URL.canParse(address)) return short(address);
  const { host, pathname } = new URL(address);
  return short(host + (pathname === '/' ? '' : pathname));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= TEXT_LENGTH ? line : `${line.slice(0, TEXT_LENGTH - 1)}…`;
}
