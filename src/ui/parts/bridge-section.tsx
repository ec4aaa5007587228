import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Client } from '../../store/client';
import { allClients, GRANTABLE, type Grantable } from '../../store/client-table';
import { t } from '../messages/current';
import { now } from '../state/clock';
import { db } from '../state/database';
import { linkState } from '../state/link';
import { tasksOfProgram } from '../state/program-tasks';
import { sendCommand } from '../state/send-command';
import { useLive } from '../state/use-live';
import { linkWords } from '../wording/link-words';
import { stateChip } from '../wording/state-words';
import { dayOrTime } from '../wording/time-words';

/** Programs that use this browser: whether they can, what they did, and what they may do without asking. */
export function BridgeSection(): JSX.Element {
  const clients = useLive(() => allClients(db), '');
  // Whoever opens the settings may have installed the bridge a moment ago.
  useEffect(() => void sendCommand({ type: 'connect-bridge' }), []);
  const words = linkState.value && linkWords(linkState.value, t);
  return (
    <>
      <p class="faint">{t.bridge.lead}</p>
      <p class="link-state" role="status">
        {words}
      </p>
      {linkState.value?.at !== 'connected' && (
        <button type="button" onClick={() => void sendCommand({ type: 'connect-bridge' })}>
          {t.bridge.lookAgain}
        </button>
      )}
      {clients?.length === 0 && <p class="faint">{t.bridge.none}</p>}
      {clients?.map((client) => (
        <ProgramEntry key={client.name} client={client} />
      ))}
    </>
  );
}

function ProgramEntry({ client }: { client: Client }): JSX.Element {
  const open = useSignal(false);
  return (
    <section class="program" aria-label={client.name}>
      <h3>
        {client.name} <span class="faint">{client.version}</span>
      </h3>
      <p class="faint">{t.bridge.lastUsed(dayOrTime(client.lastSeenAt, now.value, t.language))}</p>
      <fieldset class="grants">
        <legend>{t.bridge.allowed}</legend>
        <p class="faint">{t.bridge.allowedHint}</p>
        {GRANTABLE.map((kind) => (
          <GrantBox key={kind} client={client} kind={kind} />
        ))}
      </fieldset>
      <details
        onToggle={({ currentTarget }) => {
          open.value = currentTarget.open;
        }}
      >
        <summary>{t.bridge.did}</summary>
        {open.value && <Did name={client.name} />}
      </details>
    </section>
  );
}

function GrantBox({ client, kind }: { client: Client; kind: Grantable }): JSX.Element {
  return (
    <label>
      <input
        type="checkbox"
        checked={client.allowed.includes(kind)}
        onChange={({ currentTarget }) =>
          void sendCommand({ type: 'allow-client', name: client.name, kind, allowed: currentTarget.checked })
        }
      />
      {t.bridge.kinds[kind]}
    </label>
  );
}

function Did({ name }: { name: string }): JSX.Element {
  const tasks = useLive(() => tasksOfProgram(name), name) ?? [];
  return (
    <ul class="did">
      {tasks.map(({ task, steps, approved, denied }) => (
        <li key={task.id}>
          <span class="cut">{task.title}</span>
          <span class="faint">
            {dayOrTime(task.createdAt, now.value, t.language)} · {stateChip(task, t).words} ·{' '}
            {t.bridge.counts(steps, approved, denied)}
          </span>
        </li>
      ))}
    </ul>
  );
}
