import { afterAll, beforeAll, describe } from 'vitest';
import { type PageUnderTest, readsOn, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

/** An example of Accessible Name and Description Computation 1.2 (step in brackets) and the exact text read from it. */
const reads = readsOn(() => under);

describe('aria-labelledby', () => {
  reads(
    '[2B] a control that names itself and another element',
    '<ul><li><a id="f1" href="/d.pdf">Documentation.pdf</a> <span role="button" tabindex="0" id="d1" aria-label="Delete" aria-labelledby="d1 f1"></span></li></ul>',
    '- link "Documentation.pdf" [ref_1]\n button "Delete Documentation.pdf" [ref_2]',
  );
  reads(
    '[2B] a reference is followed once: what the referenced element is labelled by is not',
    '<input id="a" aria-labelledby="c"><input id="b" aria-labelledby="a"><h1 id="c">hello</h1>',
    'textbox "hello" [ref_1]\ntextbox [ref_2]\nh1 hello',
  );
  reads(
    '[2B] ids that name nothing are passed over',
    '<input aria-labelledby="none t"><p id="t">Town</p>',
    'textbox "Town" [ref_1]\nTown',
  );
  reads(
    '[2B] nothing but ids that name nothing: the label is next',
    '<input aria-labelledby="none" aria-label="Street">',
    'textbox "Street" [ref_1]',
  );
  reads(
    '[2A] an element that is hidden and referenced gives all its words',
    '<div id="h" hidden>Your <span style="visibility:hidden">full</span> name</div><input aria-labelledby="h">',
    'textbox "Your full name" [ref_1]',
  );
  reads(
    '[2A] hidden parts of a visible referenced element do not count',
    '<p id="v">Your <span hidden>secret </span>name</p><input aria-labelledby="v">',
    'Your name\ntextbox "Your name" [ref_1]',
  );
  reads(
    '[2C] a referenced control gives its value',
    '<p><input id="t" type="checkbox" aria-labelledby="w m u"><span id="w">Every</span> <input id="m" value="20" aria-label="Minutes"> <span id="u">minutes</span></p>',
    'checkbox "Every 20 minutes" [ref_1]\nEvery\ntextbox "Minutes" [ref_2] ="20"\nminutes',
  );
  reads(
    '[2B] a label inside a shadow root is found there',
    '<x-a><template shadowrootmode="open"><b id="l">Inner</b><input aria-labelledby="l"></template></x-a><b id="l">Outer</b>',
    'Inner\ntextbox "Inner" [ref_1]\nOuter',
  );
});

describe('embedded controls', () => {
  reads(
    '[2C] a text field in the label of a check box',
    '<label for="flash"><input type="checkbox" id="flash"> Flash the screen <input type="text" value="3" size="2" aria-label="Count"> times.</label>',
    'checkbox "Flash the screen 3 times." [ref_1]\ntextbox "Count" [ref_2] ="3"',
  );
  reads(
    '[2C] a select in a label gives what is chosen',
    '<label><input type="checkbox"> Every <select aria-label="Unit"><option>day<option selected>week</select> at noon</label>',
    'checkbox "Every week at noon" [ref_1]\ncombobox "Unit" [ref_2] ="week" of "day", "week"',
  );
  reads(
    '[2C] a slider in a label gives its value as text, else its number',
    '<label><input type="checkbox"> At <span role="slider" tabindex="0" aria-label="Volume" aria-valuenow="5" aria-valuetext="half"></span> volume, <span role="spinbutton" tabindex="0" aria-label="Times" aria-valuenow="2"></span> times</label>',
    'checkbox "At half volume, 2 times" [ref_1]\nslider "Volume" [ref_2] ="half"\nspinbutton "Times" [ref_3] ="2"',
  );
  reads(
    '[2C] a text box of its own making in a check box of its own making',
    '<div role="checkbox" tabindex="0" aria-checked="false">Flash <span role="textbox" contenteditable aria-label="n">5</span> times</div>',
    'checkbox [ref_1]\n Flash\n textbox "n" [ref_2] ="5"\n times',
  );
  reads(
    'a password in a label is not told',
    '<label><input type="checkbox"> Use <input type="password" aria-label="P" value="hunter2"> always</label>',
    'checkbox "Use (filled, hidden) always" [ref_1]\ntextbox "P" [ref_2] ="(filled, hidden)"',
  );
});

describe('names of the host language', () => {
  reads(
    '[2E] several labels, in order',
    '<label for="n">First</label><label for="n">name</label><input id="n">',
    'textbox "First name" [ref_1]',
  );
  reads(
    '[2E] a legend names a group, a caption a table, a figcaption a figure',
    '<fieldset><legend>Size</legend><input type="radio" aria-label="S"></fieldset><table><caption>Prices</caption><tr><th>Tea</th></tr></table><figure><img alt="Tower" width="9" height="9"><figcaption>By night</figcaption></figure>',
    'group "Size"\n radio "S" [ref_1]\ntable "Prices"\n | Tea |\nfigure "By night"\n img "Tower"',
  );
  reads(
    '[2E] pictures, areas, picture buttons and drawings',
    '<img alt="Logo" width="9" height="9"><input type="image" alt="Search"><svg width="9" height="9"><title>Star</title><rect width="9" height="9"></rect></svg>',
    'img "Logo"\nbutton "Search" [ref_1]\nimg "Star"',
  );
  reads(
    '[2E] buttons say their value; without one they say what they do',
    '<input type="submit" value="Go"><input type="submit"><input type="reset"><input type="image" src="/none">',
    'button "Go" [ref_1]\nbutton "Submit" [ref_2]\nbutton "Reset" [ref_3]\nbutton "Submit" [ref_4]',
  );
  reads(
    '[2I] a title names what has no other name, and goes before a placeholder',
    '<input title="Your town" placeholder="Town"><input placeholder="Street"><iframe title="Chat" srcdoc=""></iframe><img title="Map" width="9" height="9">',
    'textbox "Your town" [ref_1] placeholder "Town"\ntextbox "Street" [ref_2]\niframe "Chat" [ref_3]\nimg "Map"',
  );
  reads(
    'a meter, a progress bar and an output take labels too',
    '<label for="m">Disk</label><meter id="m" value="0.5">half</meter><label>Upload <progress value="30" max="100"></progress></label>',
    'meter "Disk" ="0.5"\nprogressbar "Upload" ="30 of 100"',
  );
  reads(
    'an option says its label',
    '<select aria-label="Size"><option label="Small">s</option><option>L</option></select>',
    'combobox "Size" [ref_1] ="Small" of "Small", "L"',
  );
  reads(
    'a label whose control is hidden is read as words',
    '<label for="gone">Kept words</label><input id="gone" style="display:none">',
    'Kept words',
  );
});

describe('names from content', () => {
  reads(
    '[2F] words, pictures and labels of what is inside',
    '<button>Add <img alt="tea" width="9" height="9"> to <span aria-label="the basket">x</span></button>',
    'button "Add tea to the basket" [ref_1]',
  );
  reads(
    '[2F.ii] words that the style sheet writes before and after',
    '<style>.must::before{content:"New: "}.must::after{content:" (soon)"}.icon::before{content:"\\f101"}</style><button class="must">Tea</button><button class="icon">Mail</button>',
    'button "New: Tea (soon)" [ref_1]\nbutton "Mail" [ref_2]',
  );
  reads(
    '[2F.ii] a control that has nothing but words of the style sheet',
    '<style>a.home::before{content:"Home"}</style><a class="home" href="/"></a>',
    'link "Home" [ref_1]',
  );
  reads(
    'words of the style sheet stand in the text too',
    '<style>.price::after{content:" EUR"}</style><p class="price">3.90</p>',
    '3.90 EUR',
  );
  reads(
    '[2F.i] inline parts are one word, boxes are words of their own',
    '<button>re<b>do</b><i>ne</i></button><button><span style="display:block">a</span><span style="display:inline-block">b</span>c</button><button>x<x-in>y</x-in>z<br>w</button>',
    'button "redone" [ref_1]\nbutton "a b c" [ref_2]\nbutton "xyz w" [ref_3]',
  );
  reads(
    '[2C] and in what is named by it',
    '<input type="checkbox" aria-labelledby="f"><p id="f">Flash <span role="textbox" contenteditable aria-label="n">5</span> times</p>',
    'checkbox "Flash 5 times" [ref_1]\nFlash\ntextbox "n" [ref_2] ="5"\ntimes',
  );
  reads(
    '[2F] slots give what is put into them, in their place',
    '<x-b role="button" tabindex="0"><template shadowrootmode="open">[<slot name="icon"></slot>] <slot>nothing</slot></template>Save <b slot="icon">disk</b></x-b>',
    'button "[disk] Save" [ref_1]',
  );
  reads(
    '[2F] a slot with nothing put into it gives its own content',
    '<x-c role="button" tabindex="0"><template shadowrootmode="open"><slot>Default</slot></template></x-c>',
    'button "Default" [ref_1]',
  );
  reads(
    '[2B] content that is labelled by something else gives that',
    '<button>Open <span aria-labelledby="w">x</span></button><p id="w">the window</p>',
    'button "Open the window" [ref_1]\nthe window',
  );
  reads(
    '[2I] a part without words gives its title',
    '<button>Rate <span title="five stars"><svg width="9" height="9"></svg></span></button>',
    'button "Rate five stars" [ref_1]',
  );
  reads(
    '[2A] hidden content does not count',
    '<button>Send<span style="display:none"> to all</span><span aria-hidden="true"> now</span></button>',
    'button "Send" [ref_1]',
  );
});
