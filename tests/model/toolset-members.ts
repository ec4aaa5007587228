import type { BetaBrowserToolsetConfigs } from '@anthropic-ai/sdk/resources/beta';

/** Every member of the browser toolset; the compiler holds the list against the SDK's. */
const MEMBERS: Record<keyof BetaBrowserToolsetConfigs, true> = {
  close_tab: true,
  double_click: true,
  file_upload: true,
  find: true,
  form_input: true,
  get_page_text: true,
  hold_key: true,
  hover: true,
  javascript_exec: true,
  key: true,
  left_click: true,
  left_click_drag: true,
  left_mouse_down: true,
  left_mouse_up: true,
  list_tabs: true,
  middle_click: true,
  mouse_move: true,
  navigate: true,
  new_tab: true,
  read_console: true,
  read_network: true,
  read_page: true,
  right_click: true,
  screenshot: true,
  scroll: true,
  scroll_to: true,
  switch_tab: true,
  triple_click: true,
  type: true,
  wait: true,
  zoom: true,
};

/** True for a name that the toolset has. Its configs take no other key. */
export function isMember(name: string): boolean {
  return Object.hasOwn(MEMBERS, name);
}
