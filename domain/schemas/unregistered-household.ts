import { z } from 'zod';
import { freeText, Phone, say } from './common.js';
import { AccountNumber, BankName } from './household-step.js';
import { IdNumber } from './id-number.js';

const Account = z.strictObject({ bankName: BankName, number: AccountNumber });

const NewMember = z.strictObject({
  /** To the head, in Chinese; the head is 户主. */
  relation: freeText(20),
  name: freeText(50),
  idNumber: IdNumber,
  canWork: z.boolean(),
  account: Account.optional(),
});

const HEAD = '户主';

/** 三(八) 农户: a household that is not in the register and needs relief, as the township enters it. */
export const NewUnregisteredHousehold = z
  .strictObject({
    villageCode: z.string().regex(/^\d{12}$/, say('应为12位村代码', 'Give the 12 digits of the village')),
    /** Without one its village's helper files for it. */
    phone: Phone.optional(),
    address: freeText(100).optional(),
    members: z.array(NewMember).min(1, say('请至少填写户主', 'Name the head at least')).max(30),
  })
  .superRefine(({ members }, context) => {
    if (members.filter(({ relation }) => relation === HEAD).length !== 1) {
      const message = say('须恰好有一名户主', 'Exactly one member is the head (户主)');
      context.addIssue({ code: 'custom', path: ['members'], message });
    }
    const numbers = members.map(({ idNumber }) => idNumber);
    for (const [index, number] of numbers.entries()) {
      if (numbers.indexOf(number) === index) continue;
      const message = say('该身份证号在本户已填写', 'This identity number stands twice');
      context.addIssue({ code: 'custom', path: ['members', index, 'idNumber'], message });
    }
  });
export type NewUnregisteredHousehold = z.infer<typeof NewUnregisteredHousehold>;

/** Kept for good with its idempotency key: holds nothing about persons. `registerNo`: by it a helper files. */
export const HouseholdEntered = z.object({ id: z.string(), registerNo: z.string() }).meta({ id: 'HouseholdEntered' });
