import type { JSX } from 'preact';
import { t } from '../messages/current';
import { draft, pageContext } from '../state/composer-state';
import { pageInFront } from '../state/page-in-front';
import { sortOfPage } from '../wording/page-ideas';
import { COMPOSER_ID } from './composer';

/** Three things it can do on the page in front. A choice is written into the composer, to be changed or sent. */
export function EmptyState(): JSX.Element {
  const page = pageContext.value.value ?? pageInFront.value;
  const sort = sortOfPage(page?.url);
  const choose = (idea: string) => {
    draft.value.value = idea;
    pageContext.value.value = sort === 'none' ? undefined : page;
    document.getElementById(COMPOSER_ID)?.focus();
  };
  return (
    <section class="empty">
      <h1 class="faint">{page && sort !== 'none' ? t.empty.onPage(new URL(page.url).host) : t.empty.noPage}</h1>
      <ul class="ideas">
        {t.empty.ideas[sort].map((idea) => (
          <li key={idea}>
            <button type="button" class="idea" onClick={() => choose(idea)}>
              {idea}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
