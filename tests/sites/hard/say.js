// Says in the page what arrived, so that what a driver claims can be compared with what the page saw.
const log = document.querySelector('#log');
globalThis.say = (text) => {
  log.textContent = text;
};
const said = [];
/** Adds to what was said. */
globalThis.also = (text) => {
  said.push(text);
  globalThis.say(said.join(' | '));
};
