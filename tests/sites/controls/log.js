// Says in the page what arrived, so that what a driver claims can be compared with what the page saw.
const log = document.querySelector('#log');
const say = (text) => {
  log.textContent = text;
};
const pad = document.querySelector('#pad');
for (const type of ['click', 'dblclick', 'auxclick', 'contextmenu']) {
  pad.addEventListener(type, (event) => {
    event.preventDefault();
    const keys = ['ctrlKey', 'shiftKey', 'altKey'].filter((key) => event[key]).join('+');
    say(`${type} button=${event.button} detail=${event.detail} trusted=${event.isTrusted} ${keys}`.trim());
  });
}
pad.addEventListener('mousedown', (event) => event.button === 0 && say('down'));
document.querySelector('#hover').addEventListener('mouseenter', () => {
  document.querySelector('#menu').hidden = false;
  say('hovered');
});
document.addEventListener('selectionchange', () => {
  const text = getSelection()?.toString().trim();
  if (text) say(`selected ${text}`);
});

const box = document.querySelector('#drag');
let moves = -1;
// A drag of the box selects nothing: that would be another story.
box.addEventListener('mousedown', (event) => event.preventDefault());
box.addEventListener('pointerdown', () => {
  moves = 0;
});
document.addEventListener('pointermove', () => {
  if (moves >= 0) moves++;
});
document.addEventListener('pointerup', (event) => {
  if (moves >= 0) say(`dragged to ${Math.round(event.clientX)},${Math.round(event.clientY)} in ${moves} moves`);
  moves = -1;
});

let held = 0;
document.addEventListener('keydown', (event) => {
  if (event.key === 'F2') held = performance.now();
  if (event.key.length > 1 || event.ctrlKey) say(`key ${event.ctrlKey ? 'ctrl+' : ''}${event.key}`);
});
document.addEventListener('keyup', (event) => {
  if (event.key === 'F2') say(performance.now() - held > 400 ? 'held long' : 'held briefly');
});
document.querySelector('#form').addEventListener('change', (event) => {
  const { id, type, value, checked } = event.target;
  say(`changed ${id || 'radio'} ${/checkbox|radio/.test(type) ? `${value} ${checked}` : value}`);
});
document.querySelector('#editor').addEventListener('input', (event) => say(`edited ${event.target.textContent}`));
document.querySelector('#text').addEventListener('input', (event) => say(`typed ${event.target.value}`));
