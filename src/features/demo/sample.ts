export const sampleFile = (_now: number) => ''
