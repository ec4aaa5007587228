import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageUnderTest, readsOn, startPageUnderTest } from './page-under-test';

/** Pages that are written with what browsers took up in the last years, as real sites write them. */
let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

const reads = readsOn(() => under);

describe('what is drawn and not written', () => {
  reads(
    'cents, powers and notes are no digits of the number before them',
    '<p>$19<sup>99</sup>, 10<sup>6</sup>, in 2019<sup><a href="#n">3</a></sup>, H<sub>2</sub>O</p><a href="/x">Tea $19<sup>99</sup></a>',
    '$19^99, 10^6, in 2019^"3" [ref_1], H2O\nlink "Tea $19^99" [ref_2]',
  );
  reads(
    'nor are digits that only a style raises or sets apart; others are one number',
    '<p>$<span style="font-size:24px">19</span><span style="font-size:12px;vertical-align:super">48</span></p><p><span style="margin:3px">1</span><span style="margin:3px">2</span> <b>19</b><i>99</i> 20<!-- -->26</p><button>$<span>7</span><span style="font-size:8px">99</span></button>',
    '$19^48\n1 2 1999 2026\nbutton "$7^99" [ref_1]',
  );
  reads(
    'readings stand in the line of their letters',
    '<p>これは<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>です。</p><a href="/x"><ruby>東京<rt>とうきょう</rt></ruby>へ</a>',
    'これは漢(かん)字(じ)です。\nlink "東京(とうきょう)へ" [ref_1]',
  );
  reads('quotes', '<p>She said <q>yes</q>.</p>', 'She said “yes”.');
  reads(
    'formulas are one line, and keep what stands over and under',
    '<p>So <math><mi>x</mi><mo>=</mo><mfrac><mn>1</mn><msup><mi>y</mi><mn>2</mn></msup></mfrac></math> holds.</p><math display="block"><semantics><msqrt><mn>2</mn></msqrt><annotation encoding="application/x-tex">\\sqrt2</annotation></semantics></math>',
    'So x = 1/(y^2) holds.\n√(2)',
  );
  reads(
    'lists are numbered as they show it',
    '<ol type="a"><li>One</li><li>Two</li></ol><ol style="list-style:disc"><li>Dot</li></ol><ol type="I" start="3"><li>Three</li></ol><ol reversed><li>Second</li><li>First</li></ol>',
    'a. One\nb. Two\nDot\nIII. Three\n2. Second\n1. First',
  );
});

describe('numbers that a style sheet counts', () => {
  reads(
    'steps and nested headings',
    '<style>ol{counter-reset:step;list-style:none}ol li::before{counter-increment:step;content:"Step " counter(step) ": "}body{counter-reset:part}h2{counter-increment:part;counter-reset:sub}h2::before{content:counter(part, upper-roman) ". "}h3{counter-increment:sub}h3::before{content:counter(part) "." counter(sub)}</style><ol><li>Mix</li><li hidden>Wait</li><li><a href="/x">Bake</a></li></ol><h2>Why</h2><h2>How</h2><section><h3>Now</h3></section><h3>Then</h3>',
    'Step 1: Mix\nStep 2: "Bake" [ref_1]\nh2 I. Why\nh2 II. How\nh3 2.1 Now\nh3 2.2 Then',
  );
  reads(
    'items of nested lists',
    '<style>ol{list-style:none}ol li::before{content:counters(list-item, ".")}</style><ol><li>A<ol><li>B</li><li>C</li></ol></li><li value="7">D</li></ol>',
    '- 1 A\n 1.1 B\n 1.2 C\n7 D',
  );
  reads(
    'but not lines of code',
    '<style>pre span::before{counter-increment:line;content:counter(line)}</style><pre><code><span>let a</span>\n<span>let b</span></code></pre>',
    'let a\nlet b',
  );
});

test('words of a style sheet are told where they can be seen', async () => {
  await under.show(
    '<style>.new::before{content:"New: "}</style><p class="new">Tea</p><div style="height:2000px"></div><p class="new">Cups</p>',
  );
  expect(await under.call('read', { firstRef: 1 })).toMatchObject({ text: 'New: Tea' });
  expect(await under.call('pageText', { cap: 500 })).toMatchObject({ text: 'New: Tea\n\nNew: Cups' });
});

describe('what opens and what is chosen', () => {
  reads(
    'options with parts and pictures, in a select that draws them itself',
    `<style>select,::picker(select){appearance:base-select}</style><select aria-label="Plan"><button><selectedcontent></selectedcontent></button><option><img alt="Star" src="/x.png"><span>Basic</span><span>5 EUR</span></option><option selected><svg><title>Icon</title></svg><span>Pro</span><p>12 EUR</p></option></select>`,
    'combobox "Plan" [ref_1] ="Pro 12 EUR" of "Star Basic 5 EUR", "Pro 12 EUR"',
  );
  reads(
    'suggestions are told as they are written into the field',
    '<input list="l" aria-label="To"><datalist id="l"><option value="MUC">Munich</option><option>Bern</option></datalist>',
    'combobox "To" [ref_1] of "MUC (Munich)", "Bern"',
  );
  reads(
    'a button that opens a popover by a command, and others that do not',
    '<button command="toggle-popover" commandfor="p">Tips</button><button command="show-modal" commandfor="d">Buy</button><div popover id="p">Tip</div><dialog id="d">Sure?</dialog>',
    'button "Tips" [ref_1] collapsed\nbutton "Buy" [ref_2]',
  );
  reads(
    'parts of closed details that a style sheet shows',
    '<style>.wide::details-content{content-visibility:visible}</style><details class="wide"><summary>Size</summary><p>Up to 30</p></details><details><summary>Colour</summary><p>Red</p></details>',
    'button "Size" [ref_1] collapsed\nUp to 30\nbutton "Colour" [ref_2] collapsed',
  );
  reads(
    'what is chosen in a list while the keys go to a field',
    '<input role="combobox" aria-label="Fruit" aria-activedescendant="b" autofocus><ul role="listbox"><li role="option">Apple</li><li role="option" id="b">Pear</li></ul>',
    'combobox "Fruit" [ref_1] focused\nlistbox [ref_2]\n option "Apple" [ref_3]\n option "Pear" [ref_4] focused',
  );
});

describe('custom elements and scripts', () => {
  const define = `<script>customElements.define('my-switch', class extends HTMLElement {
    static formAssociated = true;
    connectedCallback() { this.tabIndex = 0; const own = this.attachInternals(); own.role = 'switch'; own.states.add('checked');
      this.attachShadow({ mode: 'open' }).innerHTML = '<b style="display:block;width:30px;height:16px"></b>'; } });
    customElements.define('my-field', class extends HTMLElement {
    static formAssociated = true;
    connectedCallback() { this.attachShadow({ mode: 'open', delegatesFocus: true }).innerHTML = '<input>'; } })</script>`;
  reads(
    'are told by their labels and by the states that they give themselves',
    `${define}<style>my-switch{display:block}</style><label for="s">Wifi</label><my-switch id="s"></my-switch><label>Sound <my-switch></my-switch></label><p><label for="f">Nick</label></p><my-field id="f"></my-field>`,
    'clickable "Wifi" [ref_1] checked\nclickable "Sound" [ref_2] checked\nNick\ntextbox [ref_3]',
  );
  reads(
    'labels and reasons that a script gives as elements',
    `<p id="l">Email</p><input id="i" aria-invalid="true"><p id="e">No such address</p><section id="s"><p>Words</p></section><script>i.ariaLabelledByElements = [l]; i.ariaErrorMessageElements = [e]; s.ariaLabelledByElements = [l]</script>`,
    'Email\ntextbox "Email" [ref_1] invalid "No such address"\nNo such address\nregion "Email"\n Words',
  );
});

describe('what is seen and what is not', () => {
  reads(
    'what comes in while a person scrolls to it',
    `<style>@keyframes in{from{opacity:0}}.in{animation:in linear both;animation-timeline:view()}.off{opacity:0}</style><p style="height:900px">Top</p><section class="in"><h2>Offer</h2><a href="/x"><b>Buy</b> <i>now</i></a><p class="off">Not yet</p></section><p id="j" style="opacity:0">By a script</p><p style="height:900px" class="off">Never</p><script>j.animate({opacity:[0,1]},{timeline:new ViewTimeline({subject:j}),fill:'both'})</script>`,
    'Top\nh2 Offer\nlink "Buy now" [ref_1]\nBy a script',
  );
  reads(
    'where a word may be broken',
    '<p>Do\u00adnau\u00addampf zero\u200bwidth</p><button>Ab\u00adsenden</button>',
    'Donaudampf zerowidth\nbutton "Absenden" [ref_1]',
  );
  reads(
    'clear letters with a line around them, but not a blur of them',
    '<h2 style="color:transparent;-webkit-text-stroke:1px #000">Studio</h2><p style="color:transparent;text-shadow:0 0 6px #000">The butler did it</p>',
    'h2 Studio',
  );
  reads(
    'buttons that the browser draws, and not what stands there for others',
    '<div><geolocation><a href="/map">Pick on a map</a></geolocation></div>',
    'button "Use location" [ref_1]',
  );
  reads(
    'a picture that is told by the words below it',
    '<figure><img alt="A cat" src="/x.png"><figcaption>A cat</figcaption></figure>',
    'figure "A cat"',
  );
});
