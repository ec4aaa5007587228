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
