/** Stands in for the assertion plugin that brings axe with it; `axe` of axe.ts is what tests call. */
export function chaiA11yAxe(): void {}
