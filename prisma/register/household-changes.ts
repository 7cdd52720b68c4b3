import { ageOn, birthDateOf } from '../../domain/rules/identity-number.js';
import type { FileMember } from './file-households.js';
import type { KnownMember } from './known-households.js';

/** A change in a household that its running cases must be told. */
export interface Change {
  kind: 'death' | 'split' | 'birth' | 'marriage' | 'move';
  /** ISO date, Asia/Shanghai */
  occurredOn: string;
}

/** Relations that come by marriage. */
const SPOUSES = new Set(['配偶', '丈夫', '妻子', '夫', '妻', '儿媳', '女婿', '孙媳', '孙女婿']);
/** A child is a birth to be told until this age; an older one has moved in. */
const INFANT_YEARS = 2;

/** What it means that a member is no longer in the household. */
export function changeOfStatus(known: KnownMember, { status, split, statusSince }: FileMember): Change[] {
  if (known.status !== 'present' || status === 'present' || statusSince === null) return [];
  if (status === 'dead') return [{ kind: 'death', occurredOn: statusSince }];
  return [{ kind: split ? 'split' : 'move', occurredOn: statusSince }];
}

/** What it means that there is a member who was not. */
export function changeOfNewMember({ status, relation, idNumber }: FileMember, today: string): Change[] {
  if (status !== 'present') return [];
  if (SPOUSES.has(relation)) return [{ kind: 'marriage', occurredOn: today }];
  if (ageOn(idNumber, today) < INFANT_YEARS) return [{ kind: 'birth', occurredOn: birthDateOf(idNumber) }];
  return [{ kind: 'move', occurredOn: today }];
}
