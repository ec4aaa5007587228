/**
 * Closes the tabs that a deleted task leaves behind, so that their memory comes back. Left alone are a tab that a
 * person has in front, because closing it would bring another one there, and one that a person took out of the task's
 * group: it is theirs now.
 *
 * @param tabIds as the task knew them; those that are gone are passed over
 */
export async function closeTabs(tabIds: readonly number[], groupId: number | undefined): Promise<void> {
  const found = await Promise.all(tabIds.map((id) => chrome.tabs.get(id).catch(() => undefined)));
  const left = found.filter((tab) => tab !== undefined && !tab.active && tab.groupId === groupId);
  // One that is closed in this moment is no failure.
  await Promise.all(left.map((tab) => tab?.id !== undefined && chrome.tabs.remove(tab.id).catch(() => undefined)));
}
