import { isHtml } from './element-kind';
import { attribute, closest } from './platform';

/**
 * True when pressing the element submits a form by POST into a tab that is not there yet. Such a form keeps its body
 * only when Chrome itself sends it, and Chrome brings the new tab to the front unless the press asks for a background
 * tab (navigation_policy.cc, NavigationPolicyFromEvent).
 */
export function postsToNewTab(element: Element): boolean {
  const button = closest(element, 'button, input[type=submit], input[type=image]');
  if (!button || !(isHtml(button, 'button') || isHtml(button, 'input')) || !button.form) return false;
  if (!/^(submit|image)$/.test(button.type)) return false;
  const method = attribute(button, 'formmethod') ?? attribute(button.form, 'method') ?? '';
  const target = attribute(button, 'formtarget') ?? attribute(button.form, 'target') ?? '';
  if (method.toLowerCase() !== 'post' || !target || /^_(self|parent|top)$/i.test(target)) return false;
  return /^_blank$/i.test(target) || !button.ownerDocument.querySelector(`iframe[name=${CSS.escape(target)}]`);
}
