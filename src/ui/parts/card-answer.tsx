import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Approval } from '../../store/approval';
import { t } from '../messages/current';
import { sendCommand } from '../state/send-command';
import { useArmed } from '../state/use-armed';
import { likeWords } from '../wording/approval-words';
import { CardStanding } from './card-standing';
import { Tick } from './tick';

/**
 * The card's buttons: the verb, never 'OK', and a refusal that is as easy to hit. 'Change…' is a refusal with words,
 * which the model gets.
 */
export function CardAnswer({
  approval,
  waits,
  verb,
}: {
  approval: Approval;
  waits: boolean;
  verb: string;
}): JSX.Element {
  const armed = useArmed();
  const given = useSignal<'approve' | 'deny' | undefined>(undefined);
  const wider = useSignal(false);
  const changing = useSignal(false);

  const box = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  // At the first look without buttons the box still holds them, and what was opened below them.
  if (!waits) height.current ||= box.current?.offsetHeight ?? 0;

  const widening = wideningOf(approval.effect);

  const answer = async (yes: boolean, more: { words?: string; rule?: 'allow' | 'never' } = {}) => {
    given.value = yes ? 'approve' : 'deny';
    const reply = await sendCommand({
      type: 'answer-approval',
      approvalId: approval.id,
      answer: given.value,
      scope: yes && widening && wider.value ? widening.scope : 'once',
      ...more,
    });
    if (!reply.ok) given.value = undefined;
  };

  if (!waits) return <Settled approval={approval} given={given.value} height={height.current} />;
  const off = !armed || given.value !== undefined;
  return (
    <div ref={box} class="answer">
      <div class="buttons">
        <button
          type="button"
          class="primary"
          aria-label={`${t.card.approve}: ${verb}`}
          disabled={off}
          onClick={() => void answer(true)}
        >
          {verb}
        </button>
        <button
          type="button"
          class="deny"
          aria-label={`${t.card.deny}: ${t.card.dont}`}
          disabled={off}
          onClick={() => void answer(false)}
        >
          {t.card.dont}
        </button>
        <button
          type="button"
          aria-expanded={changing.value}
          disabled={off}
          onClick={() => {
            changing.value = !changing.value;
          }}
        >
          {t.card.change}
        </button>
      </div>
      {widening && (
        <Tick
          id={`wider-${approval.id}`}
          label={widening.words}
          hint={widening.bounds}
          checked={wider.value}
          onChange={(checked) => {
            wider.value = checked;
          }}
        />
      )}
      {changing.value && <ChangeForm off={off} onSend={(words) => void answer(false, { words })} />}
      <CardStanding
        effect={approval.effect}
        off={off}
        onAnswer={(yes) => void answer(yes, { rule: yes ? 'allow' : 'never' })}
      />
    </div>
  );
}

/** What an approval may be widened to for the task, and within what bounds. */
interface Widening {
  scope: 'like' | 'site';
  words: string;
  bounds?: string;
}

/** The like of what is asked, or the site that is new to the task; undefined where there is neither, as of a script. */
function wideningOf({ reasons, url, like }: Approval['effect']): Widening | undefined {
  const origin = reasons.find(({ source }) => source === 'origin');
  if (origin?.code === 'new-origin') return { scope: 'site', words: t.card.allowSite(origin.detail) };
  if (origin?.code === 'carried') {
    return { scope: 'site', words: t.card.allowFlow(origin.detail, new URL(url).host) };
  }
  return like && { scope: 'like', words: t.card.like, bounds: likeWords(like, t) };
}

function ChangeForm({ off, onSend }: { off: boolean; onSend: (words: string) => void }): JSX.Element {
  const words = useSignal('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="change"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.value.trim()) onSend(words.value.trim());
      }}
    >
      <label>
        {t.card.changeLabel}
        <textarea
          ref={field}
          rows={2}
          value={words.value}
          onInput={(event) => {
            words.value = event.currentTarget.value;
          }}
        />
      </label>
      <button type="submit" disabled={off || !words.value.trim()}>
        {t.card.changeSend}
      </button>
    </form>
  );
}

/** Takes the buttons' place, as high as they were so that the next card stays where it is, and the focus that they had. */
function Settled({
  approval,
  given,
  height,
}: {
  approval: Approval;
  given: 'approve' | 'deny' | undefined;
  height: number;
}): JSX.Element {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (given) line.current?.focus({ preventScroll: true });
  }, [given]);
  const status = approval.status === 'pending' ? given : approval.status;
  const words =
    status === 'approved' || status === 'approve'
      ? t.card.approved
      : status === 'denied' || status === 'deny'
        ? t.card.denied
        : t.card.void;
  return (
    <div class="answer" style={{ minHeight: `${height}px` }}>
      <p ref={line} class="settled-line" tabIndex={-1} role="status">
        {words}
      </p>
    </div>
  );
}
