import { isHtml } from './element-kind';
import { attribute, tagOf } from './platform';
import { secrecyOf, toldValue } from './secret';
import { chosenNames } from './select-options';

/** What a control holds, as it may be told, and what it can hold. */
export interface ControlValue {
  text: string;
  /** For example `0 to 100 step 5`; not where it is the type's own. */
  range?: string;
}

/** Elements with a value of their own; all others can only say one by ARIA. */
const VALUED = new Set(['select', 'textarea', 'input', 'progress', 'video', 'audio', 'meter']);

/**
 * Undefined when an element has no value of its own.
 *
 * @param aria false for an element without an ARIA attribute
 */
export function controlValue(element: Element, tag = tagOf(element), aria = true): ControlValue | undefined {
  if (!VALUED.has(tag)) return aria ? saidValue(element) : undefined;
  if (isHtml(element, 'select')) {
    return { text: chosenNames(element).join(', ') };
  }
  if (isHtml(element, 'textarea')) return { text: toldValue(element.value, secrecyOf(element)) };
  if (isHtml(element, 'input')) return inputValue(element);
  if (isHtml(element, 'progress')) {
    if (element.position < 0) return undefined;
    return { text: element.max === 1 ? percent(element.value) : `${element.value} of ${element.max}` };
  }
  if (isHtml(element, 'video') || isHtml(element, 'audio')) return mediaValue(element);
  if (isHtml(element, 'meter')) {
    const { value, min, max } = element;
    return { text: min === 0 && max === 1 ? String(value) : `${value} of ${max}` };
  }
  return undefined;
}

function inputValue(input: HTMLInputElement): ControlValue | undefined {
  if (/^(checkbox|radio|submit|button|reset|image|hidden)$/.test(input.type)) return undefined;
  if (input.type === 'file') return { text: [...(input.files ?? [])].map(({ name }) => name).join(', ') };
  const text = toldValue(input.value, secrecyOf(input));
  const range = rangeText(attribute(input, 'min'), attribute(input, 'max'), attribute(input, 'step'));
  if (input.type !== 'range') return range ? { text, range } : { text };
  return { text, range: range || '0 to 100' };
}

/** Where a film or a sound is: `playing 0:12 of 3:40 muted`. */
function mediaValue(media: HTMLMediaElement): ControlValue {
  const { currentTime, duration, paused, muted, ended } = media;
  const length = Number.isFinite(duration) ? ` of ${clock(duration)}` : '';
  const at = currentTime > 0 || length ? ` ${clock(currentTime)}${length}` : '';
  return { text: `${ended ? 'ended' : paused ? 'paused' : 'playing'}${at}${muted ? ' muted' : ''}` };
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** ARIA 1.3 range widgets: the text where there is one, else the number. */
function saidValue(element: Element): ControlValue | undefined {
  const text = attribute(element, 'aria-valuetext') ?? attribute(element, 'aria-valuenow');
  if (text === null) return undefined;
  const range = rangeText(attribute(element, 'aria-valuemin'), attribute(element, 'aria-valuemax'), null);
  return range ? { text, range } : { text };
}

function rangeText(min: string | null, max: string | null, step: string | null): string {
  const parts = [
    min && max ? `${min} to ${max}` : min ? `from ${min}` : max ? `to ${max}` : '',
    step && step !== '1' && step !== 'any' ? `step ${step}` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
