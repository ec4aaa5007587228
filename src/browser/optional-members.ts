/** Members of the toolset that are off unless somebody turned them on; the settings say which are. */
export interface OptionalMembers {
  file_upload: boolean;
  read_console: boolean;
  read_network: boolean;
  javascript_exec: boolean;
}

/** For callers that say nothing: none. */
export const NO_OPTIONAL_MEMBERS: OptionalMembers = {
  file_upload: false,
  read_console: false,
  read_network: false,
  javascript_exec: false,
};

/** False for an optional member that is off; true for every other name. */
export function isServed(member: string, optional: OptionalMembers): boolean {
  const given = Object.entries(optional).find(([name]) => name === member);
  return given === undefined || given[1];
}
