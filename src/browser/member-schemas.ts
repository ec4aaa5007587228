import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import { z } from 'zod';
import { isServed, type OptionalMembers } from './optional-members';

const tabId = z.string().nullish().describe('Tab to use; the active tab if left out');
const ref = z.string().regex(/^\[?ref_\d+\]?$/, 'must be a ref such as "ref_12" from read_page or find');
const coordinate = z
  .strictObject({ type: z.literal('coordinate'), x: z.number().min(0), y: z.number().min(0) })
  .describe('A point in pixels of the last screenshot');
const refTarget = z.strictObject({ type: z.literal('ref'), ref }).describe('An element by its ref');
const clickTarget = z.discriminatedUnion('type', [refTarget, coordinate]);
const modifiers = z.string().nullish().describe('Keys held meanwhile, such as "ctrl" or "ctrl+shift"');
const seconds = z.number().min(0).max(30).describe('Seconds, 30 at most');
const pointed = z.strictObject({ target: clickTarget, tab_id: tabId });
const clicked = z.strictObject({ target: clickTarget, modifiers, tab_id: tabId });
const placed = z.strictObject({ target: coordinate, tab_id: tabId });
const onTab = z.strictObject({ tab_id: tabId });
const onNothing = z.strictObject({});
const onNamedTab = z.strictObject({ tab_id: z.string() });

/**
 * The members that the driver serves: one line for endpoints that get them as plain tools, and the input that each
 * takes. Names and fields are those of `browser_toolset_20260801`; the same objects check what a model sent.
 */
export const MEMBERS = {
  navigate: {
    about: 'Open a URL (http or https), or go "back", "forward" or "reload".',
    input: z.strictObject({ url: z.string().trim().min(1), tab_id: tabId }),
  },
  new_tab: { about: 'Open a blank tab and make it the active one.', input: onNothing },
  list_tabs: { about: 'List the open tabs of this task.', input: onNothing },
  switch_tab: { about: 'Make another tab of this task the active one.', input: onNamedTab },
  close_tab: { about: 'Close a tab of this task.', input: onNamedTab },
  read_page: {
    about:
      'Read the page as a tree, one line an element, with refs such as [ref_12] to act on. Without a filter: what is in the viewport.',
    input: z.strictObject({
      filter: z.enum(['interactive', 'all']).nullish().describe('Only controls, or also what is outside the viewport'),
      depth: z.number().int().min(1).max(100).nullish().describe('Deepest level of the tree; 15 if left out'),
      ref: ref.nullish().describe('Read only below this element'),
      tab_id: tabId,
    }),
  },
  find: {
    about: 'Find up to 20 elements by a description, such as "search box" or "Send button".',
    input: z.strictObject({ query: z.string().trim().min(1), tab_id: tabId }),
  },
  get_page_text: { about: "The page's main content as plain text, for reading.", input: onTab },
  screenshot: { about: 'A picture of the viewport.', input: onTab },
  zoom: {
    about: 'A part of the viewport at full resolution.',
    input: z.strictObject({
      region: z
        .tuple([z.number(), z.number(), z.number(), z.number()])
        .refine(([x0, y0, x1, y1]) => x1 > x0 && y1 > y0, 'must be [x0, y0, x1, y1] with x1 > x0 and y1 > y0')
        .describe('[x0, y0, x1, y1] in pixels of the last screenshot'),
      tab_id: tabId,
    }),
  },
  left_click: { about: 'Click an element by ref, or a point of the last screenshot.', input: clicked },
  right_click: { about: 'Click with the right button.', input: clicked },
  middle_click: { about: 'Click with the middle button.', input: clicked },
  double_click: { about: 'Click twice.', input: clicked },
  triple_click: { about: 'Click three times, which selects a line or paragraph.', input: clicked },
  hover: { about: 'Move the pointer over an element and leave it there.', input: pointed },
  left_click_drag: {
    about: 'Press at one point, move to another, let go.',
    input: z.strictObject({ from: coordinate, target: coordinate, tab_id: tabId }),
  },
  left_mouse_down: { about: 'Press the left button at a point and keep it pressed.', input: placed },
  left_mouse_up: { about: 'Let go of the left button at a point.', input: placed },
  mouse_move: { about: 'Move the pointer to a point.', input: placed },
  scroll: {
    about: 'Scroll what is under a point.',
    input: z.strictObject({
      scroll_direction: z.enum(['up', 'down', 'left', 'right']),
      target: coordinate,
      scroll_amount: z.number().int().min(1).max(10).nullish().describe('Notches of a wheel; 3 if left out'),
      tab_id: tabId,
    }),
  },
  scroll_to: {
    about: 'Scroll an element into view.',
    input: z.strictObject({ target: refTarget, tab_id: tabId }),
  },
  type: {
    about: 'Type text where the focus is.',
    input: z.strictObject({ text: z.string().min(1), tab_id: tabId }),
  },
  key: {
    about: 'Press a key or chord, such as "Enter", "ctrl+a", or several separated by spaces.',
    input: z.strictObject({
      text: z.string().min(1),
      repeat: z.number().int().min(1).max(100).nullish(),
      tab_id: tabId,
    }),
  },
  hold_key: {
    about: 'Hold a key or chord for some seconds.',
    input: z.strictObject({ text: z.string().min(1), duration: seconds, tab_id: tabId }),
  },
  form_input: {
    about:
      'Set a form field by ref: text for text fields, true or false for checkboxes, an option or its text for selects.',
    input: z.strictObject({
      target: refTarget,
      value: z.union([z.string(), z.number(), z.boolean()]),
      tab_id: tabId,
    }),
  },
  file_upload: {
    about: 'Put files into a file field by ref: attachments by id, or paths of files that were handed over.',
    input: z.strictObject({
      target: refTarget,
      paths: z.array(z.string().min(1)).max(50).nullish(),
      document_ids: z.array(z.string().min(1)).max(50).nullish(),
      tab_id: tabId,
    }),
  },
  read_console: { about: 'What the page wrote to its console since the last read.', input: onTab },
  read_network: { about: 'The requests of the tab since the last read, one line each.', input: onTab },
  javascript_exec: {
    about: 'Run JavaScript in the page and get the value of the last expression. Without return.',
    input: z.strictObject({ text: z.string().min(1), tab_id: tabId }),
  },
  wait: { about: 'Wait for a while.', input: z.strictObject({ duration: seconds, tab_id: tabId }) },
} as const;

export type MemberName = keyof typeof MEMBERS;

/**
 * Checks the input of a call as the model sent it. The SDK checks only URLs and upload lists.
 *
 * Throws a ToolError that names the field; nothing has been done then. Unknown members are the SDK's to refuse.
 */
export function checkMemberInput(member: string, input: unknown): void {
  if (!Object.hasOwn(MEMBERS, member)) return;
  const known = Object.entries(MEMBERS).find(([name]) => name === member)?.[1];
  const parsed = known?.input.safeParse(input);
  if (!parsed || parsed.success) return;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || 'input';
  throw new ToolError(
    `invalid input for ${member}: ${field}: ${issue?.message ?? 'not as declared'}. Nothing was done; call it again with the input corrected.`,
  );
}

/** The members as ordinary tools of the Messages API, without those that are off. */
export function memberTools(
  optional: OptionalMembers,
): { name: string; description: string; input_schema: { type: 'object' } }[] {
  return Object.entries(MEMBERS).flatMap(([name, { about, input }]) => {
    if (!isServed(name, optional)) return [];
    const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input' });
    return [{ name, description: about, input_schema: { ...schema, type: 'object' as const } }];
  });
}
