import { Panel } from '../../src/ui/panel';
import { startPage } from '../../src/ui/start-page';
import { followPageInFront } from '../../src/ui/state/page-in-front';
import '../../src/ui/styles/all.css';

followPageInFront(new AbortController().signal);
startPage(<Panel />, 'Offstage');
