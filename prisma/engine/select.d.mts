export function selectSchemaEngine(): void;
