import { describe, expect, it } from 'vitest';
import type { FieldEvidence, TargetEvidence } from '../../../src/policy/evidence';
import { intentOf } from '../../../src/policy/intent';
import { targetOf } from './evidence-of';

const page = { url: 'https://shop.test/', title: 'Shop', lang: 'en' };

function intent(
  target: Partial<TargetEvidence>,
  action: { member?: string; keys?: string; confirmText?: string } = {},
) {
  return intentOf(targetOf(target), page, { member: 'left_click', ...action })?.kind;
}

function fields(...names: string[]): FieldEvidence[] {
  return names.map((name) => ({
    name,
    type: name === 'body' ? 'textarea' : 'text',
    label: name,
    value: '',
    secret: false,
  }));
}

describe('intentOf', () => {
  it.each([
    ['Buy now', 'pay'],
    ['Zahlungspflichtig bestellen', 'pay'],
    ['Valider ma commande', 'pay'],
    ['Pagar 30 €', 'pay'],
    ['Finalizar compra', 'pay'],
    ['Acquista ora', 'pay'],
    ['Bericht verzenden', 'send'],
    ['Usuń na zawsze', 'delete'],
    ['SATIN AL', undefined],
    ['Satın al', 'pay'],
    ['İptal et', 'delete'],
    ['予約を確定', 'book'],
    ['提交订单', 'pay'],
    ['Agree & subscribe', 'pay'],
    ['Delete forever', 'delete'],
  ])('reads the label %s', (name, kind) => {
    expect(intent({ name })).toBe(kind);
  });

  it.each([
    'Order history',
    'Save draft',
    'Apply filters',
    'Accept all cookies',
    'Sign in',
    'Payments',
    'Share preview',
    'Next',
    'Bestellverlauf',
    '注文履歴',
    '已取消订单',
  ])('takes %s for a look or a small thing', (name) => {
    expect(intent({ name })).toBeUndefined();
  });

  it('reads the form where the button says nothing', () => {
    expect(intent({ form: { fields: fields('card-number', 'cvc') } })).toBe('pay');
    expect(intent({ form: { fields: fields('iban', 'amount') } })).toBe('pay');
    expect(intent({ form: { fields: fields('to', 'subject', 'body') } })).toBe('send');
    expect(intent({ form: { fields: fields('name', 'city') } })).toBeUndefined();
  });

  it('reads the dialog, and leaves its refusals alone', () => {
    const dialog = 'Delete permanently? This cannot be undone.';
    expect(intent({ name: 'OK', dialog })).toBe('delete');
    expect(intent({ name: 'Cancel', dialog })).toBeUndefined();
    expect(intent({ name: 'Abbrechen', dialog })).toBeUndefined();
  });

  it('reads what a confirm() asked', () => {
    expect(intent({ name: 'OK' }, { confirmText: 'Wirklich unwiderruflich löschen?' })).toBe('delete');
  });

  it('reads the last step of a checkout', () => {
    expect(intent({ headings: ['Payment'] })).toBe('pay');
    expect(intent({ headings: ['Shipping address'] })).toBeUndefined();
  });

  it('knows that Enter sends a message and starts a search', () => {
    expect(intent({ role: 'textbox', name: 'Message Ann' }, { member: 'key', keys: 'Enter' })).toBe('send');
    expect(intent({ role: 'searchbox', name: 'Search messages' }, { member: 'key', keys: 'Enter' })).toBeUndefined();
    expect(intent({ role: 'textbox', name: 'Message Ann' }, { member: 'key', keys: 'Tab' })).toBeUndefined();
  });

  it('says nothing about typing', () => {
    expect(intent({ role: 'textbox', name: 'Message' }, { member: 'type' })).toBeUndefined();
    expect(intent({ role: 'textbox', name: 'Message' }, { member: 'type', keys: 'Dear Ann,\nyours' })).toBeUndefined();
  });

  it('takes a text with the end of a line after it for one with Enter', () => {
    expect(intent({ role: 'textbox', name: 'Message' }, { member: 'type', keys: 'On my way\n' })).toBe('send');
    expect(intent({ role: 'textbox', name: 'Comment' }, { member: 'type', keys: 'Done\r\n' })).toBe('publish');
    expect(intent({ role: 'searchbox', name: 'Search messages' }, { member: 'type', keys: 'Ann\n' })).toBeUndefined();
  });

  it.each([
    ['left_mouse_down', 'button'],
    ['left_mouse_up', 'button'],
    ['form_input', 'switch'],
    ['form_input', 'checkbox'],
  ])('takes %s on a %s for a press', (member, role) => {
    expect(intent({ role, name: 'Publish' }, { member })).toBe('publish');
  });

  it('takes a held Enter for one, and what is filled in for no press', () => {
    expect(intent({ role: 'textbox', name: 'Message' }, { member: 'hold_key', keys: 'Enter' })).toBe('send');
    expect(intent({ role: 'combobox', name: 'Publish' }, { member: 'form_input' })).toBeUndefined();
  });

  it('takes the space bar for a press on a button and for a blank in a field', () => {
    expect(intent({ name: 'Send' }, { member: 'key', keys: 'Space' })).toBe('send');
    expect(intent({ role: 'textbox', name: 'Message' }, { member: 'key', keys: 'Space' })).toBeUndefined();
  });

  it('says nothing about a click into a field', () => {
    for (const name of ['Message', 'Comment', 'Card number'])
      expect(intent({ role: 'textbox', name, form: { fields: fields('card-number', 'cvc') } })).toBeUndefined();
  });
});
