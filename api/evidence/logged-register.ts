import type { RegisterLeaf } from '../../domain/schemas/leaf.js';
import { differenceText, registerText, subjectText } from '../../domain/texts/register.js';
import type { Keyring } from '../../platform/keyring.js';
import { atOnce, type Tx } from '../../prisma/client.js';
import { substitutionLeaf } from '../../prisma/log-substitution.js';
import { registerNow } from '../../prisma/register-now.js';
import type { Finding } from '../../proof/finding.js';
import { sealedRegister } from './sealed-register.js';

/**
 * 名册: officials, offices and substitutions as they are now against what was last logged of each, none of them gone, none
 * added: each difference names the fields. And what was written into the log of them by other means than the API's.
 */
export async function checkRegister(db: Tx, keyring: Keyring): Promise<Finding[]> {
  return await atOnce(db, async (tx) => {
    const register = await sealedRegister(tx, keyring);
    const substitutions = await tx.substitution.findMany({ orderBy: { id: 'asc' } });
    const staff = [...register.last('official'), ...register.last('office')];
    return [
      ...register.forged.map(forged),
      ...differences('registerDiffers', staff, await registerNow(tx)),
      ...differences('substitutionDiffers', register.last('substitution'), substitutions.map(substitutionLeaf)),
    ];
  });
}

const forged = (leaf: RegisterLeaf): Finding => ({
  ...{ kind: 'registerForged', subject: leaf.id, at: subjectText(leaf), found: registerText(leaf) },
});

const keyOf = ({ kind, id }: RegisterLeaf): string => `${kind}/${id}`;

function differences(
  kind: 'registerDiffers' | 'substitutionDiffers',
  logged: readonly RegisterLeaf[],
  now: readonly RegisterLeaf[],
): Finding[] {
  const there = new Map(now.map((leaf) => [keyOf(leaf), leaf]));
  const known = new Set(logged.map(keyOf));
  const altered = logged.flatMap((leaf): Finding[] => {
    const found = there.get(keyOf(leaf));
    const finding = { kind, subject: leaf.id, at: subjectText(leaf) };
    if (!found) return [{ ...finding, proved: registerText(leaf), found: '—' }];
    const sides = differenceText(leaf, found);
    return sides ? [{ ...finding, ...sides }] : [];
  });
  const added = now.filter((leaf) => !known.has(keyOf(leaf)));
  const unlogged = kind === 'substitutionDiffers' ? 'substitutionUnlogged' : kind;
  return [
    ...altered,
    ...added.map((leaf): Finding => ({
      ...{ kind: unlogged, subject: leaf.id, at: subjectText(leaf), proved: '—', found: registerText(leaf) },
    })),
  ];
}
