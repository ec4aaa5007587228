import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Approval } from '../../store/approval';
import { ApprovalCard } from './approval-card';

/**
 * Cards in the order in which they were asked. A card that was answered stays where it is while the pointer is over the
 * stack or a key answered it: so no new card ever takes the place of another under the pointer.
 */
export function CardStack({
  approvals,
  titleOf,
}: {
  approvals: readonly Approval[];
  /** Names the task of a card where several tasks are shown. */
  titleOf?: (taskId: string) => string | undefined;
}): JSX.Element | null {
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  const [inside, setInside] = useState(false);
  const known = useRef(new Map<string, Approval>());
  // The inbox's query knows only what waits: an answered card is shown as it was, and says that it is answered.
  for (const approval of approvals) known.current.set(approval.id, approval);
  const pending = approvals.filter(({ status }) => status === 'pending');
  if (inside && pending.some(({ id }) => !held.has(id))) setHeld(new Set([...held, ...pending.map(({ id }) => id)]));
  const shown = [...known.current.values()].filter(
    (approval) => pending.includes(approval) || (inside && held.has(approval.id)),
  );
  if (shown.length === 0) return null;
  const enter = () => setInside(true);
  const leave = () => {
    setInside(false);
    setHeld(new Set());
  };
  return (
    <div
      class="cards"
      data-follow
      onPointerEnter={enter}
      onPointerLeave={leave}
      onFocusIn={enter}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        // A button that was disabled gives its focus to nothing; only focus that went elsewhere has left.
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget) && !currentTarget.matches(':hover'))
          leave();
      }}
    >
      {shown.map((approval) => (
        <ApprovalCard
          key={approval.id}
          approval={approval}
          waits={pending.includes(approval)}
          taskTitle={titleOf?.(approval.taskId)}
        />
      ))}
    </div>
  );
}
