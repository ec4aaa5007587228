import { render } from 'preact';

render(<p>Offstage</p>, document.body);
