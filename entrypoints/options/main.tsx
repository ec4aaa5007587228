import { t } from '../../src/ui/messages/current';
import { OptionsPage } from '../../src/ui/options-page';
import { startPage } from '../../src/ui/start-page';
import '../../src/ui/styles/all.css';

startPage(<OptionsPage />, t.options.title);
