import { BetaAbstractBrowserToolset20260801 } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type {
  BetaBrowserCloseTabInput,
  BetaBrowserDoubleClickInput,
  BetaBrowserFileUploadInput,
  BetaBrowserFindInput,
  BetaBrowserFormInputInput,
  BetaBrowserGetPageTextInput,
  BetaBrowserHoldKeyInput,
  BetaBrowserHoverInput,
  BetaBrowserJavascriptExecInput,
  BetaBrowserKeyInput,
  BetaBrowserLeftClickDragInput,
  BetaBrowserLeftClickInput,
  BetaBrowserLeftMouseDownInput,
  BetaBrowserLeftMouseUpInput,
  BetaBrowserMiddleClickInput,
  BetaBrowserMouseMoveInput,
  BetaBrowserNavigateInput,
  BetaBrowserReadConsoleInput,
  BetaBrowserReadNetworkInput,
  BetaBrowserReadPageInput,
  BetaBrowserRightClickInput,
  BetaBrowserScreenshotInput,
  BetaBrowserScrollInput,
  BetaBrowserScrollToInput,
  BetaBrowserSwitchTabInput,
  BetaBrowserToolsetConfigs,
  BetaBrowserTripleClickInput,
  BetaBrowserTypeInput,
  BetaBrowserWaitInput,
  BetaBrowserZoomInput,
} from '@anthropic-ai/sdk/resources/beta';
import type { MediaType } from '../vision/picture';
import type { CallDetail } from './call-notes';
import { Driver, type DriverOptions } from './driver';
import { checkedPaths } from './file-policy';
import { checkMemberInput } from './member-schemas';
import { formInput } from './members/form-members';
import { javascriptExec, readConsole, readNetwork } from './members/inspect-members';
import { holdKey, pressKeys, typeInto } from './members/keyboard-members';
import { find, getPageText, navigate, readPage, wait } from './members/page-members';
import { screenshot, zoom } from './members/picture-members';
import { click, hover, leftClickDrag, mouse, scroll, scrollTo } from './members/pointer-members';
import { browserState, closeTab, listTabs, newTab, switchTab } from './members/tab-members';
import { fileUpload } from './members/upload-members';
import { NO_OPTIONAL_MEMBERS, type OptionalMembers } from './optional-members';
import { withWords } from './picture-words';

interface Ctx {
  signal?: AbortSignal | null | undefined;
}

/**
 * Anthropic's browser toolset over chrome.debugger, for the tabs of one task: which member is done by what. Members
 * that are not here are declared disabled by the SDK.
 */
export class ChromeToolset extends BetaAbstractBrowserToolset20260801 {
  readonly #driver: Driver;

  constructor(options: DriverOptions) {
    const driver = new Driver(options);
    super({
      browserState: () => browserState(driver),
      configs: configsOf(options.optional ?? NO_OPTIONAL_MEMBERS),
      filePolicy: {
        resolveUploadPaths: (_, paths) => checkedPaths(driver.files, paths),
        // The ids are looked up when the files are needed.
        resolveUploadDocuments: (_, ids) => ids,
        isPathVisible: async (path) => (await driver.files.allowedPaths()).includes(path),
      },
      // The SDK checks URLs only. This hook runs before each member, and a ToolError from it is the call's answer.
      confirm: ({ member, input }) => {
        checkMemberInput(member, input);
        return true;
      },
    });
    this.#driver = driver;
  }

  /** What the timeline shows of the calls since this was last asked. */
  takeDetail(): CallDetail {
    return this.#driver.notes.takeDetail();
  }

  /** Runs one call, as the SDK does, with what the driver says about its picture. */
  override async run(...[ctx, toolUse]: Parameters<BetaAbstractBrowserToolset20260801['run']>) {
    return withWords(await super.run(ctx, toolUse), this.#driver.notes.takeWords());
  }

  /** How pictures are sent: WebP is half of JPEG's size, and JPEG is read by every endpoint. */
  pictureType: MediaType = 'image/jpeg';

  /**
   * The active tab as a read of it says, for a model that has not asked. Throws a ToolError when there is none to read.
   */
  look(signal: AbortSignal): Promise<string> {
    return readPage(this.#driver, {}, signal);
  }

  protected override navigate(ctx: Ctx, input: BetaBrowserNavigateInput) {
    return navigate(this.#driver, input.tab_id, input.url, ctx.signal);
  }
  protected override new_tab() {
    return newTab(this.#driver);
  }
  protected override list_tabs() {
    return listTabs(this.#driver.tabs);
  }
  protected override switch_tab(_: Ctx, input: BetaBrowserSwitchTabInput) {
    return switchTab(this.#driver, input.tab_id);
  }
  protected override close_tab(ctx: Ctx, input: BetaBrowserCloseTabInput) {
    return closeTab(this.#driver, input.tab_id, ctx.signal);
  }
  protected override read_page(ctx: Ctx, input: BetaBrowserReadPageInput) {
    return readPage(this.#driver, input, ctx.signal);
  }
  protected override find(ctx: Ctx, input: BetaBrowserFindInput) {
    return find(this.#driver, input.tab_id, input.query, ctx.signal);
  }
  protected override get_page_text(ctx: Ctx, input: BetaBrowserGetPageTextInput) {
    return getPageText(this.#driver, input.tab_id, ctx.signal);
  }
  protected override screenshot(ctx: Ctx, input: BetaBrowserScreenshotInput) {
    return screenshot(this.#driver, input.tab_id, this.pictureType, ctx.signal);
  }
  protected override zoom(ctx: Ctx, input: BetaBrowserZoomInput) {
    return zoom(this.#driver, input.tab_id, input.region, this.pictureType, ctx.signal);
  }
  protected override left_click(ctx: Ctx, input: BetaBrowserLeftClickInput) {
    return click(this.#driver, { member: 'left_click', button: 'left', count: 1 }, input, ctx.signal);
  }
  protected override right_click(ctx: Ctx, input: BetaBrowserRightClickInput) {
    return click(this.#driver, { member: 'right_click', button: 'right', count: 1 }, input, ctx.signal);
  }
  protected override middle_click(ctx: Ctx, input: BetaBrowserMiddleClickInput) {
    return click(this.#driver, { member: 'middle_click', button: 'middle', count: 1 }, input, ctx.signal);
  }
  protected override double_click(ctx: Ctx, input: BetaBrowserDoubleClickInput) {
    return click(this.#driver, { member: 'double_click', button: 'left', count: 2 }, input, ctx.signal);
  }
  protected override triple_click(ctx: Ctx, input: BetaBrowserTripleClickInput) {
    return click(this.#driver, { member: 'triple_click', button: 'left', count: 3 }, input, ctx.signal);
  }
  protected override hover(ctx: Ctx, input: BetaBrowserHoverInput) {
    return hover(this.#driver, input.tab_id, input.target, ctx.signal);
  }
  protected override left_click_drag(ctx: Ctx, input: BetaBrowserLeftClickDragInput) {
    return leftClickDrag(this.#driver, input.tab_id, input.from, input.target, ctx.signal);
  }
  protected override left_mouse_down(ctx: Ctx, input: BetaBrowserLeftMouseDownInput) {
    return mouse(this.#driver, 'left_mouse_down', input.tab_id, input.target, ctx.signal);
  }
  protected override left_mouse_up(ctx: Ctx, input: BetaBrowserLeftMouseUpInput) {
    return mouse(this.#driver, 'left_mouse_up', input.tab_id, input.target, ctx.signal);
  }
  protected override mouse_move(ctx: Ctx, input: BetaBrowserMouseMoveInput) {
    return mouse(this.#driver, 'mouse_move', input.tab_id, input.target, ctx.signal);
  }
  protected override scroll(ctx: Ctx, input: BetaBrowserScrollInput) {
    return scroll(this.#driver, input, ctx.signal);
  }
  protected override scroll_to(ctx: Ctx, input: BetaBrowserScrollToInput) {
    return scrollTo(this.#driver, input.tab_id, input.target.ref, ctx.signal);
  }
  protected override type_(ctx: Ctx, input: BetaBrowserTypeInput) {
    return typeInto(this.#driver, input.tab_id, input.text, ctx.signal);
  }
  protected override key(ctx: Ctx, input: BetaBrowserKeyInput) {
    return pressKeys(this.#driver, input.tab_id, input.text, input.repeat ?? 1, ctx.signal);
  }
  protected override hold_key(ctx: Ctx, input: BetaBrowserHoldKeyInput) {
    return holdKey(this.#driver, input.tab_id, input.text, input.duration, ctx.signal);
  }
  protected override form_input(ctx: Ctx, input: BetaBrowserFormInputInput) {
    return formInput(this.#driver, input.tab_id, input.target.ref, input.value, ctx.signal);
  }
  protected override file_upload(ctx: Ctx, input: BetaBrowserFileUploadInput) {
    return fileUpload(this.#driver, input, ctx.signal);
  }
  protected override read_console(ctx: Ctx, input: BetaBrowserReadConsoleInput) {
    return readConsole(this.#driver, input.tab_id, ctx.signal);
  }
  protected override read_network(ctx: Ctx, input: BetaBrowserReadNetworkInput) {
    return readNetwork(this.#driver, input.tab_id, ctx.signal);
  }
  protected override javascript_exec(ctx: Ctx, input: BetaBrowserJavascriptExecInput) {
    return javascriptExec(this.#driver, input.tab_id, input.text, ctx.signal);
  }
  protected override wait(ctx: Ctx, input: BetaBrowserWaitInput) {
    return wait(this.#driver, input.tab_id, input.duration, ctx.signal);
  }
}

function configsOf(optional: OptionalMembers): BetaBrowserToolsetConfigs {
  return Object.fromEntries(Object.entries(optional).map(([name, enabled]) => [name, { enabled }]));
}
