/** Parts of the demo's bar that an address opens. */
export const HERE = 'demo-here'
export const LATE = 'demo-late'
